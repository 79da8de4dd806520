import type { Geometry, Position } from 'geojson';

/** Every position of a geometry, without copying the geometry. */
export function* positionsOf(geometry: Geometry): Generator<Position> {
  if (geometry.type === 'GeometryCollection') return;
  const stack: unknown[] = [geometry.coordinates];
  while (stack.length > 0) {
    const part = stack.pop();
    if (!Array.isArray(part)) continue;
    if (typeof part[0] === 'number') yield part as Position;
    else for (const inner of part) stack.push(inner);
  }
}

/** One vertex of 25, enough to see where a layer lies. */
export function* thin(geometry: Geometry): Generator<Position> {
  let i = 0;
  for (const position of positionsOf(geometry)) if (i++ % 25 === 0) yield position;
}

/** Mean of the vertices: near the place, whatever the coordinates. */
export function middle(geometry: Geometry): Position {
  let [x, y, n] = [0, 0, 0];
  for (const [px = 0, py = 0] of positionsOf(geometry)) {
    x += px;
    y += py;
    n++;
  }
  return [x / n, y / n];
}
