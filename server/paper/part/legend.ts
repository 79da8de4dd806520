import type { ValuesAnswer } from '../../layer/answer.ts';
import type { LayerClass } from '../../layer/layer.ts';
import type { Language } from '../../words/fill.ts';
import type { Pdf } from './fonts.ts';
import { fillClass, type Ink } from './ink.ts';
import { type Box, setText } from './set-text.ts';

/** How many places of a layer's column are in each of its classes. */
export function countsOf(values: Pick<ValuesAnswer, 'classes'>, classes: LayerClass[]): number[] {
  const counts = classes.map(() => 0);
  for (const digit of values.classes) {
    const at = Number.parseInt(digit, 36);
    if (at in counts) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

const rowHeight = 15;
const swatch = 11;

/** How tall a legend of so many classes stands in so many columns, in points. */
export const legendHeight = (classes: number, columns: number): number => Math.ceil(classes / columns) * rowHeight;

/** 图例 — each class with colour, hatch, letter, title and count, in columns; answers the y below it. */
export function drawLegend(
  doc: Pdf,
  { classes, counts }: { classes: LayerClass[]; counts: number[] },
  { box, columns, lang, ink, size = 9 }: { box: Box; columns: number; lang: Language; ink: Ink; size?: number },
): number {
  const wide = box.width / columns;
  for (const [at, one] of classes.entries()) {
    const [x, y] = [box.x + (at % columns) * wide, box.y + Math.floor(at / columns) * rowHeight];
    drawSwatch(doc, one, { x, y, side: swatch, ink });
    setText(
      doc,
      `${one.letter[lang]} ${one.title[lang]} ${counts[at] ?? 0}`,
      { x: x + swatch + 4, y: y - 0.5, width: wide - swatch - 8, height: rowHeight - 2 },
      { size, least: 5, leading: 1.15 },
    );
  }
  return box.y + Math.ceil(classes.length / columns) * rowHeight;
}

/** A class as the map shows it, in a small square. */
export function drawSwatch(
  doc: Pdf,
  look: Pick<LayerClass, 'lamp' | 'hatch'>,
  { x, y, side, ink }: { x: number; y: number; side: number; ink: Ink },
): void {
  fillClass(doc, look, ink, () => void doc.rect(x, y, side, side));
  doc.rect(x, y, side, side).lineWidth(0.5).stroke('#4a554f');
}
