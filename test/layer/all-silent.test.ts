import { describe, expect, test } from 'vitest';
import { allSilent, rankedShares } from '../../server/layer/rules.ts';

describe('a figure of which nothing was reported says so, and is no 0', () => {
  const lamps = ['done', 'steady', 'silent'];
  test.each([
    ['no place was there on the day', [0, 0, 0], true],
    ['no place reported', [0, 0, 3], true],
    ['one place reported', [0, 1, 3], false],
    ['all places reported', [2, 1, 0], false],
  ])('%s', (_, counts, silent) => {
    expect(allSilent(lamps, counts)).toBe(silent);
  });
});

describe('towns are ranked by what was reported', () => {
  const classes = [{ lamp: 'done' }, { lamp: 'silent' }];
  const silentTown = { counts: [0, 3], share: 0 };
  test.each<[string, { counts: number[]; share: number | null }[], ReturnType<typeof rankedShares>]>([
    ['while nobody reported, no town has a share', [silentTown, silentTown], { silent: true, shares: [null, null] }],
    [
      'once one town reported, the silent one stands at 0',
      [silentTown, { counts: [1, 2], share: 1 / 3 }],
      { silent: false, shares: [0, 1 / 3] },
    ],
    [
      'where no place counts there is no share, and nothing was kept back',
      [{ counts: [0, 0], share: null }],
      { silent: false, shares: [null] },
    ],
    ['without towns', [], { silent: false, shares: [] }],
  ])('%s', (_, towns, told) => expect(rankedShares(classes, towns)).toEqual(told));
});
