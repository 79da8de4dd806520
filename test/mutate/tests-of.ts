import { posix } from 'node:path';
import { importsOf } from '../architecture/sources.ts';

/** Per file, the test files that import it, by however many steps: the nearest first, of equal distance by name. */
export function testsOf(files: { path: string; text: string }[]): (path: string) => string[] {
  const importers = new Map<string, string[]>();
  for (const { path, text } of files)
    for (const { from, typeOnly } of importsOf(text)) {
      if (typeOnly || !from.startsWith('.')) continue;
      const to = posix.join(posix.dirname(path), from);
      importers.set(to, [...(importers.get(to) ?? []), path]);
    }
  return (path) => {
    const seen = new Set([path]);
    const tests: string[] = [];
    for (let ring = [path]; ring.length > 0; ) {
      ring = [...new Set(ring.flatMap((one) => importers.get(one) ?? []))].filter((one) => !seen.has(one)).sort();
      for (const one of ring) seen.add(one);
      tests.push(...ring.filter((one) => /\.test\.tsx?$/.test(one)));
    }
    return tests;
  };
}
