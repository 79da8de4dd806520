import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { dayText } from '../layer/phrase.message.ts';
import { fill, type Language } from '../message/fill.ts';
import { decisionsOf } from './decisions.ts';
import type { MeetingPaper } from './meeting-paper.ts';
import { paperWords } from './paper.message.ts';

const font = { ascii: 'Times New Roman', eastAsia: 'FangSong', hAnsi: 'Times New Roman' };
const widths = [6, 20, 9, 28, 15, 10, 12];

/** 会议纪要 — each decision with its item, unit, person and limit, and what was said; text throughout, to be edited on. */
export async function minutesDocx(paper: MeetingPaper, id: string, lang: Language): Promise<Uint8Array> {
  const words = paperWords[lang];
  const { body, county, on, by, at } = paper;
  const decisions = decisionsOf(paper, id, lang);
  const line = (text: string) =>
    new Paragraph({ children: [new TextRun({ text, font, size: 24 })], spacing: { after: 80 } });
  const cell = (text: string, width: number, bold = false) =>
    new TableCell({
      width: { size: width, type: WidthType.PERCENTAGE },
      children: [new Paragraph({ children: [new TextRun({ text, font, size: 21, bold })] })],
    });
  const row = (cells: string[], bold = false) =>
    new TableRow({
      tableHeader: bold,
      cantSplit: true,
      children: cells.map((text, n) => cell(text, widths[n] ?? 10, bold)),
    });
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      row(words.columns, true),
      ...decisions.map((one, n) =>
        row([String(n + 1), one.item, one.kind, one.title, one.unit, one.person, dayText(one.dueOn)[lang]]),
      ),
    ],
  });
  const notes = body.items.filter((item) => (body.notes[item.id] ?? '') !== '');
  const document = new Document({
    creator: by,
    title: `${body.title} ${words.minutes}`,
    sections: [
      {
        footers: {
          default: new Footer({ children: [line(`${words.internal} · ${fill(words.by, { who: by, at })}`)] }),
        },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            heading: HeadingLevel.TITLE,
            children: [new TextRun({ text: `${county} ${body.title} ${words.minutes}`, font, size: 36, bold: true })],
          }),
          line(fill(words.heldOn, { day: dayText(body.heldOn)[lang] })),
          line(fill(words.dataAt, { day: dayText(on)[lang] })),
          heading(words.decisions),
          ...(decisions.length === 0 ? [line(words.none)] : [table]),
          ...(notes.length === 0 ? [] : [heading(words.notes)]),
          ...notes.map((item) => line(`${body.items.indexOf(item) + 1}. ${item.title}：${body.notes[item.id]}`)),
          heading(words.agenda),
          ...body.items.map((item, n) => line(`${n + 1}. ${item.title}`)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const heading = (text: string) =>
  new Paragraph({
    heading: HeadingLevel.HEADING_2,
    spacing: { before: 240, after: 120 },
    children: [new TextRun({ text, font, size: 28, bold: true })],
  });
