import type { Position } from 'geojson';
import type { Bounds, LonLat } from '../area/area.ts';

/** The county already imported: where it lies and which villages it has. */
export interface KnownPlaces {
  bounds: Bounds;
  villages: { code: string | null; name: string; label: LonLat }[];
}

/** A place of the file being read with one position of it, in whatever coordinates. */
export interface Anchor {
  code: string | null;
  name: string;
  position: Position;
}

/** Pairs of places with the same code, or with the same name where the county has only one of it. */
export function pairPlaces<Place extends { code: string | null; name: string }>(
  places: Place[],
  known: KnownPlaces,
): { place: Place; label: LonLat }[] {
  const byCode = new Map(known.villages.map((village) => [village.code, village.label]));
  const byName = new Map<string, LonLat | null>();
  for (const { name, label } of known.villages) byName.set(name, byName.has(name) ? null : label);
  return places.flatMap((place) => {
    const label = (place.code && byCode.get(place.code)) || byName.get(place.name);
    return label ? [{ place, label }] : [];
  });
}

/** East and north of `to` seen from `from`, metres on the sphere; good to 1 % within a county. */
export function offsetM(from: Position, to: Position): [east: number, north: number] {
  const metresPerDegree = 111_195;
  const [lon = 0, lat = 0] = from;
  return [
    ((to[0] ?? 0) - lon) * metresPerDegree * Math.cos((lat * Math.PI) / 180),
    ((to[1] ?? 0) - lat) * metresPerDegree,
  ];
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** Whether a position lies in the county's box widened by a tenth. */
export function isNear(known: KnownPlaces, [lon = Number.NaN, lat = Number.NaN]: Position): boolean {
  const [west, south, east, north] = known.bounds;
  const [dx, dy] = [(east - west) / 10, (north - south) / 10];
  return lon >= west - dx && lon <= east + dx && lat >= south - dy && lat <= north + dy;
}
