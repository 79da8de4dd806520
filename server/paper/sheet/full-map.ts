import { readFileSync, statSync } from 'node:fs';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import type { PlainMap } from '../../../geodata/build/county-files.ts';
import { pathOf, plainBox } from '../../../geodata/build/plain-map.ts';

/** Boundaries in full, as a map edition keeps them. */
export type Boundaries = FeatureCollection<MultiPolygon, { fid: number; level: 1 | 2 | 3 }>;

/** Beyond this many bytes of boundaries the simplified map is drawn: reading more would take the memory a paper has. */
const mostBoundaryBytes = 24 * 1024 * 1024;
/** Points are moved to a grid of this many to a unit of the map: on A0 a fifteenth of a millimetre, which neighbours share. */
const perUnit = 5;

/** The map of a sheet that is looked at from near, its borders in full from the file of boundaries; the map as it is where that file is too large. */
export function mapInFull(plain: PlainMap, path: string, most = mostBoundaryBytes): PlainMap {
  if (statSync(path).size > most) return plain;
  return fullMap(plain, JSON.parse(readFileSync(path, 'utf8')) as Boundaries);
}

/** A plain map with the whole border of each place there is one of; the box stays, and so does what was simplified and has no whole. */
export function fullMap(plain: PlainMap, { features }: Boundaries): PlainMap {
  const box = plainBox(plain.bounds);
  const onGrid = (value: number) => Math.round(value * perUnit) / perUnit;
  const fine: typeof box = {
    ...box,
    at: (position) => {
      const [x, y] = box.at(position);
      return [onGrid(x), onGrid(y)];
    },
  };
  const whole = new Map(
    features.map(({ properties: { fid, level }, geometry }) => [
      fid,
      { level, d: geometry.coordinates.flatMap((rings) => rings.map((ring) => pathOf(ring, fine, true))).join('') },
    ]),
  );
  const outlines = (level: 1 | 2) =>
    [...whole.values()].flatMap((one) => (one.level === level ? [one.d] : [])).join('');
  const shape = ({ fid, d }: PlainMap['villages'][number]) => ({ fid, d: whole.get(fid)?.d || d });
  return {
    ...plain,
    villages: plain.villages.map(shape),
    towns: plain.towns.map(shape),
    borders: plain.borders.map(({ level, d }) => ({ level, d: (level < 3 && outlines(level as 1 | 2)) || d })),
  };
}
