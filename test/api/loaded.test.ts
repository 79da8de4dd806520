import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const wanted = /^(?:import|export)\s+(?!type\b)(?:[^;]*?\sfrom\s+)?'([^']+)';/gm;

/** Every file and package that is loaded when a file is, by its unconditional imports. */
function loadedWith(file: string, seen = new Map<string, string>()): Map<string, string> {
  for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(wanted)) {
    const found = from.startsWith('.') ? join(dirname(file), from) : from;
    if (seen.has(found)) continue;
    seen.set(found, relative(root, file));
    if (from.startsWith('.')) loadedWith(found, seen);
  }
  return seen;
}

test('a start loads no geometry library, no workbook library and no pinyin: they come when used', () => {
  const loaded = loadedWith(join(root, 'server/main.ts'));
  const packages = [...loaded].filter(([found]) => !found.startsWith('/') && !found.startsWith('node:'));
  const heavy = packages.filter(([name]) =>
    /turf|mapshaper|proj4|geojson-vt|pmtiles|shp|sharp|hucre|pinyin/.test(name),
  );
  expect(heavy.map(([name, from]) => `${from} loads ${name}`)).toEqual([]);
  expect(packages.map(([name]) => name)).toContain('hono/http-exception');
});
