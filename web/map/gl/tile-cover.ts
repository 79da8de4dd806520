/** A tile by level, column and row; `wrap` counts turns round the world. */
export interface TileId {
  z: number;
  x: number;
  y: number;
  wrap: number;
}

/** A tile to draw, and the square of it (in shares 0–1 of its side) that may be painted. */
export interface TilePart {
  tile: TileId;
  clip: [west: number, north: number, east: number, south: number];
}

const whole: TilePart['clip'] = [0, 0, 1, 1];
export const keyOf = ({ z, x, y }: TileId) => `${z}/${x}/${y}`;

/**
 * What to draw for the tiles wanted from those already there: the tile itself, else its nearest loaded ancestor cut to the
 * wanted square, else its loaded children. `complete` tells that every wanted tile was there itself.
 */
export function coverWith(wanted: TileId[], has: (key: string) => boolean): { parts: TilePart[]; complete: boolean } {
  const parts: TilePart[] = [];
  let complete = true;
  for (const tile of wanted) {
    if (has(keyOf(tile))) {
      parts.push({ tile, clip: whole });
      continue;
    }
    complete = false;
    const from = ancestorPart(tile, has);
    if (from) parts.push(from);
    else parts.push(...childParts(tile, has));
  }
  return { parts, complete };
}

function ancestorPart(tile: TileId, has: (key: string) => boolean): TilePart | null {
  for (let up = 1; up <= tile.z; up++) {
    const side = 2 ** up;
    const over = { z: tile.z - up, x: Math.floor(tile.x / side), y: Math.floor(tile.y / side), wrap: tile.wrap };
    if (!has(keyOf(over))) continue;
    const [west, north] = [(tile.x % side) / side, (tile.y % side) / side];
    return { tile: over, clip: [west, north, west + 1 / side, north + 1 / side] };
  }
  return null;
}

function childParts(tile: TileId, has: (key: string) => boolean): TilePart[] {
  return [0, 1, 2, 3]
    .map((at) => ({ z: tile.z + 1, x: tile.x * 2 + (at % 2), y: tile.y * 2 + (at >> 1), wrap: tile.wrap }))
    .filter((child) => has(keyOf(child)))
    .map((child) => ({ tile: child, clip: whole }));
}
