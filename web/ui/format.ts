import { daysBetween } from '../../server/calendar/rules.ts';
import type { LocalDate } from '../../server/rights/view.ts';
import { filledIn } from '../../server/words/placeholder/rules.ts';
import { areaText } from '../../server/words/share/rules.ts';
import { dossierEn } from '../message/dossier/dossier.en.ts';
import { type DossierWords, dossierZh } from '../message/dossier/dossier.zh.ts';

export type Lang = 'zh' | 'en';

/** Words of dossier and list in a language. */
export function dossierWords(lang: Lang): DossierWords {
  return lang === 'zh' ? dossierZh : dossierEn;
}

/** A sentence with its `{placeholders}` filled; one without a value is left as it stands. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return filledIn(sentence, values, (value, whole) => String(value ?? whole));
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const dayParts = (day: LocalDate) => {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  return { y, m, d, mon: months[m - 1] ?? '' };
};

/** A day in full: 5 Mar 2026, or its Chinese form. */
export function formatDay(day: LocalDate, lang: Lang): string {
  return fill(dossierWords(lang).day, dayParts(day));
}

/** A day without its year where that is the year of `on`; else in full. */
export function formatDayNear(day: LocalDate, on: LocalDate, lang: Lang): string {
  return day.slice(0, 4) === on.slice(0, 4) ? fill(dossierWords(lang).dayShort, dayParts(day)) : formatDay(day, lang);
}

/** A day without its year, where the year goes without saying. */
export function formatDayShort(day: LocalDate, lang: Lang): string {
  return formatDayNear(day, day, lang);
}

/** Days left to a limit or past it, in words and never negative: 12 d left, 3 d overdue, due today. */
export function formatDue(dueOn: LocalDate, on: LocalDate, lang: Lang): string {
  const words = dossierWords(lang);
  const left = daysBetween(on, dueOn);
  if (left === 0) return words.dueToday;
  return left > 0 ? fill(words.daysLeft, { n: left }) : fill(words.daysOver, { n: -left });
}

/** Money from fen: in ten thousands of yuan with two decimals in Chinese, in yuan with two decimals in English. */
export function formatMoney(fen: number, lang: Lang): string {
  return fill(dossierWords(lang).money, { n: grouped(fen / 1e6, 2), yuan: grouped(fen / 100, 2) });
}

/** An area with its unit. */
export function formatArea(km2: number, lang: Lang): string {
  return fill(dossierWords(lang).km2, { n: areaText(km2) });
}

/** A number with its unit where there is one: whole or with at most one decimal, money with two. */
export function formatValue(value: number, unit: string | null, lang: Lang): string {
  if (unit === dossierWords(lang).moneyUnit)
    return lang === 'zh' ? grouped(value, 2) + unit : formatMoney(value * 1e6, lang);
  const number = value.toLocaleString('en-US', { maximumFractionDigits: 1 });
  if (unit === null) return number;
  if (lang === 'zh' || unit === '%') return number + unit;
  return `${number} ${value === 1 ? oneOf(unit, lang) : unit}`;
}

/** What one of a unit is called: `days late` is a `day late`. */
export const oneOf = (unit: string, lang: Lang): string => (lang === 'en' ? unit.replace(/^([a-z]+)s\b/, '$1') : unit);

function grouped(value: number, decimals: number): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** Day and hour in Asia/Shanghai, as offices write it; without the year where that is the year of `on`. */
export function instantText(at: string, lang: Lang, on?: LocalDate): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(new Date(at));
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at));
  const text = on ? formatDayNear(day, on, lang) : formatDay(day, lang);
  return time === '23:59' ? text : `${text} ${time}`;
}
