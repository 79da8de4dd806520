import { describe, expect, test } from 'vitest';
import { sources } from './sources.ts';

const sheets = sources(/^web\/.*\.css$/);
const dressed = sheets.filter(({ path }) => path !== 'web/ui/theme.css');

/** Lines of style sheets that a pattern finds, with where they stand. */
const found = (pattern: RegExp) =>
  dressed.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
  );

describe('style sheets', () => {
  test('there are some to look at', () => expect(dressed.length).toBeGreaterThan(20));
  test('none is over 300 lines', () => {
    expect(sheets.filter(({ text }) => text.split('\n').length > 300).map(({ path }) => path)).toEqual([]);
  });
  test('colours are said in the theme alone', () =>
    expect(found(/#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch)a?\(/i)).toEqual([]));
  test('every size of type is a step of the theme', () => expect(found(/font-size:\s*(calc|[\d.])/)).toEqual([]));
  test('type has two weights', () => expect(found(/font-weight: (?!400|700|inherit)/)).toEqual([]));
  test('every step, colour and radius used is declared', () => {
    const said = new Set(sheets.flatMap(({ text }) => [...text.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name)));
    const inCode = sources(/^web\/.*\.tsx?$/)
      .map(({ text }) => text)
      .join('\n');
    const used = sheets.flatMap(({ path, text }) =>
      [...text.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => ({ path, name: name ?? '' })),
    );
    expect(used.filter(({ name }) => !said.has(name) && !inCode.includes(name))).toEqual([]);
  });
});
