import type { LedgerValue } from '../format/hand-over.ts';
import type { Column } from './columns.zh.ts';
import { dayOf } from './day.zh.ts';
import { flagWords, functionWords, levelWords, namedByWords, stageWords, stateWords } from './words.zh.ts';

/** A cell as a workbook or CSV gives it. */
export type RawCell = string | number | boolean | Date | null | undefined;

/** A cell understood, or why not: a code for a note. */
export type CellReading = { value: LedgerValue } | { fault: 'cell-unreadable' | 'code-broken' | 'day-without-year' };

/** Text of a cell: full-width digits and letters made plain, spaces inside names taken out at the ends; null when there is nothing in it. */
export function textOf(cell: RawCell): string | null {
  if (cell === null || cell === undefined) return null;
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString().slice(0, 10);
  const text = String(cell)
    .normalize('NFC')
    .replace(/[\u200b\ufeff]/g, '')
    .trim();
  return text === '' || /^[-—–/\\]+$/.test(text) ? null : text;
}

/** Reads a cell as its column wants it. `unit` is what the header says of money. An empty cell is null. */
export function readCell(cell: RawCell, column: Column, unit: 'wan' | 'yuan' | null): CellReading {
  const text = textOf(cell);
  if (text === null) return { value: null };
  switch (column.kind) {
    case 'text':
      return { value: text.normalize('NFKC').replace(/\s+/g, ' ') };
    case 'code':
      return codeOf(cell, text);
    case 'date':
      return dateOf(cell);
    case 'fen':
      return moneyOf(text, unit);
    case 'number':
      return numberOf(text);
    case 'flag':
      return wordOf(text, { true: flagWords.yes, false: flagWords.no }, (key) => key === 'true');
    case 'list':
      return { value: entriesOf(text, /[；;\n]/) };
    case 'names':
      return { value: entriesOf(text, /[；;、，,\n]/).filter((entry) => entry !== '') };
    case 'date-list':
      return datesOf(cell, text);
    case 'stage':
      return wordOf(text, stageWords);
    case 'level':
      return wordOf(text, levelWords);
    case 'state':
      return wordOf(text, stateWords);
    case 'named-by':
      return wordOf(text, namedByWords);
    case 'function':
      return orText(wordOf(text, functionWords), text);
  }
}

const unreadable = { fault: 'cell-unreadable' } as const;

function codeOf(cell: RawCell, text: string): CellReading {
  const plain = text.normalize('NFKC').replace(/\s|^'/g, '');
  if (/^\d(\.\d+)?e\+?\d+$/i.test(plain)) {
    const whole = Number(plain);
    const kept = typeof cell === 'number' && Number.isSafeInteger(whole);
    return kept ? { value: String(whole) } : { fault: 'code-broken' };
  }
  return { value: plain.replace(/\.0$/, '') };
}

function dateOf(cell: RawCell): CellReading {
  const day = dayOf(cell);
  return typeof day === 'string' ? { value: day } : day;
}

function moneyOf(text: string, unit: 'wan' | 'yuan' | null): CellReading {
  const [, digits, given] = /^([\d,，]+(?:\.\d+)?)\s*(万元|万|元)?$/.exec(text.normalize('NFKC')) ?? [];
  if (digits === undefined) return unreadable;
  const amount = Number(digits.replace(/[,，]/g, ''));
  const inWan = given ? given.startsWith('万') : unit === 'wan';
  return { value: Math.round(amount * (inWan ? 1_000_000 : 100)) };
}

function numberOf(text: string): CellReading {
  const value = Number(text.normalize('NFKC').replace(/,/g, ''));
  return Number.isFinite(value) ? { value } : unreadable;
}

/** The key whose words hold the text, whatever its width, case and quotes. */
function wordOf(
  text: string,
  words: Record<string, string[]>,
  turn: (key: string) => LedgerValue = (key) => key,
): CellReading {
  const plain = bare(text);
  const exact = Object.entries(words).find(([key, list]) => key === plain || list.some((word) => bare(word) === plain));
  return exact ? { value: turn(exact[0]) } : unreadable;
}

const orText = (reading: CellReading, text: string): CellReading => ('fault' in reading ? { value: text } : reading);

/** A word without width, case, blanks and quotes, to compare by. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s“”"'‘’·:：*]/g, '');
}

function entriesOf(text: string, mark: RegExp): string[] {
  const entries = text
    .split(mark)
    .map((entry) => entry.replace(/^\s*(\d{1,2}[.、)）]|[（(]\d{1,2}[)）])\s*/, '').trim());
  while (entries.at(-1) === '') entries.pop();
  return entries;
}

/** Days side by side with a list; an entry may say more than the day (`村名：2026-09-30`); a blank or a dash stays open. */
function datesOf(cell: RawCell, text: string): CellReading {
  if (typeof cell === 'number' || cell instanceof Date) {
    const day = dayOf(cell);
    return typeof day === 'string' ? { value: [day] } : day;
  }
  const days = entriesOf(text, /[；;\n]/).map((entry) => {
    const said = entry.split(/[：:]/).at(-1) ?? '';
    return textOf(said) === null || /^(无|未完成|整改中|待整改)$/.test(said) ? '' : dayOf(said);
  });
  const fault = days.find((day) => typeof day !== 'string');
  if (fault && typeof fault !== 'string') return fault;
  return { value: days.filter((day) => typeof day === 'string') };
}
