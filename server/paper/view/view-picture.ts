import sharp from 'sharp';
import type { PaperGiven } from '../kind.ts';
import { SvgPage } from '../part/svg-page.ts';
import { drawSheet, type SheetLook } from '../sheet/map-sheet.ts';
import type { SheetFigures } from '../sheet/sheet-figures.ts';

/** Dots an inch of a printed picture. */
const printDpi = 300;

/** 当前视图图片 — the map sheet as a PNG in print resolution, drawn from the same lines, its letters from the embedded font. */
export async function viewPicture(figures: SheetFigures, given: PaperGiven, look: SheetLook): Promise<Uint8Array> {
  const page = new SvgPage(look, printDpi);
  drawSheet(page, figures, given, look);
  const png = await sharp(Buffer.from(page.svg()), { unlimited: true })
    .removeAlpha()
    .withMetadata({ density: printDpi })
    .png({ compressionLevel: 6 })
    .toBuffer();
  return new Uint8Array(png);
}
