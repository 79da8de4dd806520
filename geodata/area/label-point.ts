import type { Position } from 'geojson';
import polylabel from 'polylabel';
import type { LonLat, Shape } from './area.ts';
import { signedArea } from './ring.ts';

/**
 * A point well inside the largest part of a shape: the centre of the largest circle that fits, to about a hundredth of its width. Degrees
 * are stretched by latitude first, so that the circle is round on the ground.
 */
export function labelPoint(shape: Shape): LonLat {
  const largest = shape.coordinates.reduce<Position[][]>((best, polygon) => {
    const area = Math.abs(signedArea(polygon[0] ?? []));
    return area > Math.abs(signedArea(best[0] ?? [])) ? polygon : best;
  }, shape.coordinates[0] ?? []);
  const [lon = Number.NaN, lat = Number.NaN] = largest[0]?.[0] ?? [];
  const stretch = Math.cos((lat * Math.PI) / 180) || 1;
  const plane = largest.map((ring) => ring.map(([x = 0, y = 0]): [number, number] => [(x - lon) * stretch, y - lat]));
  if (!plane[0]?.length) return [lon, lat];
  const [x = 0, y = 0] = polylabel(plane, 1e-5);
  return [lon + x / stretch, lat + y];
}
