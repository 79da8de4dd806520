import { listColumnsOf } from '../../list/list-workbook.ts';
import { fill } from '../../words/fill.ts';
import { dayText } from '../../words/phrase.message.ts';
import type { PaperGiven } from '../kind.ts';
import { paperWords } from '../paper.message.ts';
import type { ViewRows } from './view-rows.ts';

/** 当前视图表格 — the places of a view as CSV: UTF-8 with its mark, so that Excel reads Chinese, and no cell that a spreadsheet would take for a formula. */
export function viewCsv(
  { answer, layer }: Pick<ViewRows, 'answer' | 'layer'>,
  { lang, by, at, view }: PaperGiven,
): Uint8Array {
  const columns = listColumnsOf(answer, layer, lang);
  const words = paperWords[lang];
  const rows = answer.rows.map((row, n) => columns.map(({ cell }) => cell(row, n)));
  const last = [words.internal, fill(words.dataAt, { day: dayText(view.on)[lang] }), fill(words.by, { who: by, at })];
  const lines = [columns.map(({ title }) => title), ...rows, last].map((cells) => cells.map(csvCell).join(','));
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

/**
 * A cell of a CSV (RFC 4180). A text a spreadsheet would compute, also one that begins with a wide sign as a Chinese one reads it, is led by an apostrophe;
 * digits it would show as another number (a code of 12 digits, a leading zero) are the text of a formula, `="610327104201"`; a number stays one.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (showsOtherwise(value)) return `"=""${value}"""`;
  const safe = /^[\s]*[=+\-@＝＋－＠\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Excel shows 11 digits of a number at most, and reads 007 and 1e5 as numbers. */
const showsOtherwise = (text: string) =>
  /^\d[\d.]*(?:e[+-]?\d+)?$/i.test(text) && (text.length > 11 || String(Number(text)) !== text);
