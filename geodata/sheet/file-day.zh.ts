import { type RawCell, textOf } from './cell-value.zh.ts';
import { type DayBasis, dayOf } from './day.zh.ts';

/**
 * 台账日期 — the year, and the month where it is said, that a ledger is of: from its file's name (台账_2026-08-23, 2026年8月周报) or a title
 * above its header. Null when neither says it.
 */
export function fileDayOf(file: string, above: RawCell[][]): DayBasis['fileDay'] {
  const name = file.replace(/^.*[\\/]/, '');
  const titles = above.flatMap((row) => row.flatMap((cell) => textOf(cell) ?? []));
  for (const text of [...titles, name]) {
    const [, year, month] =
      /(?<!\d)(20\d{2})(?:\s?[-_./年]\s?(1[0-2]|0?[1-9])(?!\d)|(?=年|度))?/.exec(text.normalize('NFKC')) ?? [];
    const [, compactYear, compactMonth] = /(?<!\d)(20\d{2})(0[1-9]|1[0-2])(?:[0-2]\d|3[01])?(?!\d)/.exec(text) ?? [];
    if (compactYear) return { year: Number(compactYear), month: Number(compactMonth) };
    if (year) return { year: Number(year), month: month ? Number(month) : null };
  }
  return null;
}

/** The year all dates in these columns agree on; null when they do not, or there are none. */
export function yearOfRows(rows: RawCell[][], columns: number[]): DayBasis['fileDay'] {
  const years = new Set<string>();
  for (const row of rows) {
    for (const at of columns) {
      const day = textOf(row[at]) === null ? null : dayOf(row[at], { fileDay: null, from1904: false });
      if (typeof day === 'string') years.add(day.slice(0, 4));
    }
  }
  const [year] = years;
  return years.size === 1 ? { year: Number(year), month: null } : null;
}
