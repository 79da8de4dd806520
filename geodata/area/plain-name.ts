import { simplified } from './traditional.zh.ts';

/** Signs that say nothing in a name: blanks, dots between its parts (·, ・, •, ．), hyphens, brackets, apostrophes, and what is not seen. */
const idle = /[\s\p{Cc}\p{Cf}\p{Pd}·・•‧∙⋅.·_()'’‘]/gu;

/** A name as it is compared: width, case, blanks, dots and hyphens do not matter, nor whether its characters are traditional. */
export function comparedName(name: string): string {
  return simplified(writtenName(name)).toLowerCase();
}

/** The same, its characters as they are written. */
export function writtenName(name: string): string {
  return name.normalize('NFKC').replace(idle, '');
}

/** What one cannot see (control, joining and direction marks, variation selectors) and line ends. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}]/gu;

/** A name as it is kept: without what one cannot see, blanks at its ends and doubled ones within. A tab or line end is a blank. */
export function cleanName(name: string): string {
  return name
    .replace(/[\t\r\n]/g, ' ')
    .replace(unseen, '')
    .replace(/\s+/g, ' ')
    .trim();
}
