import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultRanking } from '../../server/campaign/default-editions.message.ts';
import { type FormulaPart, type RankingFormula, rankingFaults } from '../../server/campaign/formula/rules.ts';
import type { Judged } from '../../server/layer/judge.ts';
import { layers } from '../../server/layer/registry.ts';
import { unknownParts } from '../../server/layer/unknown-parts.ts';
import { measured } from '../../server/ranking/measure.ts';
import {
  type Cut,
  cutOf,
  externalPoints,
  lastOf,
  type Measured,
  ranksOf,
  scoreOf,
  twoDecimals,
} from '../../server/ranking/rules.ts';

const share = (weight: number, layer = 'venue-stage'): FormulaPart => ({
  ...{ layer, measure: 'share', classes: [], weight, most: null },
});
const off = (weight: number, most: number | null = null): FormulaPart => ({
  ...{ layer: 'venue-stage', measure: 'deduction', classes: ['not-started'], weight, most },
});
const days = (weight: number, most: number): FormulaPart => ({ ...off(weight, most), measure: 'per-unit' });
const of = (counted: number, all: number): Measured => ({ counted, of: all });

describe('a score', () => {
  test.each<[string, FormulaPart[], (Measured | null)[], number, number | null]>([
    ['one share is the per cent of it', [share(1)], [of(1, 3)], 0, 33.33],
    ['weights that sum to 100', [share(60), share(40)], [of(1, 1), of(0, 5)], 0, 60],
    ['weights that sum to anything weigh the same', [share(3), share(2)], [of(1, 1), of(0, 5)], 0, 60],
    ['what has nothing to count leaves its weight to the others', [share(60), share(40)], [of(1, 2), null], 0, 50],
    ['nought of nought is nothing to count', [share(60), share(40)], [of(1, 2), of(0, 0)], 0, 50],
    ['without any share that counts there is no score', [share(60), off(1)], [of(0, 0), of(2, 5)], 0, null],
    ['a deduction takes points for each place', [share(1), off(2)], [of(1, 1), of(3, 9)], 0, 94],
    ['… and no more than its most', [share(1), off(2, 5)], [of(1, 1), of(3, 9)], 0, 95],
    ['… just its most', [share(1), off(2, 6)], [of(1, 1), of(3, 9)], 0, 94],
    ['… a most of nought takes nothing', [share(1), off(2, 0)], [of(1, 1), of(3, 9)], 0, 100],
    ['… or each unit, of a town the average', [share(1), days(2, 50)], [of(1, 1), of(30, 9)], 0, 93.33],
    ['… a village below its most', [share(1), days(2, 50)], [of(1, 1), of(24, 1)], 0, 52],
    ['… at its most', [share(1), days(2, 50)], [of(1, 1), of(25, 1)], 0, 50],
    ['… above its most', [share(1), days(2, 50)], [of(1, 1), of(26, 1)], 0, 50],
    ['never below nought', [share(1), off(90)], [of(1, 2), of(1, 1)], -3, 0],
    ['superiors’ points are added and taken off', [share(1)], [of(1, 2)], -3, 47],
    ['praise may lift it above 100', [share(1)], [of(1, 1)], 5, 105],
    ['a formula of deductions alone begins at 100', [off(1)], [of(4, 9)], 0, 96],
    ['it is the sum of its parts as shown', [share(1), share(1), share(1)], [of(1, 3), of(1, 3), of(1, 3)], 0, 33.33],
  ])('%s', (_, parts, found, external, score) => {
    const got = scoreOf({ parts }, found, external);
    expect(got.score).toBe(score);
    if (got.score === null || got.score === 0) return;
    const base = parts.some(({ measure }) => measure === 'share') ? 0 : 100;
    expect(twoDecimals(got.parts.reduce((sum, { points }) => sum + (points ?? 0), base + external))).toBe(got.score);
  });
  test('lies below nought where the formula says so', () => {
    const found = [of(1, 2), of(1, 1)];
    expect(scoreOf({ parts: [share(1), off(90)], belowZero: true }, found, -3).score).toBe(-43);
    expect(scoreOf({ parts: [share(1), off(90)], belowZero: false }, found, -3).score).toBe(0);
  });
  test.each([
    [1.005, 1.01],
    [2.675, 2.68],
    [-1.005, -1.01],
    [0.004, 0],
    [-0.001, 0],
    [33.333333, 33.33],
  ])('%d has two decimals as a spreadsheet rounds: %d', (value, rounded) => expect(twoDecimals(value)).toBe(rounded));
});

describe('the last N', () => {
  const none = { within: 0, fromRank: null, toRank: null, tied: 0, tiedRank: null };
  test.each<[string, (number | null)[], number, Partial<Cut>, string]>([
    ['the last one', [90, 80, 70], 1, { within: 1, fromRank: 3, toRank: 3 }, '  w'],
    ['none', [90, 80, 70], 0, {}, '   '],
    ['those tied who fit', [90, 70, 70, 60], 3, { within: 3, fromRank: 2, toRank: 4 }, ' www'],
    [
      'those tied across the cut are told apart',
      [90, 70, 70, 60],
      2,
      { within: 1, fromRank: 4, toRank: 4, tied: 2, tiedRank: 2 },
      ' ttw',
    ],
    ['… and none above the cut', [90, 70, 70, 60], 1, { within: 1, fromRank: 4, toRank: 4 }, '   w'],
    ['tied last, who do not fit', [90, 80, 70, 70], 1, { tied: 2, tiedRank: 3 }, '  tt'],
    [
      'who has no score is not among them, nor counted',
      [90, null, 70, 60],
      2,
      { within: 2, fromRank: 2, toRank: 3 },
      '  ww',
    ],
    ['nobody is last where all are equal', [70, 70, 70], 2, {}, '   '],
    ['the first never are, however many are asked for', [90, 80], 10, { within: 1, fromRank: 2, toRank: 2 }, ' w'],
    ['below zero as above it', [-5, -20, 3], 1, { within: 1, fromRank: 3, toRank: 3 }, ' w '],
    ['nobody', [], 3, {}, ''],
  ])('%s', (_, scores, most, cut, marks) => {
    expect(cutOf(scores, most)).toEqual({ most, ...none, ...cut });
    const ranks = ranksOf(scores, 'more');
    const marked = scores.map((score, at) => (score === null ? null : lastOf(cutOf(scores, most), ranks[at] ?? 0)));
    expect(marked.map((one) => one?.[0] ?? ' ').join('')).toBe(marks.padEnd(scores.length));
  });
  test('never more than N are marked, whatever the scores', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: -3, max: 3 }))), fc.nat(12), (scores, most) => {
        const { within, tied } = cutOf(scores, most);
        expect(within).toBeLessThanOrEqual(most);
        if (tied > 0) expect(within + tied).toBeGreaterThan(most);
      }),
    );
  });
});

describe('points for results of superiors', () => {
  const points = { provinceCriticised: 5, cityCriticised: 3, provincePraised: 4, cityPraised: 2, lastInCity: 1 };
  test.each([
    ['criticised', 'province', null, null, -5],
    ['criticised', 'city', null, null, -3],
    ['praised', 'province', null, null, 4],
    ['praised', 'city', null, null, 2],
    ['rank', 'city', 12, 12, -1],
    ['rank', 'city', 11, 12, 0],
    ['rank', 'province', 12, 12, 0],
  ] as const)('%s by the %s, rank %s of %s: %d', (kind, level, rank, all, gives) =>
    expect(externalPoints({ kind, level, rank, of: all }, points)).toBe(gives),
  );
});

describe('what a part measures comes from its layer', () => {
  const judged = (layer: string, classes: string[]): [Layer: (typeof layers)[number], places: Judged[]] => {
    const found = layers.find(({ id }) => id === layer);
    if (!found) throw new Error(layer);
    const place = { id: '', fid: 0, name: '', kind: 'village', townId: '' } as Judged['place'];
    return [
      found,
      classes.map((id) => ({
        place,
        verdict: { class: id, value: null, why: { zh: '', en: '' } },
        at: found.classes.findIndex((one) => one.id === id),
      })),
    ];
  };
  test.each<[string, string, Partial<FormulaPart>, string[], Measured | null]>([
    ['the layer’s own roll-up', 'venue-stage', {}, ['accepted', 'built', 'frame', 'not-started'], of(2, 4)],
    ['not reported is in the whole and never done', 'venue-stage', {}, ['accepted', 'silent', 'silent'], of(1, 3)],
    [
      '… even where the roll-up leaves it out',
      'organisation-turnaround',
      {},
      ['none', 'signed-off', 'silent', 'overdue'],
      of(1, 3),
    ],
    [
      '… even where somebody would count it',
      'venue-stage',
      { classes: ['accepted', 'silent'] },
      ['accepted', 'silent'],
      of(1, 2),
    ],
    ['what the roll-up leaves out is in neither', 'inspection-findings', {}, ['clear', 'many', 'never'], of(1, 2)],
    ['classes chosen by the office', 'venue-stage', { classes: ['accepted'] }, ['accepted', 'built'], of(1, 2)],
    [
      'a deduction counts places in its classes',
      'venue-schedule',
      { measure: 'deduction', classes: ['overdue', 'silent'] },
      ['overdue', 'silent', 'built'],
      of(2, 3),
    ],
    ['no places, nothing', 'venue-stage', {}, [], null],
  ])('%s', (_, layer, part, classes, expected) =>
    expect(measured(judged(layer, classes)[0], { ...share(1, layer), ...part }, judged(layer, classes)[1])).toEqual(
      expected,
    ),
  );
});

describe('what counts by the unit', () => {
  const late = (classes: string[], value: number | null, counted = ['late', 'overdue']) => {
    const layer = layers.find(({ id }) => id === 'venue-schedule');
    if (!layer) throw new Error('no layer');
    const place = { id: '', fid: 0, name: '', kind: 'village', townId: '' } as Judged['place'];
    const part = { ...days(0.5, 30), layer: 'venue-schedule', classes: counted };
    return measured(
      layer,
      part,
      classes.map((id) => ({ place, verdict: { class: id, value, why: { zh: '', en: '' } }, at: 0 })),
    );
  };
  test.each<[string, string[], number | null, Measured]>([
    ['is the sum of the values in its classes', ['late', 'overdue', 'built'], 6, of(12, 3)],
    ['a place without a value adds nothing', ['late'], null, of(0, 1)],
    ['a place not reported adds as much as takes the most', ['silent', 'built'], 6, of(60, 2)],
  ])('%s', (_, classes, value, expected) => expect(late(classes, value)).toEqual(expected));

  const formula = defaultRanking.parts.find(
    ({ measure, layer }) => measure === 'per-unit' && layer === 'venue-schedule',
  );
  test.each([1, 59, 60, 61, 365])(
    'by the default a village without a plan stands no better than one %i days late',
    (n) => {
      const lost = (classes: string[], value: number | null) =>
        scoreOf({ parts: formula ? [formula] : [] }, [late(classes, value, formula?.classes)], 0).score ?? 0;
      expect(lost(['unplanned'], null)).toBe(70);
      expect(lost(['unplanned'], null)).toBeLessThanOrEqual(lost(['overdue'], n));
      expect(lost(['on-schedule'], null)).toBe(100);
    },
  );
  test('where the county does not count it, a missing plan adds nothing', () =>
    expect(late(['unplanned'], null)).toEqual(of(0, 1)));
});

describe('a formula', () => {
  const faults = (change: Partial<RankingFormula>) =>
    [...rankingFaults({ ...defaultRanking, ...change }), ...unknownParts({ ...defaultRanking, ...change }, layers)].map(
      ({ field, code }) => `${field} ${code}`,
    );
  test('that a county begins with has no fault', () => expect(faults({})).toEqual([]));
  test.each<[string, Partial<RankingFormula>, string]>([
    ['without a part', { parts: [] }, 'body.parts missing'],
    ['with a weight of nought', { parts: [share(0)] }, 'body.parts.0.weight points-out'],
    ['with a weight of three decimals', { parts: [share(1.005)] }, 'body.parts.0.weight points-out'],
    ['with a weight above the most', { parts: [share(1000.01)] }, 'body.parts.0.weight points-out'],
    ['with a part twice', { parts: [share(1), share(2)] }, 'body.parts.1 key-twice'],
    ['with a deduction for nothing', { parts: [{ ...off(1), classes: [] }] }, 'body.parts.0.classes missing'],
    ['by the unit without a most', { parts: [{ ...days(1, 5), most: null }] }, 'body.parts.0.most missing'],
    ['with a negative limit', { parts: [share(1), off(1, -1)] }, 'body.parts.1.most points-out'],
    ['with a layer there is not', { parts: [share(1, 'none')] }, 'body.parts.0.layer layer-unknown'],
    [
      'with a class there is not',
      { parts: [{ ...share(1), classes: ['gold'] }] },
      'body.parts.0.classes layer-unknown',
    ],
    [
      'that counts silence as done',
      { parts: [{ ...share(1), classes: ['silent'] }] },
      'body.parts.0.classes silent-counted',
    ],
    ['with half a last village', { lastVillages: 1.5 }, 'body.lastVillages number-out'],
    [
      'with points below nought',
      { external: { ...defaultRanking.external, cityPraised: -1 } },
      'body.external.cityPraised points-out',
    ],
  ])('%s is refused', (_, change, fault) => expect(faults(change)).toEqual([fault]));
});
