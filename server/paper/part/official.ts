import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  type ITableOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';

/** Typefaces of official documents by their use (GB/T 9704); Word puts the nearest it has where one is missing. */
const faces = {
  title: 'FZXiaoBiaoSong-B05S',
  body: 'FangSong',
  heading: 'SimHei',
  below: 'KaiTi',
} as const;
/** Sizes in half points: 二号, 三号, 小四, 五号. */
const sizes = { head: 60, title: 44, body: 32, table: 21, foot: 18 } as const;
const red = 'C00000';

type Block = Paragraph | Table;
const face = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia });

/** Lines stand 28 points apart. */
const spacing = { line: 560, lineRule: LineRuleType.EXACT };
const paragraph = (text: string, eastAsia: string, size: number, options: IParagraphOptions = {}, run: object = {}) =>
  new Paragraph({ spacing, ...options, children: [new TextRun({ text, font: face(eastAsia), size, ...run })] });
const twoCharacters = { firstLine: 2 * sizes.body * 10 };

/** The red line at the head of a bulletin, the number below it, a red rule. */
export const redHead = (text: string, number: string): Block[] => [
  paragraph(
    text,
    faces.title,
    sizes.head,
    { alignment: AlignmentType.CENTER, spacing: { after: 240 } },
    { color: red, bold: true },
  ),
  paragraph(number, faces.body, sizes.body, {
    alignment: AlignmentType.CENTER,
    border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: red, space: 6 } },
  }),
];

/** 标题 — centred, 小标宋 二号. */
export const titleLine = (text: string): Block =>
  paragraph(
    text,
    faces.title,
    sizes.title,
    {
      alignment: AlignmentType.CENTER,
      heading: HeadingLevel.TITLE,
      spacing: { before: 360, after: 360, line: 640, lineRule: LineRuleType.AT_LEAST },
    },
    { color: '000000' },
  );

/** 正文 — 仿宋 三号; `indent` false for the line that addresses the readers, `keepNext` for one that stays on the page of what follows. */
export const bodyLine = (text: string, { indent = true, keepNext = false } = {}): Block =>
  paragraph(text, faces.body, sizes.body, { ...(indent ? { indent: twoCharacters } : {}), keepNext });

/** 一级标题 in 黑体, 二级标题 in 楷体. */
export const headingLine = (text: string, level: 1 | 2 = 1): Block =>
  paragraph(
    text,
    level === 1 ? faces.heading : faces.below,
    sizes.body,
    { heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2, indent: twoCharacters, keepNext: true },
    { color: '000000' },
  );

/** 落款 — who signs, and the day, at the right, never on different pages; the line before them is to be kept with them. */
export const signature = (lines: string[]): Block[] =>
  lines.map((text, at) =>
    paragraph(text, faces.body, sizes.body, {
      alignment: AlignmentType.RIGHT,
      indent: { right: 2 * sizes.body * 10 },
      keepNext: at < lines.length - 1,
      ...(at === 0 ? { spacing: { ...spacing, before: 560 } } : {}),
    }),
  );

/** Width of the text on an official page, in twentieths of a point. */
const textWidth = 8844;

/** Widths of columns as absolute figures, which every program reads alike, that add up to the text's. */
function columnWidths(shares: number[]): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const edges = shares.map((_, at) => {
    const before = shares.slice(0, at + 1).reduce((sum, share) => sum + share, 0);
    return Math.round((textWidth * before) / whole);
  });
  return edges.map((edge, at) => edge - (edges[at - 1] ?? 0));
}

/** A table with its header repeated on each page, rows kept whole; `shares` are the columns' widths in any unit. */
export function officialTable(columns: string[], rows: string[][], shares: number[]): Block {
  const widths = columnWidths(shares);
  const cell = (text: string, at: number, bold: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 40, bottom: 40, left: 60, right: 60 },
      children: [
        paragraph(text, bold ? faces.heading : faces.body, sizes.table, {
          spacing: { line: 280, lineRule: LineRuleType.AT_LEAST },
          alignment: bold ? AlignmentType.CENTER : AlignmentType.LEFT,
        }),
      ],
    });
  const row = (cells: string[], header: boolean) =>
    new TableRow({ tableHeader: header, cantSplit: true, children: cells.map((text, at) => cell(text, at, header)) });
  const options: ITableOptions = {
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [row(columns, true), ...rows.map((cells) => row(cells, false))],
  };
  return new Table(options);
}

/** An official document on A4 with its margins, a page number and, at the foot, who exported it and when. */
export async function officialDocument(
  children: Block[],
  { title, by, mark }: { title: string; by: string; mark: string },
): Promise<Uint8Array> {
  const foot = { font: face(faces.body), size: sizes.foot };
  const document = new Document({
    ...{ creator: by, title },
    styles: { default: { document: { run: { font: face(faces.body), size: sizes.body } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 2098, bottom: 1984, left: 1588, right: 1474, footer: 1000 },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ ...foot, size: 28, children: ['— ', PageNumber.CURRENT, ' —'] })],
              }),
              new Paragraph({ alignment: AlignmentType.LEFT, children: [new TextRun({ ...foot, text: mark })] }),
            ],
          }),
        },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
