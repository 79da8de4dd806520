import { cleanName } from '../area/plain-name.ts';
import type { LedgerValue } from '../format/hand-over.ts';
import type { Column } from './column.ts';
import { type DayBasis, dayOf } from './day.zh.ts';
import { flagWords, functionWords, levelWords, namedByWords, stageWords, stateWords } from './words.zh.ts';

/** A cell as a workbook or CSV gives it. */
export type RawCell = string | number | boolean | Date | null | undefined;

/** A cell understood, or why not: a code for a note. */
export type CellReading = { value: LedgerValue } | { fault: 'cell-unreadable' | 'code-broken' | 'day-without-year' };

/** What is known of a cell beside its content: the unit its header says of money, and what dates are to be read by. */
export interface CellBasis extends DayBasis {
  unit: 'wan' | 'yuan' | null;
}

const openWords =
  /^(无|暂无|未定|待定|未完成|未开工|未验收|未销号|整改中|待整改|推进中|未办结|逾期|超期|逾期未完成|超期未完成)$/;
/** What a formula leaves behind that could not be worked out. */
const formulaFault = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/;

/** Text of a cell without blanks at its ends; null when there is nothing in it, or a dash for nothing. */
export function textOf(cell: RawCell): string | null {
  if (cell === null || cell === undefined) return null;
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString().slice(0, 10);
  const text = String(cell)
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .trim();
  return text === '' || /^[-—–/\\]+$/.test(text) ? null : text;
}

/** Reads a cell as its column wants it. An empty cell is null. */
export function readCell(cell: RawCell, column: Column, basis: CellBasis): CellReading {
  const text = textOf(cell);
  if (text === null) return { value: null };
  if (formulaFault.test(text)) return unreadable;
  switch (column.kind) {
    case 'text':
      return { value: plainText(text) };
    case 'name':
      return { value: cleanName(plainText(text)).replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '') };
    case 'code':
      return codeOf(cell, text);
    case 'date':
      return openWords.test(text) ? { value: null } : dateOf(cell, basis);
    case 'fen':
      return moneyOf(text, basis.unit);
    case 'number':
      return numberOf(text);
    case 'flag':
      return wordOf(text, flagWords, (key) => key === 'yes');
    case 'list':
      return { value: entriesOf(text, /[；;\n]/) };
    case 'names':
      return { value: entriesOf(text, /[；;、，,\n]/).filter((entry) => entry !== '') };
    case 'date-list':
      return datesOf(cell, text, basis);
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

/** Full-width digits, letters and blanks made plain; Chinese punctuation stays as written. */
function plainText(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => wide.normalize('NFKC')).replace(/\s+/g, ' ');
}

function codeOf(cell: RawCell, text: string): CellReading {
  const plain = text.normalize('NFKC').replace(/\s|^'/g, '');
  if (/^\d(\.\d+)?e\+?\d+$/i.test(plain)) {
    const whole = Number(plain);
    const kept = typeof cell === 'number' && Number.isSafeInteger(whole);
    return kept ? { value: String(whole) } : { fault: 'code-broken' };
  }
  return { value: plain.replace(/\.0$/, '') };
}

function dateOf(cell: RawCell, basis: DayBasis): CellReading {
  const day = dayOf(cell, basis);
  return typeof day === 'string' ? { value: day } : day;
}

function moneyOf(text: string, unit: 'wan' | 'yuan' | null): CellReading {
  const [, digits, given] = /^[¥￥]?\s*([\d,，]+(?:\.\d+)?)\s*(万元|万|元)?(?:整)?$/.exec(text.normalize('NFKC')) ?? [];
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
  const key = keysOf(words).get(bare(text));
  return key === undefined ? unreadable : { value: turn(key) };
}

const byWord = new WeakMap<Record<string, string[]>, Map<string, string>>();

/** Each word of a table, and each key itself, with its key. */
function keysOf(words: Record<string, string[]>): Map<string, string> {
  const known = byWord.get(words);
  if (known) return known;
  const keys = new Map(
    Object.entries(words).flatMap(([key, list]) => [key, ...list].map((word) => [bare(word), key] as const)),
  );
  byWord.set(words, keys);
  return keys;
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
function datesOf(cell: RawCell, text: string, basis: DayBasis): CellReading {
  if (typeof cell === 'number' || cell instanceof Date) {
    const day = dayOf(cell, basis);
    return typeof day === 'string' ? { value: [day] } : day;
  }
  const days = entriesOf(text, /[；;\n]/).map((entry) => {
    const said = entry.split(/[：:]/).at(-1) ?? '';
    return textOf(said) === null || openWords.test(said.trim()) ? '' : dayOf(said, basis);
  });
  const fault = days.find((day) => typeof day !== 'string');
  if (fault && typeof fault !== 'string') return fault;
  return { value: days.filter((day) => typeof day === 'string') };
}
