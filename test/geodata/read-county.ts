import type { AreaFeature, Bounds } from '../../geodata/area/area.ts';
import { labelPoint } from '../../geodata/area/label-point.ts';
import { ringBounds } from '../../geodata/area/ring.ts';
import { type KnownPlaces, offsetM } from '../../geodata/coordinate/known-county.ts';
import type { BoundaryFile, ReadFile } from '../../geodata/format/hand-over.ts';

export function onlyBoundaries(read: ReadFile[]): BoundaryFile {
  const found = read.filter((file) => file.is === 'boundaries');
  if (found.length !== 1)
    throw new Error(`${found.length} boundary files: ${JSON.stringify(read.map(({ notes }) => notes))}`);
  return found[0] as BoundaryFile;
}

/** A county's places as the store would know it. */
export function knownOf(areas: AreaFeature[]): KnownPlaces {
  const boxes = areas.flatMap(({ shape }) => shape?.coordinates.map((polygon) => ringBounds(polygon[0] ?? [])) ?? []);
  const bounds: Bounds = [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
  const villages = areas.flatMap(({ code, name, shape }) =>
    code && shape ? [{ code, name, label: labelPoint(shape) }] : [],
  );
  return { bounds, villages };
}

/** Farthest any vertex lies from the nearest vertex of the same place in the other set, metres, both ways. */
export function farthestM(areas: AreaFeature[], truth: AreaFeature[]): number {
  const byCode = new Map(truth.map((area) => [area.code, area]));
  let farthest = 0;
  for (const area of areas) {
    const mine = area.shape?.coordinates.flat(2) ?? [];
    const theirs = byCode.get(area.code)?.shape?.coordinates.flat(2) ?? [];
    for (const [from, to] of [
      [mine, theirs],
      [theirs, mine],
    ] as const) {
      for (const point of from)
        farthest = Math.max(farthest, Math.min(...to.map((other) => Math.hypot(...offsetM(point, other)))));
    }
  }
  return farthest;
}
