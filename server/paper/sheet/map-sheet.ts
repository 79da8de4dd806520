import { fill } from '../../words/fill.ts';
import type { PaperGiven } from '../kind.ts';
import { dayLine } from '../part/day-line.ts';
import { drawFeet, fileOf, openPdf, type Sheet } from '../part/document.ts';
import type { Pdf } from '../part/fonts.ts';
import { enlargeHatches, type Ink } from '../part/ink.ts';
import { lineOf } from '../part/lines.ts';
import { setText } from '../part/set-text.ts';
import { drawSheetMap } from './draw-map.ts';
import { drawMargin } from './margin.ts';
import { type Frame, metresPerUnit } from './placing.ts';
import { placeTitle, sheetWords } from './sheet.message.ts';
import type { SheetFigures } from './sheet-figures.ts';

/** How a sheet is to look. */
export interface SheetLook {
  size: 'A4' | 'A3' | 'A2' | 'A1' | 'A0';
  layout: Sheet['layout'];
  ink: Ink;
}

/** How much larger type and lines stand than on A4: less than the paper grows, so that a larger sheet has room for more names. */
const factors = { A4: 1, A3: 1.27, A2: 1.62, A1: 2.07, A0: 2.64 } satisfies Record<SheetLook['size'], number>;
const border = 22;
const side = 172;
const strip = 150;
const headHeight = 52;
const footHeight = 32;

/** 专题图 — a map sheet as a PDF: vector, every word text. */
export async function mapSheet(figures: SheetFigures, given: PaperGiven, look: SheetLook): Promise<Uint8Array> {
  const { lang, by, at, view } = given;
  const marks = {
    title: titleOf(figures, given),
    by,
    at,
    on: view.on,
    campaign: figures.campaign,
    lang,
    ink: look.ink,
  };
  const doc = openPdf(marks, look);
  drawSheet(doc, figures, given, look);
  doc.end();
  return fileOf(doc);
}

/** Draws a sheet as one page: title, date, map with names, legend with counts, scale, north, review number, marks. */
export function drawSheet(doc: Pdf, figures: SheetFigures, given: PaperGiven, look: SheetLook): void {
  const { lang, by, at, view } = given;
  const words = sheetWords[lang];
  const title = titleOf(figures, given);
  const factor = factors[look.size];
  doc.addPage();
  const [width, height] = [doc.page.width / factor, doc.page.height / factor];
  enlargeHatches(doc, factor);
  doc.save();
  doc.scale(factor);
  setText(
    doc,
    title,
    { x: border, y: 12, width: width - 2 * border, height: 28 },
    { size: 21, least: 9, weight: 'bold', align: 'center', leading: 1.2 },
  );
  const day = dayLine({ on: view.on, campaign: figures.campaign }, lang);
  setText(doc, day, { x: border, y: 37, width: width - 2 * border }, { size: 9.5, align: 'center', leading: 1.1 });
  setText(doc, words.internal, { x: border, y: 14, width: 90 }, { size: 11, weight: 'bold', leading: 1.1 });
  const inner: Frame = {
    x: border,
    y: headHeight,
    width: width - 2 * border,
    height: height - headHeight - footHeight,
  };
  const across = look.layout === 'landscape';
  const map = across ? { ...inner, width: inner.width - side } : { ...inner, height: inner.height - strip };
  const margin = across
    ? { ...inner, x: inner.x + map.width, width: side }
    : { ...inner, y: inner.y + map.height, height: strip };
  const drawn = { ...look, lang, across };
  const scaled = drawMargin(doc, figures, margin, drawn);
  const placing = drawSheetMap(doc, figures, { box: map, ink: look.ink, lang });
  scaled(metresPerUnit(figures.picture.plain) / placing.scale, factor);
  drawWatermark(doc, map, fill(words.watermark, { internal: words.internal, who: by, at }));
  doc.rect(inner.x, inner.y, inner.width, inner.height).lineWidth(1.2).stroke('#1b2420');
  doc.rect(map.x, map.y, map.width, map.height).lineWidth(0.5).stroke('#1b2420');
  doc.restore();
  drawFeet(doc, { title, by, at, on: view.on, campaign: figures.campaign, lang, ink: look.ink, factor });
}

/** What a sheet is called, on itself and as a file. */
export const titleOf = ({ county, town, layer }: SheetFigures, { lang }: Pick<PaperGiven, 'lang'>): string =>
  placeTitle({ county, town: town?.name ?? '', layer: layer.title[lang] }, lang);

/** 水印 — who exported it and when, faint across the map, so that a photograph of it still tells. */
function drawWatermark(doc: Pdf, { x, y, width, height }: Frame, text: string): void {
  const style = { size: 12, colour: '#000000', leading: 1.2 };
  const wide = lineOf(doc, text, 'text', style.size).width + 2;
  const [across, down] = [wide + 60, 105];
  const reach = Math.hypot(width, height) / 2;
  const [left, top] = [x + width / 2, y + height / 2];
  doc.save();
  doc.rect(x, y, width, height).clip();
  doc.fillOpacity(0.1);
  doc.rotate(-24, { origin: [left, top] });
  for (let row = -Math.ceil(reach / down); row * down < reach; row++)
    for (let column = -Math.ceil(reach / across) - 1; column * across < reach; column++)
      setText(
        doc,
        text,
        { x: left + (column + (row % 2 === 0 ? 0 : 0.5)) * across, y: top + row * down, width: wide },
        style,
      );
  doc.restore();
}
