import type { Text } from '../text.ts';

/** Names as a language lists them: 甲、乙、丙 and “A, B and C”. */
export function listed(names: readonly string[], lang: 'zh' | 'en'): string {
  if (lang === 'zh' || names.length < 2) return names.join('、');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Names as both languages list them. */
export const listedText = (names: readonly string[]): Text => ({ zh: listed(names, 'zh'), en: listed(names, 'en') });

/**
 * Names kept apart in one value, entries of several names, and what stands in brackets, by the characters made for it: no name holds them.
 */
const [betweenNames, betweenEntries, bracketOpen, bracketShut] = ['\u001f', '\u001e', '\u001d', '\u001c'];
const [atOpen, atShut] = [new RegExp(` ?${bracketOpen}`, 'g'), new RegExp(bracketShut, 'g')];

/** Names as one value of a sentence, which says them by its language. */
export const namesOf = (names: readonly string[]): string => names.join(betweenNames);

/** Entries, each with or without names, as one value of a sentence. */
export const entriesOf = (entries: readonly string[]): string => entries.join(betweenEntries);

/** A part of a value that stands in brackets: 后沟（990127104203） and “后沟 (990127104203)”. */
export const inBrackets = (text: string): string => `${bracketOpen}${text}${bracketShut}`;

/** A value with its names as a language lists them and its brackets as it writes them; entries apart by a semicolon. */
export function namesSaid(value: string | number, lang: 'zh' | 'en'): string | number {
  if (typeof value === 'number') return value;
  const entries = value.split(betweenEntries).map((entry) => listed(entry.split(betweenNames), lang));
  const [open, shut] = lang === 'zh' ? ['（', '）'] : [' (', ')'];
  return entries
    .join(lang === 'zh' ? '；' : '; ')
    .replace(atOpen, open)
    .replace(atShut, shut);
}
