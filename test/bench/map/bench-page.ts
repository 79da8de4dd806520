import type { FeatureCollection, MultiPolygon } from 'geojson';

/** What every page of the map bench offers: recolours all villages and resolves with the milliseconds until the pixels stand. */
interface MapBench {
  recolour(seed: number): Promise<number>;
}

declare global {
  interface Window {
    bench?: MapBench;
  }
}

export type Villages = FeatureCollection<MultiPolygon, { fid: number }>;

/** The colours of the five classes every page paints with. */
export const colours = ['#17805d', '#45a97c', '#f0bb45', '#b8322a', '#c3c8cc'];

/** A class 0–4 for each of `count` villages; the same for the same seed. */
export function classesOf(count: number, seed: number): Uint8Array {
  const classes = new Uint8Array(count);
  let state = (seed * 2654435761) >>> 0;
  for (let i = 0; i < count; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    classes[i] = (state >>> 16) % 5;
  }
  return classes;
}

export const root = () => document.getElementById('root') as HTMLElement;

export async function villages(): Promise<Villages> {
  return (await (await fetch('/villages.geojson')).json()) as Villages;
}

/** Makes the graphics card finish: a pixel can only be read when everything before is drawn. */
export function finish(canvas: HTMLCanvasElement | null): void {
  const gl = canvas?.getContext('webgl2');
  if (gl) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  else canvas?.getContext('2d')?.getImageData(0, 0, 1, 1);
}

export const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

/** Shows a page ready for measuring. */
export function offer(recolour: (seed: number) => Promise<void>): void {
  window.bench = {
    recolour: async (seed) => {
      await nextFrame();
      const begun = performance.now();
      await recolour(seed);
      return performance.now() - begun;
    },
  };
}
