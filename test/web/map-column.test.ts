import { describe, expect, test } from 'vitest';
import type { AreasAnswer, PlaceAnswer } from '../../server/area/answer.ts';
import type { LayerAnswer, ValuesAnswer } from '../../server/layer/answer.ts';
import { changedFids, fadedVillages, noClass, villageClasses } from '../../web/map/column.ts';

const place = (fid: number, town: number): PlaceAnswer => ({
  fid,
  code: String(fid),
  name: `村${fid}`,
  officialName: null,
  type: null,
  town,
  areaKm2: null,
  label: null,
  bounds: null,
});
const areas: AreasAnswer = {
  seq: 1,
  county: place(1, 0),
  towns: [place(3, 0), place(2, 0)],
  villages: [place(12, 3), place(10, 2), place(11, 2)],
  map: null,
  sample: false,
};
const text = { zh: '', en: '' };
const layer = (level: 'village' | 'town'): LayerAnswer => ({
  id: 'a',
  theme: 'venue',
  parent: null,
  level,
  title: text,
  definition: text,
  source: text,
  unit: null,
  classes: ['done', 'late', 'silent'].map((id) => ({ id, title: text, lamp: 'done', hatch: 'none', letter: text })),
  rollUp: { title: text, classes: [], outside: [], target: null, better: 'more' },
  kpis: [],
});
const values = (classes: string, id = 'a'): ValuesAnswer => ({
  layer: id,
  seq: 1,
  areasSeq: 1,
  on: '2026-10-30',
  dataAt: null,
  classes,
  values: [],
  towns: [],
  county: { fid: 1, counts: [], share: null },
});

describe('the column of classes', () => {
  test('gives the digits to the villages in ascending fid, whatever order the list has', () => {
    const column = villageClasses(areas, layer('village'), values('012'));
    expect([column[10], column[11], column[12]]).toEqual([0, 1, 2]);
  });
  test('gives a village the class of its town in a layer of towns', () => {
    const column = villageClasses(areas, layer('town'), values('12'));
    expect([column[10], column[11], column[12]]).toEqual([1, 1, 2]);
  });
  test.each([
    { when: 'nothing has come yet', given: null },
    { when: 'the column is another layer’s', given: values('000', 'b') },
    { when: 'a digit is beyond the classes', given: values('zzz') },
  ])('knows no class while $when', ({ given }) => {
    const column = villageClasses(areas, layer('village'), given);
    expect([column[10], column[11], column[12]]).toEqual([noClass, noClass, noClass]);
  });
});

describe('what stands back', () => {
  const column = villageClasses(areas, layer('village'), values('012'));
  const faded = (view: { town: number | null; filter: string[] | null }) =>
    [10, 11, 12].filter((fid) => fadedVillages(areas, layer('village'), column, view)[fid] === 1);
  test('nothing in the county without a filter', () => expect(faded({ town: null, filter: null })).toEqual([]));
  test('the villages of other towns', () => expect(faded({ town: 2, filter: null })).toEqual([12]));
  test('the classes the filter leaves out', () => expect(faded({ town: null, filter: ['late'] })).toEqual([10, 12]));
  test('everything under a filter of nothing', () => expect(faded({ town: null, filter: [] })).toEqual([10, 11, 12]));
});

describe('the difference of two columns', () => {
  test.each([
    { before: [0, 1, 2], after: [0, 1, 2], changed: [] },
    { before: [0, 1, 2], after: [0, 2, 2], changed: [1] },
    { before: [0], after: [0, 1], changed: [1] },
    { before: [0, 1], after: [0], changed: [1] },
  ])('$before → $after', ({ before, after, changed }) => {
    expect(changedFids(Uint8Array.from(before), Uint8Array.from(after))).toEqual(changed);
  });
});
