import { expect, test } from 'vitest';
import { waitMs } from '../../web/live-line.ts';

test('comes again after a second, then later and later up to half a minute, never all at once', () => {
  expect([0, 1, 2, 3, 20].map((tries) => waitMs(tries, 1))).toEqual([1000, 2000, 4000, 8000, 30_000]);
  expect(waitMs(3, 0)).toBe(4000);
});
