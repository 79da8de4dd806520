import { lineColumns, lineWords } from './area-columns.zh.ts';
import type { RawFeature } from './raw-layer.ts';

/** Whether lines are roads or rivers: by their columns, by words in their values, by the file's name. Lines that say nothing are roads, assumed. */
export function kindOfLines(lines: RawFeature[], file: string): { is: 'roads' | 'rivers'; isAssumed: boolean } {
  const columns = new Set(
    lines.slice(0, 20).flatMap(({ properties }) => Object.keys(properties).map((name) => name.toLowerCase())),
  );
  const values = lines
    .slice(0, 200)
    .flatMap(({ properties }) => Object.values(properties))
    .join(' ');
  const base = file.split('/').slice(-2).join('/');
  for (const is of ['rivers', 'roads'] as const) {
    if (lineWords[is].test(base)) return { is, isAssumed: false };
  }
  for (const is of ['roads', 'rivers'] as const) {
    if (lineColumns[is].some((name) => columns.has(name))) return { is, isAssumed: false };
  }
  for (const is of ['rivers', 'roads'] as const) {
    if (lineWords[is].test(values)) return { is, isAssumed: false };
  }
  return { is: 'roads', isAssumed: true };
}
