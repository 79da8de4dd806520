import type { AreaFeature, Bounds, LonLat } from '../area/area.ts';
import { labelPoint } from '../area/label-point.ts';
import { ringBounds } from '../area/ring.ts';
import { type KnownPlaces, median, offsetM, pairPlaces } from './known-county.ts';
import { type Shifted, unshift } from './shifted.ts';

/** Below this two editions of the same borders may honestly differ. */
const smallestShiftM = 100;

/**
 * Whether boundaries already in degrees are GCJ-02 or BD-09 without saying so, judged against the county known: under the right reading its
 * villages fall onto themselves, under the wrong one all lie off the same way. `offM` is how far they lie as written; null when fewer
 * than three places are the same.
 */
export function findShift(areas: AreaFeature[], known: KnownPlaces): { system: Shifted | null; offM: number } | null {
  const places = areas.flatMap(({ code, name, shape }) => (shape ? [{ code, name, position: labelPoint(shape) }] : []));
  const pairs = pairPlaces(places, known);
  const box = sameCountyBox(areas, known, pairs.length);
  if (!box && pairs.length < 3) return null;
  const offUnder = (read: (position: LonLat) => LonLat) => {
    const offsets = box
      ? [
          offsetM(read([box[0], box[1]]), [known.bounds[0], known.bounds[1]]),
          offsetM(read([box[2], box[3]]), [known.bounds[2], known.bounds[3]]),
        ]
      : pairs.map(({ place, label }) => offsetM(read(place.position), label));
    return Math.hypot(median(offsets.map(([east]) => east)), median(offsets.map(([, north]) => north)));
  };
  const asWritten = offUnder((position) => position);
  const readings = (['GCJ-02', 'BD-09'] as const).map((system) => ({
    system,
    offM: offUnder((position) => unshift(position, system) as LonLat),
  }));
  const best = readings.sort((a, b) => a.offM - b.offM)[0] as { system: Shifted; offM: number };
  const isShifted = asWritten > smallestShiftM && best.offM < smallestShiftM && best.offM * 3 < asWritten;
  return { system: isShifted ? best.system : null, offM: asWritten };
}

/** The box of the boundaries when they are the whole county: then its corners tell the offset to the metre, else null. */
function sameCountyBox(areas: AreaFeature[], known: KnownPlaces, pairs: number): Bounds | null {
  const boxes = areas.flatMap(({ shape }) =>
    shape ? shape.coordinates.flatMap((polygon) => polygon.slice(0, 1).map(ringBounds)) : [],
  );
  if (boxes.length === 0) return null;
  const box: Bounds = [
    Math.min(...boxes.map(([west]) => west)),
    Math.min(...boxes.map(([, south]) => south)),
    Math.max(...boxes.map(([, , east]) => east)),
    Math.max(...boxes.map(([, , , north]) => north)),
  ];
  const villages = areas.filter(({ kind }) => kind === 'village').length;
  if (villages > 0 && (pairs < villages || pairs < known.villages.length)) return null;
  const corners = [
    offsetM([box[0], box[1]], [known.bounds[0], known.bounds[1]]),
    offsetM([box[2], box[3]], [known.bounds[2], known.bounds[3]]),
  ];
  return corners.every(([east, north]) => Math.hypot(east, north) < 3_000) ? box : null;
}
