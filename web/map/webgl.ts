interface Probed {
  webgl: boolean;
  software: boolean;
}

let probed: Probed | null = null;

/** Whether this browser gives WebGL 2, tried once: on an old PC each try costs a third of a second. `?webgl=off` in the address says no. */
export function hasWebGL(search: string = window.location.search): boolean {
  if (new URLSearchParams(search).get('webgl') === 'off') return false;
  probed ??= probe();
  return probed.webgl;
}

/** Whether WebGL is drawn by the processor: every frame then takes many times as long. */
export function drawsInSoftware(): boolean {
  probed ??= probe();
  return probed.software;
}

function probe(): Probed {
  try {
    const gl = document.createElement('canvas').getContext('webgl2');
    const named = gl?.getExtension('WEBGL_debug_renderer_info');
    const renderer = String((named && gl?.getParameter(named.UNMASKED_RENDERER_WEBGL)) ?? '');
    gl?.getExtension('WEBGL_lose_context')?.loseContext();
    return { webgl: gl !== null, software: /swiftshader|llvmpipe|softpipe|basic render/i.test(renderer) };
  } catch {
    return { webgl: false, software: false };
  }
}
