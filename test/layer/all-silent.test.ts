import { describe, expect, test } from 'vitest';
import { allSilent } from '../../server/layer/rules.ts';

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
