import type { Position } from 'geojson';
import type { Bounds, Shape } from './area.ts';
import { type Place, type Report, spot } from './defect.ts';
import { ringBounds } from './ring.ts';

/**
 * Finds single places that lie elsewhere than the others: with latitude and longitude swapped they are put right, otherwise, in a set with
 * village codes, their shape is not taken; those places are given back.
 */
export function checkStrays(places: Place[], report: Report): Set<Place> {
  const untaken = new Set<Place>();
  const drawn = places.filter(({ area }) => area.shape);
  if (drawn.length < 5) return untaken;
  const centres = drawn.map(({ area }) => centre(area.shape as Shape));
  const box = usualBox(centres);
  drawn.forEach((place, i) => {
    const [lon, lat] = centres[i] as [number, number];
    if (isIn(box, [lon, lat])) return;
    if (isIn(box, [lat, lon])) {
      place.area = { ...place.area, shape: swapped(place.area.shape as Shape) };
      report(place, 'place-axes-swapped', 'repaired');
    } else if (/^\d{12}$/.test(place.area.code ?? '')) {
      place.area = { ...place.area, shape: null };
      untaken.add(place);
      report(place, 'place-far-away', 'refused', spot([lon, lat]));
    }
  });
  return untaken;
}

function centre(shape: Shape): [number, number] {
  const [west, south, east, north] = ringBounds(shape.coordinates.flat(2));
  return [(west + east) / 2, (south + north) / 2];
}

/** The box of nine tenths of the places, at least one left out on each side, widened by twice its size, a few degrees at least being out of question for a county. */
function usualBox(centres: [number, number][]): Bounds {
  const range = (values: number[]): [number, number] => {
    const sorted = values.sort((a, b) => a - b);
    const apart = Math.max(1, Math.floor(sorted.length * 0.05));
    const [low, high] = [sorted[apart], sorted[sorted.length - 1 - apart]] as [number, number];
    const margin = Math.max(high - low, 0.05) * 2;
    return [low - margin, high + margin];
  };
  const [west, east] = range(centres.map(([lon]) => lon));
  const [south, north] = range(centres.map(([, lat]) => lat));
  return [west, south, east, north];
}

const isIn = ([west, south, east, north]: Bounds, [lon, lat]: [number, number]) =>
  lon >= west && lon <= east && lat >= south && lat <= north;

const swapped = (shape: Shape): Shape => ({
  type: 'MultiPolygon',
  coordinates: shape.coordinates.map((polygon) =>
    polygon.map((ring) => ring.map(([x = 0, y = 0, ...rest]): Position => [y, x, ...rest])),
  ),
});
