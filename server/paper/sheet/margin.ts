import { fill, type Language } from '../../words/fill.ts';
import type { Pdf } from '../part/fonts.ts';
import type { Ink } from '../part/ink.ts';
import { drawSwatch } from '../part/legend.ts';
import { setText } from '../part/set-text.ts';
import { type MapLine, strokeLine } from './draw-map.ts';
import { type Frame, scaleBar } from './placing.ts';
import { sheetWords } from './sheet.message.ts';
import type { SheetFigures } from './sheet-figures.ts';

/** Draws the scale once it is known: metres a unit of the page, and how many points such a unit is. */
export type DrawScale = (metresPerPageUnit: number, pointsPerUnit: number) => void;

const air = 10;
const row = 14;

/** 图廓 — legend with counts that add up, scale, north arrow, review number, definition: a column beside the map or a strip under it. */
export function drawMargin(
  doc: Pdf,
  figures: SheetFigures,
  frame: Frame,
  given: { ink: Ink; lang: Language; across: boolean },
): DrawScale {
  const { x, y } = frame;
  const { across } = given;
  const inner = { x: x + air, y: y + air, width: frame.width - 2 * air, height: frame.height - 2 * air };
  const third = (at: number): Frame => ({
    ...inner,
    x: inner.x + (at * (inner.width + air)) / 3,
    width: (inner.width - 2 * air) / 3,
  });
  const legend = across
    ? { ...inner, height: inner.height - 190 }
    : { ...inner, width: third(1).x + third(1).width - inner.x };
  drawLegend(doc, figures, legend, given);
  const rest = across ? { ...inner, y: inner.y + inner.height - 180, height: 180 } : third(2);
  drawNotes(doc, figures, rest, given);
  return (metres, points) => drawScale(doc, rest, { metres, points, ...given });
}

function drawLegend(
  doc: Pdf,
  { layer, counts, faded }: SheetFigures,
  frame: Frame,
  { ink, lang, across }: { ink: Ink; lang: Language; across: boolean },
): void {
  const words = sheetWords[lang];
  const { x, width } = frame;
  const columns = across ? 1 : 2;
  const wide = (width - (columns - 1) * air) / columns;
  let y =
    setText(
      doc,
      `${words.legend}　${layer.title[lang]}`,
      { ...frame, height: 26 },
      { size: 10.5, least: 6, weight: 'bold' },
    ) + 3;
  const each = Math.ceil(layer.classes.length / columns);
  const step = Math.min(row, (frame.height - 66) / each);
  for (const [at, one] of layer.classes.entries()) {
    const [left, top] = [x + Math.floor(at / each) * (wide + air), y + (at % each) * step];
    drawSwatch(doc, one, { x: left, y: top + 1, side: Math.min(10, step - 3), ink });
    const said =
      fill(words.class, { letter: one.letter[lang], title: one.title[lang] }) + (faded.has(one.id) ? words.faded : '');
    setText(doc, said, { x: left + 14, y: top, width: wide - 46, height: step }, { size: 8.5, least: 5, leading: 1.2 });
    setText(
      doc,
      String(counts[at] ?? 0),
      { x: left + wide - 30, y: top, width: 30 },
      { size: 8.5, align: 'right', leading: 1.2 },
    );
  }
  y += each * step + 2;
  doc
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(0.4)
    .stroke('#4a554f');
  const count = counts.reduce((sum, one) => sum + one, 0);
  y = setText(
    doc,
    fill(words.places[layer.level], { count }),
    { x, y: y + 2, width },
    { size: 8.5, weight: 'bold', align: 'right' },
  );
  const room = frame.y + frame.height - y - 4;
  if (room > 12)
    setText(
      doc,
      fill(words.definition, { text: layer.definition[lang] }),
      { x, y: y + 4, width, height: room },
      { size: 7, least: 4.5, colour: '#3a443e' },
    );
}

/** Lines of the map, review number, and that it settles no border. */
function drawNotes(
  doc: Pdf,
  { ground, reviewNumber }: SheetFigures,
  frame: Frame,
  { ink, lang }: { ink: Ink; lang: Language },
): void {
  const words = sheetWords[lang];
  const { x, width, y } = frame;
  const lines = [
    ['county', words.border.county],
    ['town', words.border.town],
    ...(ground?.rivers.length ? [['river', words.river]] : []),
    ...(ground?.roads.length ? [['road', words.road]] : []),
  ] as [MapLine, string][];
  for (const [at, [kind, text]] of lines.entries()) {
    const [left, top] = [x + (at % 2) * (width / 2), y + Math.floor(at / 2) * 13];
    strokeLine(doc.moveTo(left, top + 5).lineTo(left + 18, top + 5), kind, ink);
    setText(
      doc,
      text,
      { x: left + 22, y: top, width: width / 2 - 22, height: 11 },
      { size: 7.5, least: 4.5, leading: 1.2 },
    );
  }
  const bottom = y + frame.height;
  const number = reviewNumber ? fill(words.reviewNumber, { number: reviewNumber }) : words.noReviewNumber;
  setText(doc, number, { x, y: bottom - 30, width, height: 14 }, { size: 8.5, least: 5, leading: 1.2 });
  setText(
    doc,
    words.of,
    { x, y: bottom - 15, width, height: 12 },
    { size: 7, least: 4, colour: '#3a443e', leading: 1.2 },
  );
}

function drawScale(
  doc: Pdf,
  frame: Frame,
  { metres: metresPerPageUnit, points, lang }: { metres: number; points: number; lang: Language },
): void {
  const words = sheetWords[lang];
  const { x, y, width } = frame;
  const { metres, length } = scaleBar(metresPerPageUnit, width - 60);
  const top = y + 62;
  const said = (of: number) => (metres >= 2000 ? fill(words.km, { count: of / 1000 }) : fill(words.m, { count: of }));
  for (const [at, colour] of ['#1b2420', '#ffffff'].entries())
    doc
      .rect(x + 6 + (at * length) / 2, top, length / 2, 3.5)
      .lineWidth(0.5)
      .fillAndStroke(colour, '#1b2420');
  for (const [at, text] of ['0', said(metres)].entries())
    setText(
      doc,
      text,
      { x: x + 6 + at * length - 30, y: top - 12, width: 60 },
      { size: 7.5, align: 'center', leading: 1.2 },
    );
  const ratio = Number((metresPerPageUnit / points / (0.0254 / 72)).toPrecision(3));
  setText(
    doc,
    fill(words.scale, { ratio: ratio.toLocaleString('en-US') }),
    { x, y: top + 8, width },
    { size: 7.5, leading: 1.2 },
  );
  const [north, middle] = [x + width - 12, top - 22];
  doc
    .polygon([north, middle], [north - 7, middle + 24], [north, middle + 19])
    .lineWidth(0.6)
    .fillAndStroke('#1b2420', '#1b2420');
  doc.polygon([north, middle], [north + 7, middle + 24], [north, middle + 19]).fillAndStroke('#ffffff', '#1b2420');
  setText(
    doc,
    words.north,
    { x: north - 15, y: middle - 11, width: 30 },
    { size: 8.5, weight: 'bold', align: 'center', leading: 1.1 },
  );
}
