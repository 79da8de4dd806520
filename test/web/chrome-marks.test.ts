import { describe, expect, test } from 'vitest';
import { kpiChange, rankMark, ranksClimbed, scoreMark } from '../../web/chrome/marks.ts';

describe('the first and the last three of a ranking', () => {
  const marks = (ranks: number[]) => {
    const rows = ranks.map((rank) => ({ rank, share: 0.5 }));
    return rows.map((row) => rankMark(row, rows));
  };
  test('of ten towns three and three are marked', () =>
    expect(marks([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual([
      ...['first', 'first', 'first', '', '', '', '', 'last', 'last', 'last'],
    ]));
  test('of four towns the first come before the last', () =>
    expect(marks([1, 2, 3, 4])).toEqual(['first', 'first', 'first', 'last']));
  test('when all are level nobody is first or last', () =>
    expect(new Set(marks([1, 1, 1, 1, 1, 1, 1]))).toEqual(new Set([''])));
  test('a town where nothing counts bears no mark', () =>
    expect(rankMark({ rank: 1, share: null }, [{ rank: 1, share: null }])).toBe(''));
});

describe('the mark of a score', () => {
  const row = (rank: number, last: 'within' | 'tied' | null = null, score: number | null = 50) => ({
    rank,
    last,
    score,
  });
  test.each([
    ['the third', row(3), [1, 2, 3, 4], 4, 'first'],
    ['the fourth', row(4), [1, 2, 3, 4], 4, ''],
    ['one of the last N', row(4, 'within'), [1, 2, 3, 4], 4, 'last'],
    ['one tied across the cut', row(4, 'tied'), [1, 2, 3, 4], 4, ''],
    ['all of one rank', row(1), [1, 1, 1], 3, ''],
    ['one row of a longer list', row(1), [1], 3, 'first'],
    ['no score', row(1, null, null), [1, 2], 2, ''],
  ])('%s', (_, one, ranks, of, mark) =>
    expect(
      scoreMark(
        one,
        ranks.map((rank) => ({ rank })),
        of,
      ),
    ).toBe(mark),
  );
});

describe('what changed since', () => {
  const row = { fid: 1, code: 'a', name: '甲镇', counted: 5, of: 10, tied: false };
  test('from fifth to third is two ranks climbed', () =>
    expect(ranksClimbed({ ...row, rank: 3, rankBefore: 5, share: 0.5, shareBefore: 0.3 })).toBe(2));
  test('without a share on either day there is no movement', () => {
    expect(ranksClimbed({ ...row, rank: 3, rankBefore: null, share: 0.5, shareBefore: null })).toBeNull();
    expect(ranksClimbed({ ...row, rank: 3, rankBefore: 5, share: null, shareBefore: 0.3 })).toBeNull();
  });
  test.each([
    { value: 60, before: 32, better: 'more' as const, by: 28, movement: 'better' },
    { value: 15, before: 20, better: 'less' as const, by: -5, movement: 'better' },
    { value: 20, before: 15, better: 'less' as const, by: 5, movement: 'worse' },
    { value: 3, before: 5, better: 'more' as const, by: -2, movement: 'worse' },
    { value: 14, before: 14, better: 'less' as const, by: 0, movement: 'same' },
  ])('$before → $value where $better is good: $movement', ({ value, before, better, by, movement }) =>
    expect(kpiChange({ value, before, better })).toEqual({ by, movement }),
  );
  test('a figure without a former one has no change', () =>
    expect(kpiChange({ value: 1, before: null, better: 'more' })).toBeNull());
});
