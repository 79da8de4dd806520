import type { Pdf } from './fonts.ts';
import { type Box, heightOf, setText } from './set-text.ts';

/** What stands in a list: its title, its lines, and what is said where there is none (left out: then nothing is drawn at all). */
export interface Listed {
  title: string;
  lines: string[];
  none?: string;
}

/** What stands below a list for the lines that found no room. */
export const moreLine = (count: number): string => `… +${count}`;

/** Sets a titled list into a box, as many lines as fit; of those that do not, how many they are. Answers the y below it. */
export function drawList(doc: Pdf, { title, lines, none }: Listed, box: Box & { height: number }, size = 9): number {
  const { x, width } = box;
  const bottom = box.y + box.height;
  if ((lines.length === 0 && none === undefined) || box.y + 3 * size > bottom) return box.y;
  let y = setText(doc, title, { x, y: box.y, width }, { size: size + 1.5, weight: 'bold' });
  if (lines.length === 0) return setText(doc, none ?? '', { x, y: y + 1, width }, { size, colour: '#5a635e' });
  const style = { size, leading: 1.25 };
  const last = 1.4 * size;
  for (const [at, text] of lines.entries()) {
    const tall = heightOf(doc, text, width, style);
    const room = bottom - y - (at < lines.length - 1 ? last : 0);
    if (tall > room && at === 0) {
      y = setText(doc, text, { x, y: y + 1, width, height: Math.max(size * 1.2, room - 1) }, { ...style, least: 5 });
      continue;
    }
    if (tall > room) return setText(doc, moreLine(lines.length - at), { x, y: y + 1, width }, style);
    y = setText(doc, text, { x, y: y + 1, width }, style);
  }
  return y;
}

/** How lists beside one another share a width, in parts of one: by how much each has to say, none less than half of what another has. */
export function columnShares(lists: readonly Listed[]): number[] {
  const said = lists.map(({ lines }) => lines.reduce((sum, line) => sum + line.length, 0));
  const most = Math.max(1, ...said);
  const weights = said.map((length) => 1 + length / most);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / whole);
}
