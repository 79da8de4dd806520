import { forgetUnder, keepUnder, keptUnder } from '../browser-store.ts';

interface Probed {
  webgl: boolean;
  software: boolean;
}

let probed: Probed | null = null;
let tried: HTMLCanvasElement | null = null;

/** Where it is kept that this browser gave no WebGL. */
const without = 'county-map-without-webgl';
const isOff = (search: string) => new URLSearchParams(search).get('webgl') === 'off';

/**
 * Whether to begin as if this browser gave WebGL 2. Trying takes half a second while the graphics process starts, so the first picture does not
 * wait for it; only where there was none last time is it tried at once, for there the answer is quick.
 */
export function expectsWebGL(search: string = window.location.search): boolean {
  return !isOff(search) && (keptUnder(without) === null || hasWebGL(search));
}

/** Whether this browser gives WebGL 2, tried once: the map goes on with what was tried. `?webgl=off` in the address says no. */
export function hasWebGL(search: string = window.location.search): boolean {
  if (isOff(search)) return false;
  if (probed === null) {
    probed = probe();
    if (probed.webgl) forgetUnder(without);
    else keepUnder(without, 'yes');
  }
  return probed.webgl;
}

/** Whether WebGL is drawn by the processor: every frame then takes many times as long. */
export function drawsInSoftware(): boolean {
  probed ??= probe();
  return probed.software;
}

/** A canvas to draw villages on: the one WebGL was tried with, whose context stands already, or the next. */
export function newCanvas(): HTMLCanvasElement {
  const canvas = tried;
  tried = null;
  return canvas && !contextOf(canvas)?.isContextLost() ? canvas : document.createElement('canvas');
}

/** The context villages are drawn with; null where there is no WebGL 2. */
export const contextOf = (canvas: HTMLCanvasElement): WebGL2RenderingContext | null =>
  canvas.getContext('webgl2', { alpha: true, antialias: false, depth: false, stencil: false });

function probe(): Probed {
  try {
    const canvas = document.createElement('canvas');
    const gl = contextOf(canvas);
    const named = gl?.getExtension('WEBGL_debug_renderer_info');
    const renderer = String((named && gl?.getParameter(named.UNMASKED_RENDERER_WEBGL)) ?? '');
    if (gl) tried = canvas;
    return { webgl: gl !== null, software: /swiftshader|llvmpipe|softpipe|basic render/i.test(renderer) };
  } catch {
    return { webgl: false, software: false };
  }
}
