import type { ClassPaint, MapInk } from '../paint.ts';
import type { Screen } from './screen.ts';

/** How the villages are painted: class and fading by fid, and for each class colour, ink and hatch. */
export interface FillState {
  classes: Uint8Array;
  faded: Uint8Array;
  paints: ClassPaint[];
  ink: MapInk;
}

/** What lies under the villages: a picture and its corners as west, north, east, south in shares 0–1 of the world. */
export interface Ground {
  image: ImageBitmap;
  box: [number, number, number, number];
}

/** Ground and villages on a canvas of their own, under the lines and labels. */
export interface Fill {
  readonly canvas: HTMLCanvasElement;
  /** Repaints with another state; false where not every village in view has its shape yet. */
  paint(state: FillState): boolean;
  setGround(ground: Ground): void;
  /** Draws another view. */
  look(at: Screen, zoom: number): boolean;
  /** Draws the same view again, with what has arrived since; false where something is still missing. */
  draw(): boolean;
  remove(): void;
}
