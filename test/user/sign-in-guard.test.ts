import { describe, expect, test } from 'vitest';
import { guardLimits, SignInGuard } from '../../server/user/sign-in-guard.ts';

const minute = 60_000;
const begun = Date.parse('2026-10-30T00:00:00Z');
const { free, freeOfAddress, freeOfAccount, firstMs, longestMs } = guardLimits;

function failing(guard: SignInGuard, times: number, login: string, address: string, now = begun) {
  for (let time = 0; time < times; time++) guard.failed(login, address, now);
}

describe('whoever fails', () => {
  test('waits from the fifth failure on, twice as long each time, never over a quarter of an hour', () => {
    const guard = new SignInGuard();
    failing(guard, free - 1, 'leader1', '10.0.0.9');
    expect(guard.waitMs('leader1', '10.0.0.9', false, begun)).toBe(0);
    guard.failed('leader1', '10.0.0.9', begun);
    expect(guard.waitMs('leader1', '10.0.0.9', false, begun)).toBe(firstMs);
    guard.failed('leader1', '10.0.0.9', begun);
    expect(guard.waitMs('leader1', '10.0.0.9', false, begun)).toBe(2 * firstMs);
    failing(guard, 10, 'leader1', '10.0.0.9');
    expect(guard.waitMs('leader1', '10.0.0.9', false, begun)).toBe(longestMs);
    expect(guard.waitMs('leader1', '10.0.0.9', false, begun + longestMs)).toBe(0);
  });

  test('waits at another account too when he tried many of them', () => {
    const guard = new SignInGuard();
    for (let one = 0; one < freeOfAddress; one++) guard.failed(`account${one}`, '10.0.0.9', begun);
    expect(guard.waitMs('untouched', '10.0.0.9', false, begun)).toBeGreaterThan(0);
    expect(guard.waitMs('untouched', '10.0.0.8', false, begun)).toBe(0);
  });
});

describe('a leader under attack', () => {
  test('signs in from his own desk as if nothing were', () => {
    const guard = new SignInGuard();
    for (let one = 0; one < 200; one++) guard.failed('leader1', `10.0.1.${one}`, begun);
    expect(guard.waitMs('leader1', '10.0.0.5', true, begun)).toBe(0);
    expect(guard.waitMs('leader1', '10.0.0.5', false, begun)).toBeGreaterThan(0);
  });

  test('is shut out elsewhere for a quarter of an hour at most, though the attack goes on', () => {
    const guard = new SignInGuard();
    failing(guard, freeOfAccount, 'leader1', '10.0.1.1');
    for (let at = 0; at < 14; at++) failing(guard, 3, 'leader1', `10.0.2.${at}`, begun + at * minute);
    expect(guard.waitMs('leader1', '10.0.0.7', false, begun + longestMs - 1)).toBe(1);
    expect(guard.waitMs('leader1', '10.0.0.7', false, begun + longestMs)).toBe(0);
    failing(guard, 1, 'leader1', '10.0.2.1', begun + longestMs);
    expect(guard.waitMs('leader1', '10.0.0.7', false, begun + longestMs)).toBe(0);
  });

  test('is never shut out elsewhere by one address that keeps to its waits', () => {
    const guard = new SignInGuard();
    for (let now = begun; now < begun + 12 * 60 * minute; now += 1000) {
      if (guard.waitMs('leader1', '10.0.1.1', false, now) === 0) guard.failed('leader1', '10.0.1.1', now);
      expect(guard.waitMs('leader1', '10.0.0.7', false, now)).toBe(0);
    }
  });
});

test('any number of right sign-ins from one address holds up nobody there', () => {
  const guard = new SignInGuard();
  for (let one = 0; one < 10 * freeOfAddress; one++) {
    guard.failed('town1', '10.0.0.3', begun);
    guard.succeeded('town1', '10.0.0.3');
  }
  expect(guard.waitMs('town1', '10.0.0.3', false, begun)).toBe(0);
  expect(guard.waitMs('village', '10.0.0.3', false, begun)).toBe(0);
});
