import { describe, expect, test } from 'vitest';
import { clockFault, clockLimits, confirmedSince, knownSince } from '../../server/change/clock.rules.ts';

const hour = 3_600_000;
const nowMs = Date.parse('2026-10-30T10:00:00Z');
const seen = { nowMs, newestMs: nowMs - hour, lastSignMs: nowMs - hour, jumpedMs: 0 };
const { saidMs, refusedMs, silentMs } = clockLimits;

describe('what is wrong with a clock', () => {
  test.each([
    ['an empty store', { newestMs: null, lastSignMs: null }, null],
    ['as far behind as nobody says anything of', { newestMs: nowMs + saidMs }, null],
    ['behind by a little more', { newestMs: nowMs + saidMs + 1 }, ['behind', false]],
    ['behind by a day', { newestMs: nowMs + refusedMs }, ['behind', false]],
    ['behind by more than a day', { newestMs: nowMs + refusedMs + 1 }, ['behind', true]],
    ['behind by years', { newestMs: nowMs + 800 * 24 * hour }, ['behind', true]],
    ['gone on by as much as nobody says anything of', { jumpedMs: saidMs }, null],
    ['gone on by a little more', { jumpedMs: saidMs + 1 }, ['ahead', false]],
    ['gone on by a day', { jumpedMs: refusedMs }, ['ahead', false]],
    ['gone on by more than a day', { jumpedMs: refusedMs + 1 }, ['ahead', true]],
    ['put back', { jumpedMs: -refusedMs }, null],
    ['nothing recorded for a month', { lastSignMs: nowMs - silentMs }, null],
    ['nothing recorded for longer', { lastSignMs: nowMs - silentMs - 1 }, ['ahead', true]],
    ['not the machine’s clock', { lastSignMs: null, newestMs: nowMs - 3 * silentMs }, null],
  ])('%s', (_, given, expected) => {
    const fault = clockFault({ ...seen, ...given });
    expect(fault && [fault.is, fault.refused]).toEqual(expected);
  });
});

describe('since when a change is known', () => {
  const now = '2026-10-30T10:00:00.000Z';
  test.each([
    ['now', now, '2026-10-30T09:00:00.000Z', now],
    [
      'a day before the newest: never before it',
      '2026-10-29T00:00:00.000Z',
      '2026-10-30T09:00:00.000Z',
      '2026-10-30T09:00:00.000Z',
    ],
    ['after a change ahead of the clock: by the clock', now, '2028-01-01T00:00:00.000Z', now],
    ['of an older file after such a change: by the clock', '2026-10-01T00:00:00.000Z', '2028-01-01T00:00:00.000Z', now],
  ])('%s', (_, given, before, expected) => {
    expect(knownSince(given, { before, now })).toBe(expected);
  });
  test('put right: when it was recorded, where that is past', () => {
    expect(confirmedSince('2026-10-29T08:00:00.000Z', now)).toBe('2026-10-29T08:00:00.000Z');
    expect(confirmedSince('2028-10-29T08:00:00.000Z', now)).toBe(now);
  });
});
