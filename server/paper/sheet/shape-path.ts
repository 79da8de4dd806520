/** West, north, east, south of path data as the plain map has it: absolute moves, then relative steps. */
export function pathBounds(paths: readonly string[]): [number, number, number, number] {
  let [west, north, east, south] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const path of paths)
    for (const ring of path.split('M')) {
      const numbers = ring.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];
      let [x, y] = [0, 0];
      for (let at = 0; at + 1 < numbers.length; at += 2) {
        x += numbers[at] ?? 0;
        y += numbers[at + 1] ?? 0;
        west = Math.min(west, x);
        east = Math.max(east, x);
        north = Math.min(north, y);
        south = Math.max(south, y);
      }
    }
  return [west, north, east, south];
}
