/** Width of a character in sizes: Chinese and full-width ones are square, the others about half. */
const widthOf = (character: string) => (/[ -ÿ]/.test(character) ? 0.56 : 1);
const pointsAnInch = 72;
/** What a text box keeps free at its sides, in inches. */
const inset = 0.2;
const leading = 1.25;

/** Lines a text takes in a box so many inches wide, at a size in points. */
export function linesIn(text: string, width: number, size: number): number {
  const room = Math.max(1, ((width - inset) * pointsAnInch) / size);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthIn(line) / room)), 0);
}

/** How wide a line is, in sizes. */
export const widthIn = (line: string): number => [...line].reduce((wide, one) => wide + widthOf(one), 0);

/**
 * The largest size in points, from `size` down to `least`, at which a text stays within its box in inches: a deck tells no program how to shrink,
 * for most shrink only what is edited.
 */
export function fitted(
  text: string,
  box: { w: number; h: number },
  { size, least }: { size: number; least: number },
): number {
  for (let now = size; now > least; now -= 0.5)
    if ((linesIn(text, box.w, now) * now * leading) / pointsAnInch <= box.h - 0.05) return now;
  return least;
}

/** A text cut to what its box takes at a size, with “…” at its end where something is missing. */
export function cutTo(text: string, box: { w: number; h: number }, size: number): string {
  const most = Math.max(1, Math.floor(((box.h - 0.05) * pointsAnInch) / (size * leading)));
  if (linesIn(text, box.w, size) <= most) return text;
  const characters = [...text];
  while (characters.length > 1 && linesIn(`${characters.join('')}…`, box.w, size) > most) characters.pop();
  return `${characters.join('')}…`;
}
