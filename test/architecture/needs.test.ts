import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { announcement, leftOut, needs } from '../needs.mjs';
import { sources } from './sources.ts';

const tests = join(import.meta.dirname, '..');
const needNamed = (name: string) => needs.filter((need) => need.name === name);

describe('what the tests need beside npm’s packages', () => {
  test('nothing absent: nothing is said', () => expect(announcement(false, [])).toBe(''));
  test.each(needs.map(({ name }) => name))('%s is named with its purpose, and how to go on without', (name) => {
    const said = announcement(false, needNamed(name));
    expect(said).toContain(name);
    expect(said).toContain(needNamed(name)[0]?.for);
    expect(said).toContain('npm test -- --no-install');
    expect(said).not.toContain('package-lock.json');
  });
  test('npm’s packages are named too', () => expect(announcement(true, [])).toContain('package-lock.json'));
});

describe('without it, tests are left out by name', () => {
  test.each([
    ['chromium', 'e2e/journeys.test.ts', 'e2e/start.test.ts'],
    ['fonts-noto-cjk', 'e2e/screens.test.ts', 'paper/parts.test.ts'],
    ['postgresql', 'store/postgres-away.test.ts', 'store/clock.test.ts'],
    ['libxml2-utils', 'paper/tracks-schema.test.ts', 'paper/parts.test.ts'],
    ['openssl', 'e2e/first-start.test.ts', 'e2e/start.test.ts'],
    ['pytrainer', 'paper/tracks-schema.test.ts', 'paper/parts.test.ts'],
  ])('%s: %s is left out, %s runs', (name, without, runs) => {
    const names = leftOut(needNamed(name), tests);
    expect(names).toContain(without);
    expect(names).not.toContain(runs);
  });
  test('no test is skipped by what lies on the machine', () => {
    const skipping = /\b(?:skipIf|runIf)\(|\b(?:test|describe|it)\.(?:skip|todo)\b/;
    const allowed = ['test/architecture/needs.test.ts'];
    const found = sources(/^test\/.*\.tsx?$/).filter(({ text }) => skipping.test(text));
    expect(found.map(({ path }) => path).filter((path) => !allowed.includes(path))).toEqual([]);
  });
});
