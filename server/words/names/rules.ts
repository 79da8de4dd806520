import type { Text } from '../text.ts';

/** Names as a language lists them: 甲、乙、丙 and “A, B and C”. */
export function listed(names: readonly string[], lang: 'zh' | 'en'): string {
  if (lang === 'zh' || names.length < 2) return names.join('、');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Names as both languages list them. */
export const listedText = (names: readonly string[]): Text => ({ zh: listed(names, 'zh'), en: listed(names, 'en') });

/** Names kept apart in one value, and entries of several names, by the characters made for it: no name holds them. */
const [betweenNames, betweenEntries] = ['\u001f', '\u001e'];

/** Names as one value of a sentence, which says them by its language. */
export const namesOf = (names: readonly string[]): string => names.join(betweenNames);

/** Entries, each with or without names, as one value of a sentence. */
export const entriesOf = (entries: readonly string[]): string => entries.join(betweenEntries);

/** A value with its names as a language lists them; entries apart by a semicolon. */
export function namesSaid(value: string | number, lang: 'zh' | 'en'): string | number {
  if (typeof value === 'number') return value;
  const entries = value.split(betweenEntries).map((entry) => listed(entry.split(betweenNames), lang));
  return entries.join(lang === 'zh' ? '；' : '; ');
}
