import { encode } from 'uqr';
import type { Pdf } from './fonts.ts';

/** 二维码 — an address as a square code of lines and areas, `side` points wide with its quiet edge. */
export function drawSquareCode(doc: Pdf, text: string, { x, y, side }: { x: number; y: number; side: number }): void {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const step = side / size;
  doc.rect(x, y, side, side).fill('#ffffff');
  for (const [row, cells] of data.entries())
    for (const [column, dark] of cells.entries()) if (dark) doc.rect(x + column * step, y + row * step, step, step);
  doc.fill('#000000');
}
