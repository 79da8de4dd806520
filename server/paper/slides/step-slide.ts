import type PptxGen from 'pptxgenjs';
import { lampColours } from '../../layer/lamp/rules.ts';
import { dayText } from '../../layer/phrase.message.ts';
import type { StepAnswer } from '../../meeting/answer.ts';
import { fill, type Language } from '../../message/fill.ts';
import type { MeetingPaper } from '../meeting-paper.ts';
import { paperWords } from '../paper.message.ts';
import { ringsOf } from '../part/county-map.ts';
import { cutTo, fitted } from './fit.ts';
import { addSide } from './side-column.ts';

/** A font every office machine has, with Chinese letters. */
export const fontFace = 'Microsoft YaHei';
type Slide = PptxGen.default.Slide;
// The package draws it, but its list of names for shapes leaves it out.
const freeForm = 'custGeom' as PptxGen.default.SHAPE_NAME;
/** Slides are 13.33 × 7.5 inches; the map stands in the middle, its legend under it. */
const map = { x: 4.6, y: 0.95, w: 5.0, h: 4.95 };
const legendY = 6.0;
const left = { x: 0.3, w: 4.2 };
const bottom = 6.95;
const rowHeight = 0.28;

interface Given {
  step: StepAnswer;
  lang: Language;
  picture: string | null;
}

/** One item as a slide; no text leaves its box, however long the names. */
export function addStep(slide: Slide, paper: MeetingPaper, { step, lang, picture }: Given): void {
  const words = paperWords[lang];
  addBand(slide, step, lang);
  if (picture && paper.picture) {
    const ratio = paper.picture.plain.width / paper.picture.plain.height;
    const [w, h] = ratio > map.w / map.h ? [map.w, map.w / ratio] : [map.h * ratio, map.h];
    const at = { x: map.x + (map.w - w) / 2, y: map.y + (map.h - h) / 2, w, h };
    slide.addImage({ data: picture, ...at, altText: step.item.title });
    const outline = paper.picture.plain.villages.find(({ fid }) => fid === step.place?.fid)?.d ?? '';
    addOutline(slide, outline, { ...at, unit: w / paper.picture.plain.width });
    addLegend(slide, paper, step, lang);
  }
  addLeft(slide, step, lang);
  addSide(slide, step, { lang, box: { x: 9.8, y: 0.95, w: 3.3, h: 5.95 }, fontFace });
  const mark = `${words.internal} · ${fill(words.by, { who: paper.by, at: paper.at })}`;
  slide.addText(mark, { x: 0.3, y: 7.05, w: 9, h: 0.35, fontFace, fontSize: 10, color: '5A635E' });
  // Faint across the map, so that a photograph of the screen still tells.
  slide.addText(mark, {
    ...{ x: 3.2, y: 3.2, w: 7.5, h: 0.6, rotate: 340, align: 'center', fontFace, fontSize: 18 },
    ...{ color: '000000', transparency: 90 },
  });
}

function addBand(slide: Slide, { number, of, item, on }: StepAnswer, lang: Language): void {
  slide.addShape('rect', { x: 0, y: 0, w: 13.33, h: 0.75, fill: { color: 'A3262A' } });
  const box = { w: 9.2, h: 0.65 };
  const title = `${number + 1}. ${item.title}`;
  const size = fitted(title, box, { size: 24, least: 11 });
  const white = { y: 0.05, fontFace, color: 'FFFFFF' };
  slide.addText(cutTo(title, box, size), { ...white, ...box, x: 0.3, fontSize: size, bold: true });
  const day = `${fill(paperWords[lang].dataAt, { day: dayText(on)[lang] })}　${number + 1} / ${of}`;
  slide.addText(day, { ...white, x: 9.5, w: 3.6, h: 0.65, fontSize: 12, align: 'right' });
}

/** Left, from above: the place with its state and why, what was written, facts or counts as a table, counts as bars. */
function addLeft(slide: Slide, step: StepAnswer, lang: Language): void {
  const { place, facts, counts, item } = step;
  let y = 0.95;
  const say = (
    text: string,
    h: number,
    { size, least, ...more }: { size: number; least: number; bold?: boolean; color?: string },
  ) => {
    const box = { w: left.w, h };
    const fontSize = fitted(text, box, { size, least });
    slide.addText(cutTo(text, box, fontSize), {
      color: '1B2420',
      ...more,
      ...left,
      y,
      h,
      fontFace,
      fontSize,
      valign: 'top',
    });
    y += h;
  };
  if (place) {
    say(`${place.name} ${place.town}`, 0.7, { size: 22, least: 11, bold: true });
    say(place.state[lang], 0.35, { size: 15, least: 9, bold: true, color: lampColours[place.lamp].slice(1) });
    say(place.why[lang], 0.95, { size: 13, least: 9 });
  }
  const rows = place
    ? facts.map(({ title, value }) => [title[lang], value] as const)
    : counts.map(({ title, count }) => [title[lang], String(count)] as const);
  if (item.text) say(item.text, rows.length > 0 ? 1.2 : bottom - y, { size: 16, least: 9 });
  if (rows.length > 0) y = addTable(slide, rows, y);
  const bars = counts.toReversed();
  if (bottom - y > 1.2 && bars.some(({ count }) => count > 0))
    slide.addChart(
      'bar',
      [
        {
          name: paperWords[lang].count,
          labels: bars.map(({ title }) => title[lang]),
          values: bars.map(({ count }) => count),
        },
      ],
      {
        ...{ ...left, y: y + 0.1, h: bottom - y - 0.1, barDir: 'bar', showValue: true, valAxisHidden: true },
        ...{ valGridLine: { style: 'none' }, catAxisLabelFontFace: fontFace, catAxisLabelFontSize: 11 },
        chartColors: bars.map(({ lamp }) => lampColours[lamp].slice(1)),
      },
    );
}

function addTable(slide: Slide, rows: (readonly [string, string])[], y: number): number {
  const room = Math.max(1, Math.floor((bottom - y) / rowHeight));
  const shown = rows.length > room ? rows.slice(0, room) : rows;
  const column = { w: left.w / 2, h: rowHeight };
  const cell = (text: string) => {
    const fontSize = fitted(text, column, { size: 12, least: 7 });
    return { text: cutTo(text, column, fontSize), fontSize };
  };
  slide.addTable(
    shown.map(([name, value]) => {
      const [one, other] = [cell(name), cell(value)];
      const options = { margin: [0, 0.05, 0, 0.05] as [number, number, number, number], valign: 'middle' as const };
      return [
        { text: one.text, options: { ...options, fontSize: one.fontSize, color: '4A554F' } },
        { text: other.text, options: { ...options, fontSize: other.fontSize, align: 'right' as const, bold: true } },
      ];
    }),
    {
      ...{ ...left, y, colW: [left.w / 2, left.w / 2], rowH: rowHeight, fontFace },
      border: { type: 'solid', pt: 0.5, color: 'DADCCF' },
    },
  );
  return y + shown.length * rowHeight;
}

/** The place looked at, as a shape of its own over the map: white under black, so that it stands out on any colour. */
function addOutline(
  slide: Slide,
  path: string,
  { x, y, w, h, unit }: { x: number; y: number; w: number; h: number; unit: number },
): void {
  const points = ringsOf(path).flatMap((ring) => [
    ...ring.map(([east, south], at) => ({ x: east * unit, y: south * unit, moveTo: at === 0 })),
    { close: true as const },
  ]);
  if (points.length === 0) return;
  for (const [color, width] of [
    ['FFFFFF', 4.5],
    ['101828', 2.25],
  ] as const)
    slide.addShape(freeForm, { x, y, w, h, points, line: { color, width } });
}

/** The legend with its counts and letters, as squares and words that can be edited. */
function addLegend(slide: Slide, { layers }: MeetingPaper, { item, values }: StepAnswer, lang: Language): void {
  const layer = layers.get(item.layer ?? '');
  if (!layer || !values) return;
  const indices = [...values.classes].map((digit) => Number.parseInt(digit, 36));
  const columns = layer.classes.length > 8 ? 4 : 3;
  const wide = map.w / columns;
  for (const [at, { title, lamp, letter }] of layer.classes.entries()) {
    const [x, y] = [map.x + (at % columns) * wide, legendY + Math.floor(at / columns) * 0.27];
    const color = lampColours[lamp].slice(1);
    slide.addShape('rect', {
      x,
      y: y + 0.05,
      w: 0.17,
      h: 0.17,
      fill: { color },
      line: { color: '4A554F', width: 0.5 },
    });
    const text = `${letter[lang]} ${title[lang]} ${indices.filter((one) => one === at).length}`;
    const box = { w: wide - 0.22, h: 0.27 };
    const fontSize = fitted(text, { ...box, w: box.w + 0.18 }, { size: 11, least: 6 });
    slide.addText(text, { ...box, x: x + 0.2, y, fontFace, fontSize, margin: 0 });
  }
}
