import { describe, expect, test } from 'vitest';
import { sources } from './sources.ts';

/** Where a test may use a timer of its own, and why. Everything else waits for what happens. */
const allowed: Record<string, string> = {
  'test/e2e/county.ts': 'asks until the server answers; a server that does not end is killed',
  'test/e2e/first-start.test.ts': 'gives up on a server that never says its address',
  'test/e2e/start.test.ts': 'ends a server that does not end by itself',
  'test/store/kill-cycles.ts': 'the moment a process is killed at is what is tried',
  'test/store/postgres-cluster.ts': 'asks until PostgreSQL answers',
};
const timers = /\bsetTimeout\(|\bsetInterval\(|waitForTimeout|timers\/promises|Atomics\.wait\(/;
/** Benches measure time; what is measured is over when they say so. */
const tests = sources(/^test\/(?!bench\/).*\.(ts|tsx|mjs)$/).filter(
  ({ path }) => path !== 'test/architecture/sleeps.test.ts',
);
const timed = tests.filter(({ text }) => timers.test(text)).map(({ path }) => path);

describe('no test sleeps', () => {
  test('there are tests to look at', () => expect(tests.length).toBeGreaterThan(100));
  test('a timer stands only where it is named with its reason', () => {
    expect(timed.filter((path) => !(path in allowed))).toEqual([]);
  });
  test('every one named is still needed', () => {
    expect(Object.keys(allowed).filter((path) => !timed.includes(path))).toEqual([]);
  });
});
