import type { Pdf, Weight } from './fonts.ts';
import { type Line, lineOf, linesOf } from './lines.ts';

/** A box on a page in points from its upper left corner; without `height` it goes as far down as its text. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height?: number;
}
/** How a text stands: `size` in points, `least` the smallest it may shrink to in a box with a height, before it is cut with “…”. */
export interface Style {
  size: number;
  least?: number;
  weight?: Weight;
  colour?: string;
  align?: 'left' | 'right' | 'center';
  /** Distance of lines, in sizes. */
  leading?: number;
  /** In a box with a height: in its middle instead of at its top. */
  middle?: boolean;
}

const defaultLeading = 1.35;
/** Where the base line lies below a line's top, in sizes. */
const rise = 0.88;
const drawnHeight = 1.16;

/** How tall a text stands in a width, in points. */
export function heightOf(doc: Pdf, text: string, width: number, style: Style): number {
  return tall(linesOf(doc, text, { weight: style.weight ?? 'text', size: style.size, width }).length, style);
}

/** Sets a text into a box and answers the y below it: it wraps, shrinks where the box has a height, and never leaves the box. */
export function setText(doc: Pdf, text: string, box: Box, style: Style): number {
  if (text === '') return box.y;
  const { lines, size } = fitted(doc, text, box, style);
  const leading = (style.leading ?? defaultLeading) * size;
  const whole = tall(lines.length, { ...style, size });
  const top = box.y + (style.middle && box.height ? (box.height - whole) / 2 : 0);
  for (const [at, line] of lines.entries()) drawLine(doc, line, { ...box, y: top + at * leading }, { ...style, size });
  return top + whole;
}

const tall = (count: number, { size, leading = defaultLeading }: Style) =>
  count === 0 ? 0 : ((count - 1) * leading + Math.max(leading, drawnHeight)) * size;

function fitted(doc: Pdf, text: string, { width, height }: Box, style: Style): { lines: Line[]; size: number } {
  const weight = style.weight ?? 'text';
  const least = style.least ?? style.size * 0.7;
  for (let size = style.size; ; size = Math.max(least, size - 0.5)) {
    const lines = linesOf(doc, text, { weight, size, width });
    if (height === undefined || tall(lines.length, { ...style, size }) <= height + 0.01) return { lines, size };
    if (size > least) continue;
    const leading = (style.leading ?? defaultLeading) * size;
    const room = Math.max(1, Math.floor((height - drawnHeight * size + 0.01) / leading) + 1);
    const kept = lines.slice(0, room);
    const last = kept.pop();
    return { lines: [...kept, ...(last ? [cut(doc, last, width, weight, size)] : [])], size };
  }
}

/** A line with “…” at its end, no wider than it may be. */
function cut(doc: Pdf, line: Line, width: number, weight: Weight, size: number): Line {
  const characters = [...line.runs.map(({ said, text }) => said ?? text).join('')];
  for (;;) {
    const shorter = lineOf(doc, `${characters.join('')}…`, weight, size);
    if (shorter.width <= width || characters.length === 0) return shorter;
    characters.pop();
  }
}

function drawLine(doc: Pdf, line: Line, { x, y, width }: Box, { size, align, colour = '#1b2420' }: Style): void {
  const spare = width - line.width;
  let left = x + (align === 'right' ? spare : align === 'center' ? spare / 2 : 0);
  doc.fillColor(colour);
  for (const { font, text, width: wide, said } of line.runs) {
    // Who copies a mark gets the character it stands for.
    if (said) doc.markContent('Span', { actual: said });
    doc.font(font).fontSize(size);
    doc.text(text, left, y + rise * size, { lineBreak: false, baseline: 'alphabetic' });
    if (said) doc.endMarkedContent();
    left += wide;
  }
}
