import { describe, expect, test } from 'vitest';
import type { AreasAnswer } from '../../server/area/answer.ts';
import type { LayerDaysAnswer } from '../../server/history/answer.ts';
import type { Way } from '../../server/history/rules.ts';
import type { LayerAnswer } from '../../server/layer/answer.ts';
import { changeLayer, waysOf } from '../../web/history/compare.ts';
import {
  comparedFirst,
  dayMs,
  indexOfDay,
  rankingOfDay,
  summaryOfDay,
  valuesOfDay,
} from '../../web/history/timeline.ts';
import { readView, writeView } from '../../web/url.ts';

const place = (fid: number, town = 0) => ({
  fid,
  code: `c${fid}`,
  name: `n${fid}`,
  officialName: null,
  type: null,
  town,
  areaKm2: null,
  label: null,
  bounds: null,
});
const areas: AreasAnswer = {
  seq: 9,
  county: place(1),
  towns: [place(2), place(6)],
  villages: [place(4, 2), place(3, 2), place(7, 6)],
  map: null,
  sample: true,
};
const text = { zh: '甲', en: 'a' };
const layer: LayerAnswer = {
  id: 'l',
  theme: 'venue',
  parent: null,
  level: 'village',
  title: text,
  definition: text,
  source: text,
  unit: null,
  classes: ['good', 'bad'].map((id) => ({ id, title: text, lamp: 'good', hatch: 'none', letter: text })),
  rollUp: { title: text, classes: [], outside: [], target: 1, better: 'more' },
  kpis: [],
};
const day = (on: string, classes: string, places: number) => ({
  on,
  since: '2026-08-17',
  dataAt: '2026-08-17T12:00:00Z',
  places,
  classes,
  county: { fid: 1, counts: [1, 1], share: 0.5 },
  towns: [
    { fid: 2, counts: [1, 1], share: 0.5 },
    { fid: 6, counts: [0, 1], share: 0 },
  ],
});
const days: LayerDaysAnswer = {
  layer: 'l',
  seq: 9,
  from: '2026-08-17',
  to: '2026-08-18',
  places: [
    [3, 4],
    [3, 4, 7],
  ],
  days: [day('2026-08-17', '01', 0), day('2026-08-18', '001', 1)],
};

describe('the days played', () => {
  test.each([
    [1, 200],
    [75, 200],
    [100, 200],
    [101, 20_000 / 101],
    [400, 50],
  ])('%i days: %d ms a day', (count, ms) => {
    expect(dayMs(count)).toBeCloseTo(ms);
    expect(dayMs(count) * count).toBeLessThanOrEqual(20_000 + 1e-6);
  });
  test('a day not among them is the last', () => {
    expect([
      indexOfDay(days.days, '2026-08-17'),
      indexOfDay(days.days, '2025-01-01'),
      indexOfDay(days.days, null),
    ]).toEqual([0, 1, 1]);
  });
  test('a place not known on a day stands without a class', () => {
    expect([valuesOfDay(areas, layer, days, 0)?.classes, valuesOfDay(areas, layer, days, 1)?.classes]).toEqual([
      '01-',
      '001',
    ]);
    expect(valuesOfDay(areas, { ...layer, id: 'other' }, days, 0)).toBeNull();
  });
  test.each([
    ['2026-08-15', 'ahead', 0, 100, 2, 0],
    ['2026-08-16', 'ahead', 0, 100, 1, 0],
    ['2026-08-17', 'running', 1, 99, 0, 0],
    ['2026-11-23', 'running', 99, 1, 0, 0],
    ['2026-11-24', 'last', 100, 0, 0, 0],
    ['2026-11-25', 'over', 100, 0, 0, 1],
    ['2026-12-01', 'over', 100, 0, 0, 7],
  ] as const)(
    'on %s the campaign is %s: day %i, %i left, %i to go, over for %i',
    (on, state, number, daysLeft, daysTo, daysSince) => {
      const standing = { state: 'running', day: 75, daysLeft: 25, daysTo: 0, daysSince: 0 } as const;
      const campaign = { title: text, firstOn: '2026-08-17', days: 100, ...standing, nodes: [] };
      const today = {
        ...{ seq: 9, on: '2026-10-30', dataAt: null, sample: true, lastMeetingOn: null },
        campaign,
        scope: { town: null, title: text, villages: 3, totals: false },
        kpis: [],
      };
      expect(summaryOfDay(today, layer, { day: day(on, '01', 0), counts: [1, 1] }).campaign).toEqual({
        ...campaign,
        state,
        day: number,
        daysLeft,
        daysTo,
        daysSince,
      });
    },
  );
  test('towns are ranked by that day’s shares, against the day it is compared with where that is known', () => {
    const before = {
      layer: 'l',
      seq: 9,
      on: '',
      since: '',
      scope: text,
      title: text,
      target: 1,
      silent: false,
      rows: [],
    };
    const [first, second] = days.days as [LayerDaysAnswer['days'][number], LayerDaysAnswer['days'][number]];
    const shown = (of: typeof first, all = days.days) => {
      const { since, rows } = rankingOfDay(areas, layer, { day: of, days: all }, before);
      return [since, rows.map(({ fid, rank, rankBefore }) => [fid, rank, rankBefore])];
    };
    const turned = { ...second, towns: second.towns.map((one) => ({ ...one, share: 0.5 - (one.share ?? 0) })) };
    expect(shown(turned)).toEqual([
      '2026-08-17',
      [
        [6, 1, 2],
        [2, 2, 1],
      ],
    ]);
    expect(shown({ ...turned, since: '2026-08-10' })).toEqual([
      '2026-08-10',
      [
        [6, 1, null],
        [2, 2, null],
      ],
    ]);
    expect(shown(turned, [{ ...first, dataAt: null }, turned])[1]).toEqual([
      [6, 1, null],
      [2, 2, null],
    ]);
  });
});

describe('what is compared with first', () => {
  const ten = Array.from({ length: 10 }, (_, at) => ({ on: `2026-10-${21 + at}` }));
  test.each([
    ['the day of the last meeting', 9, '2026-10-25', '2026-10-25', '2026-10-25'],
    ['one of a day before any shown', 9, '2026-09-01', '2026-09-01', '2026-09-01'],
    ['a week before where none was held', 9, null, null, '2026-10-23'],
    ['a week before where it was that very day', 9, '2026-10-30', null, '2026-10-23'],
    ['… or came later', 5, '2026-10-28', null, '2026-10-21'],
    ['the first day where a week before there was none', 3, null, null, '2026-10-21'],
  ])('%s', (_, at, last, meeting, first) => expect(comparedFirst(ten, at, last)).toEqual({ meeting, first }));
  test('nothing without days', () =>
    expect(comparedFirst([], -1, '2026-10-25')).toEqual({ meeting: null, first: null }));
});

describe('what moved between two days', () => {
  const changed = (fid: number, from: string | null, to: string | null, way: Way) => ({
    fid,
    code: '',
    name: '',
    town: '',
    from,
    to,
    way,
    valueFrom: null,
    valueTo: null,
  });
  const answer = {
    layer: 'l',
    seq: 9,
    from: '2026-08-17',
    to: '2026-08-18',
    better: 0,
    worse: 1,
    aged: 1,
    same: 0,
    unknown: 1,
    fids: [3, 4, 7],
    classesFrom: '00-',
    classesTo: '111',
    countyFrom: { fid: 1, counts: [2, 0], share: 1 },
    countyTo: { fid: 1, counts: [1, 2], share: 0 },
    changed: [
      changed(3, 'good', 'bad', 'worse'),
      changed(4, 'good', 'bad', 'aged'),
      changed(7, null, 'bad', 'unknown'),
    ],
  };
  test('is what the answer says; a place not told of stayed', () => {
    expect([...waysOf(answer)]).toEqual([
      [3, 'worse'],
      [4, 'aged'],
      [7, 'unknown'],
    ]);
  });
  test('is a layer whose counts add up to the places', () => {
    const { values, layer: drawn } = changeLayer(areas, layer, answer);
    expect(values.layer).toBe(drawn.id);
    expect([values.classes, values.county.counts]).toEqual(['024', [1, 0, 1, 0, 1]]);
    expect(values.towns.map(({ counts }) => counts)).toEqual([
      [1, 0, 1, 0, 0],
      [0, 0, 0, 0, 1],
    ]);
  });
});

test.each([
  { since: '2026-09-01', split: '1' },
  { since: '2026-09-01' },
  { time: '1' },
  { asOf: '2026-09-02', since: '2026-09-01' },
])('the address %o comes back as it was', (search) => {
  expect(writeView(readView(search))).toEqual(search);
});
