import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AreaFeature } from '../../geodata/area/area.ts';
import { findDefects } from '../../geodata/area/defects.ts';
import type { Note } from '../../geodata/note.ts';
import { farthestM, onlyBoundaries } from '../geodata/read-county.ts';
import { readShared, shared } from './shared.ts';

interface Planted {
  kind: string;
  code: string;
  name: string;
}

/** What each planted kind must be called, and what becomes of it. */
const expected: Record<string, { code: string; severity: Note['severity'] }> = {
  'self-intersection (two vertices swapped)': { code: 'self-intersection', severity: 'repaired' },
  'ring not closed': { code: 'ring-not-closed', severity: 'repaired' },
  'clockwise exterior ring': { code: 'ring-direction', severity: 'repaired' },
  'repeated vertex': { code: 'vertex-repeated', severity: 'repaired' },
  '3D coordinates': { code: 'third-dimension', severity: 'repaired' },
  'geometry null': { code: 'shape-missing', severity: 'refused' },
  'latitude and longitude swapped': { code: 'place-axes-swapped', severity: 'repaired' },
  'shifted about 200 m: overlap and gap': { code: 'place-shifted', severity: 'repaired' },
  'feature twice': { code: 'feature-twice', severity: 'repaired' },
  'feature missing': { code: 'place-missing', severity: 'warning' },
  'code with 11 digits': { code: 'code-digits', severity: 'refused' },
  'spike out and back': { code: 'spike', severity: 'repaired' },
};

const planted: Planted[] = JSON.parse(readFileSync(join(shared, 'fictional_demo/14_defects_truth.json'), 'utf8'));

describe('every planted defect is told with place and kind', () => {
  let truth: AreaFeature[];
  let found: { areas: AreaFeature[]; notes: Note[] };
  beforeAll(async () => {
    truth = onlyBoundaries(await readShared('fictional_demo/01_villages_wgs84.geojson')).areas;
    const { areas } = onlyBoundaries(await readShared('fictional_demo/14_villages_with_defects.geojson'));
    found = findDefects(areas, '14');
  });

  for (const { kind, code, name } of planted) {
    test(`${name} ${kind}`, () => {
      const told = found.notes.filter((note) => note.code === expected[kind]?.code);
      const { severity } = expected[kind] ?? {};
      const place = told.map((note) => [note.severity, note.at.areaCode ?? note.values?.code]);
      expect(place).toContainEqual([severity, code]);
    });
  }
  test('nothing else is reported but the ground of the two places without a shape', () => {
    const kinds = found.notes.map(({ code }) => code).sort();
    expect(kinds).toEqual([...planted.map(({ kind }) => expected[kind]?.code), 'gap'].sort());
  });
  test('what is repaired is the county again', () => {
    expect(
      farthestM(
        found.areas.filter(({ shape, code }) => shape && code?.length === 12),
        truth,
      ),
    ).toBeLessThan(0.5);
    expect(found.areas).toHaveLength(147);
  });
  test('the sound county has no defect, nor have its towns', async () => {
    expect(findDefects(truth, '01').notes).toEqual([]);
    const towns = onlyBoundaries(await readShared('fictional_demo/00_towns_wgs84.geojson'));
    expect(findDefects(towns.areas, '00').notes).toEqual([]);
  });
});
