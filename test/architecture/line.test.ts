import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, sources } from './sources.ts';

const code = sources(/^(geodata|server|web)\/.*\.(ts|tsx|mjs)$/);

/** Imports of one top folder that land in another, as `file → target`. */
function crossings(folder: string, target: string, allowed: (to: string, typeOnly: boolean) => boolean): string[] {
  return code
    .filter(({ path }) => path.startsWith(`${folder}/`))
    .flatMap(({ path, text }) =>
      importsOf(text)
        .filter(({ from }) => from.startsWith('.'))
        .map(({ from, typeOnly }) => ({ to: posix.normalize(posix.join(posix.dirname(path), from)), typeOnly }))
        .filter(({ to, typeOnly }) => to.startsWith(`${target}/`) && !allowed(to, typeOnly))
        .map(({ to }) => `${path} → ${to}`),
    );
}

describe('imports follow the line geodata → server → web', () => {
  test('there is code to look at', () => expect(code.length).toBeGreaterThan(20));
  test('geodata knows neither server nor web', () => {
    expect(crossings('geodata', 'server', () => false)).toEqual([]);
    expect(crossings('geodata', 'web', () => false)).toEqual([]);
  });
  test('server does not know web', () => expect(crossings('server', 'web', () => false)).toEqual([]));
  test('web takes from server only types and pure rules', () => {
    expect(crossings('web', 'server', (to, typeOnly) => typeOnly || to.endsWith('/rules.ts'))).toEqual([]);
  });
  test('web takes from geodata only types', () => {
    expect(crossings('web', 'geodata', (_, typeOnly) => typeOnly)).toEqual([]);
  });
  test('rules take nothing but types and other rules', () => {
    const impure = code
      .filter(({ path }) => path.endsWith('/rules.ts'))
      .flatMap(({ path, text }) =>
        importsOf(text)
          .filter(({ from, typeOnly }) => !typeOnly && !from.endsWith('rules.ts'))
          .map(({ from }) => `${path} → ${from}`),
      );
    expect(impure).toEqual([]);
  });
  test('only the configuration reads the environment of the server', () => {
    const readers = code
      .filter(({ path, text }) => path.startsWith('server/') && path.endsWith('.ts') && /process\.env/.test(text))
      .map(({ path }) => path);
    const commands = ['import', 'audit', 'backup'].map((folder) => `server/${folder}/cli.ts`);
    const entries = ['server/main.ts', 'server/configuration.ts', ...commands];
    expect(readers.filter((path) => !entries.includes(path))).toEqual([]);
  });
});
