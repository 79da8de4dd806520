import { bare, type RawCell, textOf } from './cell-value.zh.ts';
import { remarkWords, totalWords } from './words.zh.ts';

/** Why a row below the header holds no record: `empty`, `total` adds up, `remark` signs or explains, `header` repeats the header. Null: it holds one. */
export function skippedRow(row: RawCell[], header: RawCell[]): 'empty' | 'total' | 'remark' | 'header' | null {
  const texts = row.flatMap((cell) => textOf(cell) ?? []);
  const first = texts[0];
  if (first === undefined) return 'empty';
  const start = bare(first);
  if (texts.slice(0, 3).some((text) => totalWords.includes(bare(text)))) return 'total';
  if (texts.length <= 2 && remarkWords.some((word) => start.startsWith(word))) return 'remark';
  const repeated = row.filter(
    (cell, at) => textOf(cell) !== null && bare(String(cell)) === bare(String(header[at] ?? '')),
  );
  return repeated.length >= 2 && repeated.length === texts.length ? 'header' : null;
}
