import { type MapInk, rgbOf } from '../../paint.ts';
import type { Ground } from '../fill.ts';

/** Pixels a side of the pictures made from the ground's: they lie under colours and are smoothed anyway. */
const mostSide = 1280;
/** Share of the picture over which it runs out into paper at its edges. */
const edge = 0.09;

/**
 * How every canvas that the first picture is made of is opened, the smallest tile of a hatch too: outside the graphics process, for whose
 * start, and for whatever it is at, the page would stand still.
 */
export const inMemory: CanvasRenderingContext2DSettings = { willReadFrequently: true };

/** The ground as a 2D canvas draws it. */
export interface FlatGround {
  /** The picture toned as the theme wants it, running out into paper. */
  picture: HTMLCanvasElement;
  /** Black of the strength that shades a colour as the relief does; colours under it are painted `lift` times as bright. */
  shade: HTMLCanvasElement;
  lift: number;
}

/** How bright the ground is where the relief leaves a colour as it is, 0–1. */
const level = 0.82;
const brightness = (red: number, green: number, blue: number) => red * 0.3 + green * 0.6 + blue * 0.1;

/** What the shader of the villages works out at each pixel, worked out once for a picture and a theme. */
export function flatGround({ image }: Ground, ink: MapInk): FlatGround {
  const scale = Math.min(1, mostSide / Math.max(image.width, image.height));
  const [width, height] = [Math.round(image.width * scale), Math.round(image.height * scale)];
  const [picture, shade] = [canvasOf(width, height), canvasOf(width, height)];
  picture.context.drawImage(image, 0, 0, width, height);
  const toned = picture.context.getImageData(0, 0, width, height);
  const shading = shade.context.createImageData(width, height);
  const paper = rgbOf(ink.paper);
  const [red, green, blue, saturation] = ink.groundTone;
  const full = brightness(red, green, blue) * 255;
  const lift = 1 + (1 - level) * ink.relief;
  const { data } = toned;
  for (let y = 0, at = 0; y < height; y++) {
    const down = nearEdge((y + 0.5) / height);
    for (let x = 0; x < width; x++, at += 4) {
      const clear = 1 - (data[at + 3] ?? 0) / 255;
      const covered = 1 - clear;
      const [r, g, b] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      const grey = brightness(r, g, b);
      const ground = [
        (grey + (r - grey) * saturation) * red * covered + paper[0] * clear,
        (grey + (g - grey) * saturation) * green * covered + paper[1] * clear,
        (grey + (b - grey) * saturation) * blue * covered + paper[2] * clear,
      ] as const;
      const shown = (1 - ink.veil) * down * nearEdge((x + 0.5) / width);
      for (let part = 0; part < 3; part++)
        data[at + part] = (ground[part] ?? 0) * shown + (paper[part] ?? 0) * (1 - shown);
      data[at + 3] = 255;
      const factor = 1 + (brightness(...ground) / full - level) * ink.relief;
      shading.data[at + 3] = 255 * (1 - Math.min(1, factor / lift));
    }
  }
  picture.context.putImageData(toned, 0, 0);
  shade.context.putImageData(shading, 0, 0);
  return { picture: picture.canvas, shade: shade.canvas, lift };
}

function canvasOf(width: number, height: number) {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', inMemory);
  if (!context) throw new Error('no 2D canvas');
  return { canvas, context };
}

/** 0 at either end of a side, 1 from a little within; smooth between. */
function nearEdge(share: number): number {
  const t = Math.min(1, Math.min(share, 1 - share) / edge);
  return t * t * (3 - 2 * t);
}
