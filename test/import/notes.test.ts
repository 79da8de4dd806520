import { describe, expect, test } from 'vitest';
import { fill } from '../../server/words/fill.ts';
import { say, sentences } from '../../server/words/say.ts';
import { sources } from '../architecture/sources.ts';

const noteCode = /\bcode:\s*(?:[\w.\s()!=<>]+\?\s*)?'([a-z][a-z0-9]*(?:-[a-z0-9]+)+)'(?:\s*:\s*'([a-z0-9-]+)')?/g;
const warned = /\b(?:warn|note|tell|refuse|ask|repair)\(\s*'([a-z][a-z0-9]*(?:-[a-z0-9]+)+)'/g;
const emitted = sources(/^(geodata|server\/import)\/.*\.ts$/)
  .filter(({ path }) => !path.includes('/sample/') && !path.endsWith('.message.ts'))
  .flatMap(({ path, text }) =>
    [...text.matchAll(noteCode), ...text.matchAll(warned)].flatMap(([, one, other]) =>
      [one, other].flatMap((code) => (code ? [{ code, path }] : [])),
    ),
  );
const placeholders = (sentence: string) =>
  [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();

describe('sentences of notes', () => {
  test('notes are emitted', () => expect(emitted.length).toBeGreaterThan(20));
  test('every code emitted has its sentence', () => {
    const mute = emitted.filter(({ code }) => !(code in sentences)).map(({ code, path }) => `${code} (${path})`);
    expect([...new Set(mute)]).toEqual([]);
  });
  test.each(Object.entries(sentences))('%s says the same in both languages', (_, { zh, en }) => {
    expect(placeholders(en)).toEqual(placeholders(zh));
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  });
  test('a code stands in one message file only', () => {
    const keys = sources(/^server\/words\/notes-.*\.message\.ts$/).flatMap(({ text }) =>
      [...text.matchAll(/^ {2}'?([a-z][a-z0-9-]*)'?: (?:\{|say\()/gm)].map(([, code]) => code),
    );
    expect(keys.length).toBeGreaterThan(100);
    expect(keys.filter((code, index) => keys.indexOf(code) !== index)).toEqual([]);
  });
  test('a sentence is filled from the place and the values of its note', () => {
    const note = {
      code: 'row-twice',
      severity: 'question',
      at: { file: 'a.xlsx', sheet: '一', row: 3 },
      values: { other: 2, wanted: '东关' },
    } as const;
    expect(say(note, 'en')).toBe('a.xlsx 一: rows 3 and 2 are both “东关” but differ. Keep only one.');
    expect(fill('{file} {sheet} 第 {row} 行', { file: 'a.csv', row: 3 })).toBe('a.csv 第 3 行');
  });
});
