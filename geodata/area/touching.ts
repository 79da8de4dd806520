import type { Shape } from './area.ts';

/** Whether two shapes drawn from shared borders have a stretch of border in common; a single point is none. */
export function areTouching(one: Shape, other: Shape): boolean {
  const edges = new Set(edgesOf(one));
  return edgesOf(other).some((edge) => edges.has(edge));
}

/** The edges of all rings, named the same from either side. */
function edgesOf({ coordinates }: Shape): string[] {
  return coordinates.flat().flatMap((ring) => {
    const names = ring.map(([lon = 0, lat = 0]) => `${lon.toFixed(7)} ${lat.toFixed(7)}`);
    return names.slice(1).flatMap((name, at) => {
      const before = names[at] ?? '';
      return name === before ? [] : [name < before ? `${name} ${before}` : `${before} ${name}`];
    });
  });
}
