import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { geodataNotes } from '../../server/words/notes-geodata.message.ts';
import { importNotes } from '../../server/words/notes-import.message.ts';

const root = join(import.meta.dirname, '../../geodata');
const sources = ['area', 'coordinate', 'format'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8')),
);
/** Codes as the sources write them: in notes, refusals, reports and warnings. */
const patterns = [
  /code: '([a-z0-9-]+)'/g,
  /Unreadable\(\s*'([a-z0-9-]+)'/g,
  /report\(\s*[^,]+?,\s*'([a-z0-9-]+)'/g,
  /warn\('([a-z0-9-]+)'/g,
  /note\('([a-z0-9-]+)'/g,
  /refused?\([^,]+, '([a-z0-9-]+)'/g,
  /\? '([a-z-]+)' : '[a-z-]+', 'refused'/g,
  /\? '[a-z-]+' : '([a-z-]+)', 'refused'/g,
  /\['([a-z-]+)'\] : \[\]/g,
  /'([a-z-]+)',\s+'(?:warning|refused|repaired)'/g,
];
const used = new Set(
  sources.flatMap((text) =>
    patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] as string)),
  ),
);
const grounds = ['roads-understood', 'rivers-understood', 'places-understood'];

describe('every note of reading maps has its sentence', () => {
  test('each code used has one, here or with the import', () => {
    expect([...used].filter((code) => !(code in geodataNotes) && !(code in importNotes))).toEqual([]);
    expect(used.size).toBeGreaterThan(50);
  });
  test('each sentence is used', () => {
    expect(Object.keys(geodataNotes).filter((code) => !used.has(code) && !grounds.includes(code))).toEqual([]);
  });
  test('both languages fill in the same values', () => {
    const values = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort();
    for (const [code, { zh, en }] of Object.entries(geodataNotes))
      expect([code, values(zh)]).toEqual([code, values(en)]);
  });
});
