import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { lampColours } from '../layer/lamp/rules.ts';
import { dayText } from '../layer/phrase.message.ts';
import type { StepAnswer } from '../meeting/answer.ts';
import { fill, type Language } from '../message/fill.ts';
import { type CountyPicture, fillsOf } from './county-picture.ts';
import type { MeetingPaper } from './meeting-paper.ts';
import { paperWords } from './paper.message.ts';
import { unpackWoff } from './unpack-woff.ts';

type Pdf = PDFKit.PDFDocument;
const margin = 40;
const require = createRequire(import.meta.url);

/** Noto Sans SC as it comes with the package, its tables unpacked. */
const fontOf = (weight: 400 | 700) =>
  unpackWoff(
    readFileSync(
      require.resolve(`@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff`),
    ),
  );

/** 点评册 — one page an item, A4 across: the map as lines and areas, its legend with counts, facts, tasks; every word can be selected and searched. */
export async function reviewPdf(paper: MeetingPaper, lang: Language, signal?: AbortSignal): Promise<Uint8Array> {
  const doc = new PDFDocument({
    ...{ size: 'A4', layout: 'landscape', margin, autoFirstPage: false },
    info: { Title: `${paper.body.title}`, Author: paper.by },
  });
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve) => {
    doc.on('end', () => resolve());
  });
  doc.registerFont('text', Buffer.from(fontOf(400)));
  doc.registerFont('bold', Buffer.from(fontOf(700)));
  for (const step of paper.steps) {
    signal?.throwIfAborted();
    doc.addPage();
    page(doc, paper, step, lang);
    // A long book lets others be answered between its pages.
    await new Promise((resolve) => setImmediate(resolve));
  }
  doc.end();
  await ended;
  return new Uint8Array(Buffer.concat(parts));
}

function page(doc: Pdf, paper: MeetingPaper, step: StepAnswer, lang: Language): void {
  const words = paperWords[lang];
  const { width, height } = doc.page;
  doc.rect(0, 0, width, 44).fill('#a3262a');
  doc.fillColor('#ffffff').font('bold').fontSize(17);
  doc.text(`${step.number + 1}. ${step.item.title}`, margin, 12, {
    width: width - 2 * margin - 190,
    height: 22,
    ellipsis: true,
  });
  doc.font('text').fontSize(10);
  doc.text(fill(words.dataAt, { day: dayText(step.on)[lang] }), width - margin - 190, 17, {
    width: 190,
    align: 'right',
  });
  const left = { x: margin, y: 60, width: 215 };
  const middle = { x: margin + 230, y: 60, width: 330, height: height - 150 };
  const right = { x: margin + 575, y: 60, width: width - 2 * margin - 575 };
  facts(doc, step, left, lang);
  if (paper.picture) county(doc, paper.picture, paper, step, middle);
  legend(doc, paper, step, { x: middle.x, y: height - 82, width: middle.width }, lang);
  side(doc, step, right, lang);
  doc.fillColor('#6a6a6a').font('text').fontSize(8);
  const foot = height - 24;
  doc.page.margins.bottom = 0;
  doc.text(`${words.internal} · ${fill(words.by, { who: paper.by, at: paper.at })}`, margin, foot, {
    lineBreak: false,
  });
  doc.text(fill(words.page, { n: step.number + 1, of: step.of }), width - margin - 60, foot, {
    width: 60,
    align: 'right',
  });
}

interface Box {
  x: number;
  y: number;
  width: number;
}

function facts(doc: Pdf, step: StepAnswer, { x, y, width }: Box, lang: Language): void {
  const { place, item } = step;
  doc.y = y;
  const say = (text: string, size: number, bold = false, colour = '#1b2420') => {
    doc
      .font(bold ? 'bold' : 'text')
      .fontSize(size)
      .fillColor(colour)
      .text(text, x, doc.y, { width });
    doc.y += size * 0.3;
  };
  if (place) {
    say(`${place.name} ${place.town}`, 17, true);
    doc.rect(x, doc.y + 2, 10, 10).fillAndStroke(lampColours[place.lamp], '#1b2420');
    doc
      .font('bold')
      .fontSize(11)
      .fillColor('#1b2420')
      .text(place.state[lang], x + 15, doc.y, { width: width - 15 });
    doc.y += 5;
    say(fill(paperWords[lang].why, { why: place.why[lang] }), 10);
  }
  if (item.text) say(item.text, 12);
  const rows = place
    ? step.facts.map(({ title, value }) => [title[lang], value] as const)
    : step.counts.map(({ title, count }) => [title[lang], String(count)] as const);
  doc.y += 4;
  for (const [name, value] of rows) {
    const top = doc.y;
    doc
      .font('text')
      .fontSize(10)
      .fillColor('#4a554f')
      .text(name, x, top, { width: width * 0.55 });
    const below = doc.y;
    doc
      .font('bold')
      .fillColor('#1b2420')
      .text(value, x + width * 0.55, top, { width: width * 0.45, align: 'right' });
    doc.y = Math.max(doc.y, below) + 3;
    doc
      .moveTo(x, doc.y - 1)
      .lineTo(x + width, doc.y - 1)
      .lineWidth(0.4)
      .stroke('#dadccf');
  }
}

function county(
  doc: Pdf,
  picture: CountyPicture,
  { layers }: MeetingPaper,
  { item, place, values }: StepAnswer,
  box: Box & { height: number },
): void {
  const { plain } = picture;
  const layer = layers.get(item.layer ?? '');
  const fills = layer && values ? fillsOf(picture, layer, values) : new Map<number, string>();
  const scale = Math.min(box.width / plain.width, box.height / plain.height);
  doc.save();
  doc
    .translate(box.x + (box.width - plain.width * scale) / 2, box.y + (box.height - plain.height * scale) / 2)
    .scale(scale);
  for (const { fid, d } of plain.villages)
    doc
      .path(d)
      .lineWidth(0.4 / scale)
      .fillAndStroke(fills.get(fid) ?? '#ffffff', '#ffffff');
  for (const { level, d } of plain.borders)
    if (level < 3)
      doc
        .path(d)
        .lineWidth((level === 1 ? 1.6 : 0.8) / scale)
        .stroke('#4b2450');
  const marked = plain.villages.find(({ fid }) => fid === place?.fid);
  if (marked) {
    doc
      .path(marked.d)
      .lineWidth(4 / scale)
      .stroke('#ffffff');
    doc
      .path(marked.d)
      .lineWidth(2.2 / scale)
      .stroke('#101828');
  }
  doc.restore();
}

function legend(
  doc: Pdf,
  { layers }: MeetingPaper,
  { item, values }: StepAnswer,
  { x, y, width }: Box,
  lang: Language,
): void {
  const layer = layers.get(item.layer ?? '');
  if (!layer || !values) return;
  const indices = [...values.classes].map((digit) => Number.parseInt(digit, 36));
  for (const [at, { title, lamp, letter }] of layer.classes.entries()) {
    const [left, top] = [x + (at % 3) * (width / 3), y + Math.floor(at / 3) * 15];
    doc.rect(left, top, 10, 10).lineWidth(0.5).fillAndStroke(lampColours[lamp], '#4a554f');
    doc.font('text').fontSize(9).fillColor('#1b2420');
    const count = indices.filter((one) => one === at).length;
    doc.text(`${letter[lang]} ${title[lang]} ${count}`, left + 14, top - 1, {
      width: width / 3 - 16,
      height: 12,
      ellipsis: true,
    });
  }
}

function side(doc: Pdf, step: StepAnswer, { x, y, width }: Box, lang: Language): void {
  const words = paperWords[lang];
  const bottom = doc.page.height - 50;
  doc.y = y;
  const group = (title: string, lines: string[]) => {
    if (lines.length === 0 || doc.y > bottom - 30) return;
    doc.font('bold').fontSize(11).fillColor('#1b2420').text(title, x, doc.y, { width });
    for (const [at, text] of lines.entries()) {
      const tall = doc.font('text').fontSize(9).heightOfString(text, { width });
      if (doc.y + tall > bottom - 12) {
        doc.text(`… ${lines.length - at}`, x, doc.y, { width });
        return;
      }
      doc.text(text, x, doc.y + 2, { width });
    }
    doc.y += 8;
  };
  const task = ({ title, unit, person, dueOn }: StepAnswer['previous'][number]) =>
    fill(words.task, { title, unit, person: person?.name ?? '', due: dueOn });
  group(
    words.worst,
    step.worst.map(({ name, town, why }) => `${name} ${town}：${why[lang]}`),
  );
  for (const { title, up, down } of step.changes?.layers ?? []) {
    const counts = `${fill(words.better, { count: up.length })} ${fill(words.worse, { count: down.length })}`;
    group(`${title[lang]}：${counts}`, [
      ' ',
      ...down.map(({ name, town, from, to }) => `${name} ${town}：${from[lang]} → ${to[lang]}`),
    ]);
  }
  group(words.before, step.previous.map(task));
  group(words.decided, step.decided.map(task));
}
