import type { RawCell } from './cell-value.zh.ts';

type DayFault = { fault: 'cell-unreadable' | 'day-without-year' };

const digits: Record<string, string> = {
  〇: '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** What dates are read by: the day the file is of, for days without a year, and whether serial numbers count from 1904. */
export interface DayBasis {
  fileDay: { year: number; month: number | null } | null;
  from1904: boolean;
}

/**
 * 日期 — a calendar day `YYYY-MM-DD` from an Excel date or serial number, 2026-8-17, 2026/8/17, 2026.8.17, 20260817,
 * 2026年8月17日 in any width, or 二〇二六年八月十七日. A day without its year is of the
 * file's year, or of the one beside it when that is nearer to the file's month. A fault: no year at all, and a day that does not exist.
 */
export function dayOf(cell: RawCell, { fileDay, from1904 }: DayBasis): string | DayFault {
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? { fault: 'cell-unreadable' } : cell.toISOString().slice(0, 10);
  const text = String(cell ?? '')
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim();
  if (/^\d{5}(\.\d+)?$/.test(text)) return ofSerial(Number(text) + (from1904 ? 1462 : 0));
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const written = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?[日号]?(?:[ T]\d{1,2}[:时].*)?$/.exec(
    inDigits(text),
  );
  const found = compact ?? written;
  if (found) return existing(Number(found[1]), Number(found[2]), Number(found[3]));
  const short = /^(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?[日号]?$/.exec(inDigits(text));
  if (!short) return { fault: 'cell-unreadable' };
  if (!fileDay) return { fault: 'day-without-year' };
  const [month, day] = [Number(short[1]), Number(short[2])];
  const away = fileDay.month === null ? 0 : month - fileDay.month;
  return existing(fileDay.year + (away > 6 ? -1 : away < -6 ? 1 : 0), month, day);
}

function ofSerial(serial: number): string | DayFault {
  if (serial < 20_000 || serial > 80_000) return { fault: 'cell-unreadable' };
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}

function existing(year: number, month: number, day: number): string | DayFault {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? date.toISOString().slice(0, 10) : { fault: 'cell-unreadable' };
}

/** 二〇二六年十一月二十一日 in digits; text without such numerals stays as it is. */
function inDigits(text: string): string {
  if (!/[〇零一二三四五六七八九十]/.test(text)) return text;
  return text
    .replace(
      /([一二三]?)十([一二三四五六七八九]?)/g,
      (_, tens: string, ones: string) => `${digits[tens] ?? '1'}${digits[ones] ?? '0'}`,
    )
    .replace(/[〇零一二三四五六七八九]/g, (digit) => digits[digit] ?? digit);
}
