import PDFDocument from 'pdfkit';
import { fill, type Language } from '../../words/fill.ts';
import { paperWords } from '../paper.message.ts';
import { dayLine, type PaperDay } from './day-line.ts';
import type { Pdf } from './fonts.ts';
import { type Ink, partInk } from './ink.ts';
import { setText } from './set-text.ts';

/** Margin of every page, in points. */
export const margin = 40;
/** Where the part of a page that is the document's own begins and, measured from its lower edge, ends; in points. */
export const bandHeight = 44;
export const footHeight = 34;

/** What stands on every page: who exported it (by function), when, the day its figures are of and where the campaign stands on it. */
export interface Marks extends PaperDay {
  title: string;
  by: string;
  at: string;
  lang: Language;
  ink: Ink;
  /** How much larger the foot stands than on A4; 1 when left out. */
  factor?: number;
}
export interface Sheet {
  /** ISO name, or width and height in points. */
  size: 'A4' | 'A3' | 'A2' | 'A1' | 'A0' | [number, number];
  layout: 'portrait' | 'landscape';
}

const pages = new WeakMap<Pdf, Promise<Uint8Array>>();

/** A document whose pages get their foot when it is closed, for only then their number is known. */
export function openPdf({ title, by, lang }: Marks, { size, layout }: Sheet): Pdf {
  const doc = new PDFDocument({
    ...{ size, layout, margin: 0, autoFirstPage: false, bufferPages: true, displayTitle: true },
    lang: lang === 'zh' ? 'zh-CN' : 'en',
    info: { Title: title, Author: by },
  });
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  pages.set(
    doc,
    new Promise((resolve) => {
      doc.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    }),
  );
  return doc;
}

/** Begins a page with its title in the band at its head and, right of it, the day of the figures. */
export function beginPage(doc: Pdf, title: string, { on, campaign, lang, ink }: Marks): void {
  doc.addPage();
  const { width } = doc.page;
  const colour = partInk('onBand', ink);
  doc.rect(0, 0, width, bandHeight).fill(partInk('band', ink));
  if (ink === 'grey')
    doc
      .moveTo(margin, bandHeight)
      .lineTo(width - margin, bandHeight)
      .lineWidth(1.2)
      .stroke('#000000');
  const day = Math.min(190, width * 0.3);
  setText(
    doc,
    title,
    { x: margin, y: 6, width: width - 2 * margin - day - 10, height: bandHeight - 12 },
    { size: 17, least: 8, weight: 'bold', colour, leading: 1.2, middle: true },
  );
  setText(
    doc,
    dayLine({ on, campaign }, lang, '\n'),
    { x: width - margin - day, y: 6, width: day, height: bandHeight - 12 },
    { size: 10, least: 6, align: 'right', colour, middle: true },
  );
}

/** Writes the foot of every page, 内部使用 with who exported it and when, and page n of all. */
export function drawFeet(doc: Pdf, { by, at, lang, ink, factor = 1 }: Marks): void {
  const words = paperWords[lang];
  const { start, count } = doc.bufferedPageRange();
  const colour = ink === 'grey' ? '#000000' : '#5a635e';
  for (let n = 0; n < count; n++) {
    doc.switchToPage(start + n);
    const [width, height] = [doc.page.width / factor, doc.page.height / factor];
    const y = height - 25;
    const number = 60;
    doc.save();
    doc.scale(factor);
    setText(
      doc,
      `${words.internal} · ${fill(words.by, { who: by, at })}`,
      { x: margin, y, width: width - 2 * margin - number - 8, height: 13 },
      { size: 8, least: 4, colour, leading: 1.2 },
    );
    setText(
      doc,
      fill(words.page, { n: n + 1, of: count }),
      { x: width - margin - number, y, width: number, height: 13 },
      { size: 8, align: 'right', colour },
    );
    doc.restore();
  }
}

/** Ends a document with the feet of its pages; answers the file. */
export async function closePdf(doc: Pdf, marks: Marks): Promise<Uint8Array> {
  drawFeet(doc, marks);
  doc.end();
  return fileOf(doc);
}

/** The bytes of a document that was opened here and has ended. */
export async function fileOf(doc: Pdf): Promise<Uint8Array> {
  const file = pages.get(doc);
  if (!file) throw new Error('closed a document that openPdf did not open');
  return file;
}
