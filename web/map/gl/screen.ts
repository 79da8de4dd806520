import type { TileId, TilePart } from './tile-cover.ts';

/** A north-up view of the flat map: size in device pixels, the world's width in them, and where the world begins. */
export interface Screen {
  width: number;
  height: number;
  /** Device pixels to a CSS pixel. */
  ratio: number;
  /** Device pixels the world is wide. */
  world: number;
  /** Where the world's north-west corner lies, from the upper left of the screen. */
  left: number;
  top: number;
}

/** Whether two views show the same, to less than anyone sees. */
export const sameScreen = (a: Screen, b: Screen): boolean =>
  a.width === b.width &&
  a.height === b.height &&
  a.ratio === b.ratio &&
  Math.abs(a.world / b.world - 1) < 1e-9 &&
  Math.abs(a.left - b.left) < 1e-3 &&
  Math.abs(a.top - b.top) < 1e-3;

/** Factor and shift from units of a tile (`extent` a side) to clip space: x' = x·a + c, y' = y·b + d. */
export function tileToClip(screen: Screen, tile: TileId, extent: number): [a: number, b: number, c: number, d: number] {
  return boxToClip(screen, tileBox(tile), extent);
}

/** The same for any box of the world, given as west, north, east, south in shares 0–1 of it. */
export function boxToClip(
  { width, height, world, left, top }: Screen,
  [west, north, east, south]: [number, number, number, number],
  extent: number,
): [a: number, b: number, c: number, d: number] {
  return [
    (((east - west) * world) / extent) * (2 / width),
    -(((south - north) * world) / extent) * (2 / height),
    ((west * world + left) * 2) / width - 1,
    1 - ((north * world + top) * 2) / height,
  ];
}

/** Factor and shift from units of a tile to device pixels from the upper left. */
export function tileToScreen(
  { world, left, top }: Screen,
  tile: TileId,
  extent: number,
): [a: number, b: number, c: number, d: number] {
  const [west, north, east, south] = tileBox(tile);
  return [
    ((east - west) * world) / extent,
    ((south - north) * world) / extent,
    west * world + left,
    north * world + top,
  ];
}

/** Where a box of the world lies: x, y from the upper left, width and height in device pixels. */
export function boxOnScreen(
  { world, left, top }: Screen,
  [west, north, east, south]: [number, number, number, number],
): [x: number, y: number, width: number, height: number] {
  return [west * world + left, north * world + top, (east - west) * world, (south - north) * world];
}

/** Factor and shift from units of a tile to shares 0–1 of a box of the world. */
export function tileToBox(
  tile: TileId,
  extent: number,
  [west, north, east, south]: [number, number, number, number],
): [a: number, b: number, c: number, d: number] {
  const [left, top, right, bottom] = tileBox(tile);
  const [wide, high] = [east - west, south - north];
  return [(right - left) / wide / extent, (bottom - top) / high / extent, (left - west) / wide, (top - north) / high];
}

/** The part of the screen a piece of a tile may paint: x, y from below, width and height in whole device pixels. */
export function clipRectangle(screen: Screen, { tile, clip }: TilePart): [number, number, number, number] {
  const [west, north, east, south] = tileBox(tile);
  const side = east - west;
  const x = (share: number) => Math.round((west + share * side) * screen.world + screen.left);
  const y = (share: number) => Math.round((north + share * (south - north)) * screen.world + screen.top);
  const [x0, x1, y0, y1] = [x(clip[0]), x(clip[2]), y(clip[1]), y(clip[3])];
  return [x0, screen.height - y1, x1 - x0, y1 - y0];
}

/** The tiles of one level that touch the screen; `zoom` is clamped to the levels there are. */
export function tilesOn(screen: Screen, zoom: number, levels: { min: number; max: number }): TileId[] {
  const z = Math.max(levels.min, Math.min(levels.max, Math.floor(zoom)));
  const side = screen.world / 2 ** z;
  const tiles: TileId[] = [];
  const first = { x: Math.floor(-screen.left / side), y: Math.max(0, Math.floor(-screen.top / side)) };
  for (let x = first.x; x * side + screen.left < screen.width; x++) {
    for (let y = first.y; y < 2 ** z && y * side + screen.top < screen.height; y++) {
      if (x >= 0 && x < 2 ** z) tiles.push({ z, x, y, wrap: 0 });
    }
  }
  return tiles;
}

function tileBox({ z, x, y, wrap }: TileId): [west: number, north: number, east: number, south: number] {
  const side = 1 / 2 ** z;
  return [x * side + wrap, y * side, (x + 1) * side + wrap, (y + 1) * side];
}
