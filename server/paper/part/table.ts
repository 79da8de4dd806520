import type { Pdf } from './fonts.ts';
import { type Box, heightOf, type Style, setText } from './set-text.ts';

/** A column of a table: `share` of the table's width in any unit. */
export interface Column {
  title: string;
  share: number;
  align?: 'left' | 'right' | 'center';
}

const pad = { x: 3, y: 2.5 };

/**
 * Draws a table from `box.y` down; a row that would pass `bottom` goes on the page `nextPage` begins, which answers the y it may start at,
 * and the header is repeated there. Cells wrap; a row taller than a whole page is shrunk and cut. Answers the y below the table.
 */
export function drawTable(
  doc: Pdf,
  { columns, rows }: { columns: Column[]; rows: string[][] },
  { box, bottom, size = 9, nextPage }: { box: Box; bottom: number; size?: number; nextPage: () => number },
): number {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const lefts = columns.map((_, at) =>
    columns.slice(0, at).reduce((sum, { share }) => sum + (share / whole) * box.width, box.x),
  );
  const widthOf = (at: number) => ((columns[at]?.share ?? 0) / whole) * box.width - 2 * pad.x;
  const row = (cells: string[], y: number, most: number, style: Style) => {
    const tall = Math.min(
      most,
      Math.max(...cells.map((text, at) => heightOf(doc, text, widthOf(at), style)), style.size) + 2 * pad.y,
    );
    for (const [at, text] of cells.entries())
      setText(
        doc,
        text,
        { x: (lefts[at] ?? 0) + pad.x, y: y + pad.y, width: widthOf(at), height: tall - 2 * pad.y },
        { ...style, align: columns[at]?.align ?? 'left' },
      );
    return y + tall;
  };
  const rule = (y: number, thick: number) =>
    doc
      .moveTo(box.x, y)
      .lineTo(box.x + box.width, y)
      .lineWidth(thick)
      .stroke('#8a938d');
  const header = (y: number) => {
    const below = row(
      columns.map(({ title }) => title),
      y,
      bottom - y,
      { size, weight: 'bold', leading: 1.25 },
    );
    rule(y, 0.9);
    rule(below, 0.9);
    return below;
  };
  const style = { size, leading: 1.25 };
  const tallOf = (cells: string[]) =>
    Math.max(...cells.map((text, at) => heightOf(doc, text, widthOf(at), style)), size) + 2 * pad.y;
  let y = header(box.y);
  let fresh = false;
  for (const cells of rows) {
    if (!fresh && y + tallOf(cells) > bottom) {
      y = header(nextPage());
      fresh = true;
    }
    y = row(cells, y, Math.max(bottom - y, size + 2 * pad.y), style);
    fresh = false;
    rule(y, 0.35);
  }
  return y;
}
