import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sources } from './sources.ts';

const documents = sources(/\.md$/);
const textOf = (path: string) => documents.find((document) => document.path === path)?.text ?? '';
const readme = textOf('README.md');
const root = join(import.meta.dirname, '../..');
const manifest: { scripts: Record<string, string> } = JSON.parse(sources(/^package\.json$/)[0]?.text ?? '{}');

/** Rows of a table in a document, cell by cell, headers and rulers left out. */
const rowsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[-|]+\|$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );

describe('the developer’s page', () => {
  test('has at most 1,500 words, tables and diagram included', () =>
    expect(readme.split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(1500));
  test('shows ten figures', () => {
    const figures = rowsOf(/## Ten figures that decide\n(.*?)\n## /s.exec(readme)?.[1] ?? '');
    expect(figures).toHaveLength(11);
  });
  test.each(['server', 'web', 'geodata'])('draws every room of %s', (side) => {
    const house = /## The house\n(.*?)\n## /s.exec(readme)?.[1] ?? '';
    const rooms = readdirSync(join(root, side), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const drawn = new Set(house.match(/[a-z]+(?:-[a-z]+)*/g));
    const hidden = ['public'];
    expect(rooms.map(({ name }) => name).filter((name) => !hidden.includes(name) && !drawn.has(name))).toEqual([]);
  });
});

describe.each(documents.map(({ path, text }) => [path, text] as const))('%s', (path, text) => {
  test('names only files, folders and commands that are there', () => {
    const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, link = '']) => join(dirname(path), link));
    const mentioned = [...text.matchAll(/`((?:server|web|geodata|test)\/[\w./-]+?)`/g)].map(([, name = '']) => name);
    const absent = [...links, ...mentioned].filter((name) => !existsSync(join(root, name)));
    const scripts = [...text.matchAll(/npm run ([\w-]+)/g)].map(([, name = '']) => name);
    expect([...absent, ...scripts.filter((name) => !(name in manifest.scripts))]).toEqual([]);
  });
  test('has tables with as many cells in every row', () => {
    for (const table of text.split(/\n(?!\|)/).filter((part) => /^\|/m.test(part))) {
      const widths = new Set(rowsOf(table).map(({ length }) => length));
      expect(widths.size, table.slice(0, 200)).toBeLessThanOrEqual(1);
    }
  });
});

test('every measured figure names the part of the bench that prints it', () => {
  const main = sources(/^test\/bench\/main\.ts$/)[0]?.text ?? '';
  const parts = [...main.matchAll(/^ {2}'?([\w-]+)'?: async/gm)].map(([, name]) => name);
  const [, ...figures] = rowsOf(textOf('test/bench/README.md'));
  expect(figures.length).toBeGreaterThan(40);
  const unnamed = figures.filter((row) => !parts.includes(/npm run bench ([\w-]+)`$/.exec(row[3] ?? '')?.[1] ?? ''));
  expect(unnamed.map(([what]) => what)).toEqual([]);
});
