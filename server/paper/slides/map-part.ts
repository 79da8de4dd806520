import type PptxGen from 'pptxgenjs';
import { lampColours } from '../../layer/lamp/rules.ts';
import type { StepAnswer } from '../../meeting/answer.ts';
import type { Language } from '../../words/fill.ts';
import type { MeetingPaper } from '../meeting-paper.ts';
import { ringsOf } from '../part/county-map.ts';
import { countsOf } from '../part/legend.ts';
import { cutTo, fitted } from './fit.ts';
import { fontFace, inkColour, type Place, type Slide } from './frame.ts';
import type { MapPicture } from './map-picture.ts';

// The package draws it, but its list of names for shapes leaves it out.
const freeForm = 'custGeom' as PptxGen.default.SHAPE_NAME;
const row = 0.27;
const legendSize = 11;
/** Smaller than this no word of a legend is read: it gets fewer columns instead. */
const readable = 9;

interface Given {
  step: StepAnswer;
  lang: Language;
  map: MapPicture;
  box: Place;
}

/** The map as a picture, the place looked at outlined by a shape, and below it the legend as squares and words that can be edited. */
export function addMap(slide: Slide, paper: MeetingPaper, { step, lang, map, box }: Given): void {
  const legend = legendOf(paper, step, { lang, width: box.w });
  const top = box.y + box.h - legend.height;
  const [wide, tall] = [box.w, top - 0.1 - box.y];
  const [w, h] = map.ratio > wide / tall ? [wide, wide / map.ratio] : [tall * map.ratio, tall];
  const at = { x: box.x + (wide - w) / 2, y: box.y + (tall - h) / 2, w, h };
  slide.addImage({ data: map.data, ...at, altText: step.item.title });
  const { picture } = paper;
  const outline = map.whole ? picture?.plain.villages.find(({ fid }) => fid === step.place?.fid)?.d : undefined;
  if (picture && outline) addOutline(slide, outline, { ...at, unit: w / picture.plain.width });
  for (const [n, { text, color }] of legend.entries.entries()) {
    const [x, y] = [box.x + (n % legend.columns) * legend.wide, top + Math.floor(n / legend.columns) * row];
    const square = { x, y: y + 0.05, w: 0.17, h: 0.17 };
    slide.addShape('rect', { ...square, fill: { color }, line: { color: '4A554F', width: 0.5 } });
    const words = { w: legend.wide - 0.25, h: row };
    slide.addText(cutTo(text, { ...words, w: words.w + 0.2 }, legend.size), {
      ...{ ...words, x: x + 0.22, y, fontFace, fontSize: legend.size, color: inkColour },
      ...{ margin: 0, valign: 'middle' },
    });
  }
}

/** Entries of the legend with the step's own counts, all of one size, in as many columns as let it be read. */
function legendOf(
  { layers }: MeetingPaper,
  { item, values, counts }: StepAnswer,
  { lang, width }: { lang: Language; width: number },
) {
  const layer = layers.get(item.layer ?? '');
  const own = new Map(counts.map(({ id, count }) => [id, count]));
  const county = layer && values ? countsOf(values, layer.classes) : [];
  const entries = (layer && values ? layer.classes : []).map(({ id, title, lamp, letter }, at) => ({
    text: `${letter[lang]} ${title[lang]} ${own.get(id) ?? county[at] ?? 0}`,
    color: lampColours[lamp].slice(1),
  }));
  const sizeIn = (columns: number) =>
    Math.min(
      ...entries.map(({ text }) => fitted(text, { w: width / columns - 0.05, h: row }, { size: legendSize, least: 6 })),
      legendSize,
    );
  const columns = [4, 3, 2].find((some) => some * 2 <= entries.length + 2 && sizeIn(some) >= readable) ?? 2;
  return {
    ...{ entries, columns, wide: width / columns, size: sizeIn(columns) },
    height: Math.ceil(entries.length / columns) * row,
  };
}

/** The place looked at, as a shape of its own over the map: white under black, so that it stands out on any colour. */
function addOutline(slide: Slide, path: string, { x, y, w, h, unit }: Place & { unit: number }): void {
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
