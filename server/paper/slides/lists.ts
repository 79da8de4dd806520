import { columnShares, type Listed, moreLine } from '../part/list.ts';
import { linesIn } from './fit.ts';
import { fontFace, inkColour, type Place, type Slide } from './frame.ts';

/** Sizes of a list's title and lines in points. */
export interface ListSizes {
  title: number;
  line: number;
}
const beside: ListSizes = { title: 14, line: 11 };
/** Lists that have a slide for themselves are read from farther away. */
const alone: ListSizes = { title: 16, line: 13 };
const gap = 0.3;
/** What a text box keeps free at its sides, in inches, and how far a line stands in. */
const sides = 0.2;
const indent = 9;

/** Height of a line of a size, in inches. */
const tall = (of: number) => (of * 1.25) / 72;

/** Lists below one another, as much as stands in the column; of what does not, how many there are. */
export function addColumn(slide: Slide, lists: readonly Listed[], box: Place, sizes: ListSizes = beside): void {
  const shown = lists.filter(({ lines, none }) => lines.length > 0 || none !== undefined);
  if (shown.length === 0) return;
  const parts: { text: string; options: object }[] = [];
  let room = box.h - 0.1;
  for (const [at, { title, lines, none = '' }] of shown.entries()) {
    // Each of those still to come keeps its title and two lines.
    let own = room - (shown.length - at - 1) * (tall(sizes.title) + 2 * tall(sizes.line));
    const take = (text: string, options: { fontSize: number }) => {
      const height = linesIn(text, box.w - sides, options.fontSize) * tall(options.fontSize);
      if (height > own) return false;
      own -= height;
      room -= height;
      parts.push({ text, options: { ...options, breakLine: true } });
      return true;
    };
    if (!take(title, { fontSize: sizes.title, ...{ bold: true } })) break;
    if (lines.length === 0) take(none, { fontSize: sizes.line, ...{ color: '5A635E' } });
    const kept = lines.findIndex((line, n) => {
      // Room for the line that counts the rest.
      const last = n === lines.length - 1;
      const height = linesIn(line, box.w - sides, sizes.line) * tall(sizes.line);
      if (height + (last ? 0 : tall(sizes.line)) > own) return true;
      return !take(line, { fontSize: sizes.line, ...{ bullet: { indent } } });
    });
    if (kept >= 0) take(moreLine(lines.length - kept), { fontSize: sizes.line });
  }
  slide.addText(parts, { ...box, fontFace, color: inkColour, valign: 'top', margin: 4 });
}

/** Lists beside one another over the whole slide; the more one has to say, the wider it is. */
export function addColumns(slide: Slide, lists: readonly Listed[], box: Place): void {
  const shares = columnShares(lists);
  let { x } = box;
  for (const [at, list] of lists.entries()) {
    const w = (box.w - gap * (lists.length - 1)) * (shares[at] ?? 0);
    addColumn(slide, [list], { ...box, x, w }, alone);
    x += w + gap;
  }
}
