/** The number of a tile in a PMTiles archive: all lower zooms first, then its place on the Hilbert curve. Source: PMTiles 3. */
export function tileId(zoom: number, x: number, y: number): number {
  let id = 0;
  for (let lower = 0; lower < zoom; lower++) id += 4 ** lower;
  let [tx, ty] = [x, y];
  for (let side = 2 ** (zoom - 1); side >= 1; side /= 2) {
    const rx = (tx & side) > 0 ? 1 : 0;
    const ry = (ty & side) > 0 ? 1 : 0;
    id += side * side * ((3 * rx) ^ ry);
    if (ry === 0) {
      if (rx === 1) [tx, ty] = [side - 1 - tx, side - 1 - ty];
      [tx, ty] = [ty, tx];
    }
  }
  return id;
}
