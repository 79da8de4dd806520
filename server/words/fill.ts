import { filledIn } from './placeholder/rules.ts';

/** The two languages of the product. */
export type Language = 'zh' | 'en';

/** Fills `{placeholders}` of a sentence; one without a value becomes empty, and the blanks around it close up. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return filledIn(sentence, values, (value) => String(value ?? ''))
    .replace(/ {2,}/g, ' ')
    .replace(/ +(?=[:：])/g, '')
    .trim();
}
