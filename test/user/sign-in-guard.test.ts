import { describe, expect, test, vi } from 'vitest';
import { guardLimits, SignInGuard, type Try } from '../../server/user/session/sign-in-guard.ts';
import { eachEngine } from '../store/engines.ts';
import { addAccount, password, refusalOf, served } from './signed-in.ts';

const minute = 60_000;
const { free, freeOfAddress, freeOfAccount, freeOfAll, firstMs, longestMs, slowestMs } = guardLimits;

/** A guard with a clock of its own that only goes on command. */
function guarding() {
  let now = 0;
  const guard = new SignInGuard(() => now);
  return {
    guard,
    pass: (ms: number) => {
      now += ms;
    },
  };
}
const from = (address: string, more: Partial<Try> = {}): Try => ({
  ...{ login: 'leader1', address, device: null, known: false },
  ...more,
});
const failing = (guard: SignInGuard, times: number, tried: Try) => {
  for (let time = 0; time < times; time++) guard.failed(tried);
};

describe('whoever fails', () => {
  test('waits from the fifth failure on, twice as long each time, never over a quarter of an hour', () => {
    const { guard, pass } = guarding();
    const there = from('10.0.0.9');
    failing(guard, free - 1, there);
    expect(guard.waitMs(there)).toBe(0);
    guard.failed(there);
    expect(guard.waitMs(there)).toBe(firstMs);
    guard.failed(there);
    expect(guard.waitMs(there)).toBe(2 * firstMs);
    failing(guard, 10, there);
    expect(guard.waitMs(there)).toBe(longestMs);
    pass(longestMs - 1);
    expect(guard.waitMs(there)).toBe(1);
    pass(1);
    expect(guard.waitMs(there)).toBe(0);
  });

  test('waits at another account too when many were tried', () => {
    const { guard } = guarding();
    for (let one = 0; one < freeOfAddress; one++) guard.failed(from('10.0.0.9', { login: `account${one}` }));
    expect(guard.waitMs(from('10.0.0.9', { login: 'untouched' }))).toBeGreaterThan(0);
    expect(guard.waitMs(from('10.0.0.8', { login: 'untouched' }))).toBe(0);
  });
});

describe('a leader under attack', () => {
  test('signs in from the known address as if nothing were', () => {
    const { guard } = guarding();
    for (let one = 0; one < 200; one++) guard.failed(from(`10.0.1.${one}`));
    expect(guard.waitMs(from('10.0.0.5', { known: true }))).toBe(0);
    expect(guard.waitMs(from('10.0.0.5'))).toBeGreaterThan(0);
  });

  test('signs in from the known device, though the attack forges the very address', () => {
    const { guard } = guarding();
    failing(guard, 50, from('127.0.0.1', { known: true }));
    expect(guard.waitMs(from('127.0.0.1', { known: true }))).toBe(longestMs);
    expect(guard.waitMs(from('127.0.0.1', { known: true, device: 'own' }))).toBe(0);
  });

  test('waits there only for what was tried on the device itself', () => {
    const { guard } = guarding();
    failing(guard, free, from('10.0.0.5', { device: 'own' }));
    expect(guard.waitMs(from('10.0.0.5', { device: 'own' }))).toBe(firstMs);
    expect(guard.waitMs(from('10.0.0.6', { device: 'other' }))).toBe(0);
  });

  test('is shut out elsewhere for a quarter of an hour at most, though the attack goes on', () => {
    const { guard, pass } = guarding();
    failing(guard, freeOfAccount, from('10.0.1.1'));
    for (let at = 0; at < 14; at++) {
      pass(minute);
      failing(guard, 3, from(`10.0.2.${at}`));
    }
    pass(minute - 1);
    expect(guard.waitMs(from('10.0.0.7'))).toBe(1);
    pass(1);
    expect(guard.waitMs(from('10.0.0.7'))).toBe(0);
    failing(guard, 1, from('10.0.2.1'));
    expect(guard.waitMs(from('10.0.0.7'))).toBe(0);
  });
});

test('strangers are slowed, not locked, while many fail everywhere; who is known is not', () => {
  const { guard } = guarding();
  for (let one = 0; one < freeOfAll; one++) guard.failed(from(`10.1.${one}.1`, { login: `a${one}` }));
  expect(guard.slowMs(from('10.0.0.7'))).toBe(0);
  guard.failed(from('10.2.0.1', { login: 'one-more' }));
  expect(guard.slowMs(from('10.0.0.7'))).toBe(10);
  for (let one = 0; one < 1000; one++) guard.failed(from(`10.3.${one}.1`, { login: `b${one}` }));
  expect(guard.slowMs(from('10.0.0.7'))).toBe(slowestMs);
  expect(guard.waitMs(from('10.0.0.7'))).toBe(0);
  expect(guard.slowMs(from('10.0.0.7', { known: true }))).toBe(0);
});

test('any number of right sign-ins from one address holds up nobody there', () => {
  const { guard } = guarding();
  for (let one = 0; one < 10 * freeOfAddress; one++) {
    guard.failed(from('10.0.0.3', { login: 'town1' }));
    guard.succeeded(from('10.0.0.3', { login: 'town1' }));
  }
  expect(guard.waitMs(from('10.0.0.3', { login: 'town1' }))).toBe(0);
  expect(guard.waitMs(from('10.0.0.3', { login: 'village' }))).toBe(0);
});

eachEngine('a wait', (open) => {
  test.each([
    ['right', 0],
    ['put back two hours', -2 * 60 * minute],
    ['put ahead two hours', 2 * 60 * minute],
  ])('is what it was after a restart with the clock %s', async (_, by) => {
    const store = await open();
    const before = guarding();
    failing(before.guard, free, from('10.0.0.9'));
    await before.guard.keep(store);
    before.pass(12_000);
    expect(before.guard.isHolding()).toBe(true);
    await before.guard.keep(store);
    const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + by);
    const after = guarding();
    await after.guard.takeUp(store);
    clock.mockRestore();
    expect(after.guard.waitMs(from('10.0.0.9'))).toBe(firstMs - 12_000);
    after.pass(firstMs - 12_000);
    expect(after.guard.waitMs(from('10.0.0.9'))).toBe(0);
    after.guard.failed(from('10.0.0.9'));
    expect(after.guard.waitMs(from('10.0.0.9')), 'the count goes on').toBe(2 * firstMs);
  });

  test('lifted, or over by a right sign-in, does not come back with a restart', async () => {
    const store = await open();
    const { guard } = guarding();
    failing(guard, free, from('10.0.0.9'));
    failing(guard, free, from('10.0.0.8', { login: 'town1' }));
    await guard.keep(store);
    guard.lift('Leader1');
    guard.succeeded(from('10.0.0.8', { login: 'town1' }));
    await guard.keep(store);
    const after = guarding();
    await after.guard.takeUp(store);
    expect(after.guard.waitMs(from('10.0.0.9'))).toBe(0);
    expect(after.guard.waitMs(from('10.0.0.8', { login: 'town1' }))).toBe(0);
  });

  test('at the door: five wrong tries from a leader’s own address leave his browser open, and are kept for the next server', async () => {
    const store = await open();
    await addAccount(store, { login: 'leader1', role: 'leader' });
    const { browser } = served(store);
    const desk = browser('127.0.0.1');
    expect((await desk.signIn('leader1')).status).toBe(200);
    const attacker = browser('127.0.0.1');
    for (let time = 0; time < free; time++) expect((await attacker.signIn('leader1', 'wrong')).status).toBe(401);
    expect(await refusalOf(await attacker.signIn('leader1'))).toBe('429 sign-in-wait');
    await desk.ask('DELETE', '/api/session', {});
    expect((await desk.signIn('leader1')).status).toBe(200);
    const next = served(store).browser('127.0.0.1');
    const waits = await next.signIn('leader1', password);
    expect(waits.status).toBe(429);
    const { detail } = (await waits.json()) as { detail: string };
    expect(Number(/\d+/.exec(detail)?.[0])).toBeLessThanOrEqual(firstMs / 1000);
  });
});
