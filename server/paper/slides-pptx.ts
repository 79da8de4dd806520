import PptxGen from 'pptxgenjs';
import sharp from 'sharp';
import { lampColours } from '../layer/lamp/rules.ts';
import { dayText } from '../layer/phrase.message.ts';
import type { StepAnswer } from '../meeting/answer.ts';
import { fill, type Language } from '../message/fill.ts';
import type { TaskAnswer } from '../task/answer.ts';
import { fillsOf, pictureSvg } from './county-picture.ts';
import type { MeetingPaper } from './meeting-paper.ts';
import { paperWords } from './paper.message.ts';

const fontFace = 'Microsoft YaHei';
/** Slides are 13.33 × 7.5 inches. */
const mapBox = { x: 4.6, y: 1.0, w: 5.0, h: 5.7 };
const picturePixels = 1500;
const mostLines = 9;
// The package's types describe its ES build; Node loads the CommonJS one, whose export is the class itself.
const Presentation = PptxGen as unknown as typeof PptxGen.default;

/** 幻灯片 — one slide an item: text and tables stay text and tables, counts are a chart, the map alone is a picture, its legend words. */
export async function slidesPptx(
  paper: MeetingPaper,
  lang: Language,
  say: (done: number, of: number) => void,
): Promise<Uint8Array> {
  const words = paperWords[lang];
  const deck = new Presentation();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = paper.body.title;
  const cover = deck.addSlide();
  cover.background = { color: 'A3262A' };
  const white = { color: 'FFFFFF', fontFace };
  cover.addText(`${paper.county}\n${paper.body.title}`, {
    ...white,
    x: 0.8,
    y: 2.2,
    w: 11.7,
    h: 2,
    fontSize: 44,
    bold: true,
  });
  cover.addText(fill(words.dataAt, { day: dayText(paper.on)[lang] }), {
    ...white,
    x: 0.8,
    y: 4.4,
    w: 11.7,
    h: 0.6,
    fontSize: 22,
  });
  const pictures = new Map<string, string>();
  for (const step of paper.steps) {
    say(paper.steps.length + step.number, 2 * paper.steps.length);
    await addStep(deck, paper, { step, lang, pictures });
  }
  return (await deck.write({ outputType: 'uint8array' })) as Uint8Array;
}

interface SlideGiven {
  step: StepAnswer;
  lang: Language;
  pictures: Map<string, string>;
}

async function addStep(
  deck: PptxGen.default,
  paper: MeetingPaper,
  { step, lang, pictures }: SlideGiven,
): Promise<void> {
  const words = paperWords[lang];
  const slide = deck.addSlide();
  const text = { fontFace, color: '1B2420' };
  slide.addShape('rect', { x: 0, y: 0, w: 13.33, h: 0.75, fill: { color: 'A3262A' } });
  slide.addText(`${step.number + 1}. ${step.item.title}`, {
    ...{ x: 0.4, y: 0.05, w: 9.2, h: 0.65, fontFace, color: 'FFFFFF' },
    ...{ fontSize: 24, bold: true, fit: 'shrink' },
  });
  slide.addText(fill(words.dataAt, { day: dayText(step.on)[lang] }), {
    ...{ x: 9.6, y: 0.05, w: 3.4, h: 0.65, fontFace, color: 'FFFFFF', fontSize: 14, align: 'right' },
  });
  slide.addText(`${words.internal} · ${fill(words.by, { who: paper.by, at: paper.at })}`, {
    ...{ ...text, x: 0.4, y: 7.05, w: 9, h: 0.35, fontSize: 10, color: '6A6A6A' },
  });
  const picture = await pictureOf(paper, step, pictures);
  if (picture) {
    const ratio = paper.picture ? paper.picture.plain.width / paper.picture.plain.height : 1;
    const [w, h] = ratio > mapBox.w / mapBox.h ? [mapBox.w, mapBox.w / ratio] : [mapBox.h * ratio, mapBox.h];
    slide.addImage({ data: picture, x: mapBox.x + (mapBox.w - w) / 2, y: mapBox.y + (mapBox.h - h) / 2, w, h });
  }
  addFacts(slide, step, lang);
  addLegend(slide, paper, step, lang);
  addSide(slide, step, lang);
  // A bar chart begins below.
  const bars = step.counts.toReversed();
  if (bars.some(({ count }) => count > 0))
    slide.addChart(
      'bar',
      [
        {
          name: words.count,
          labels: bars.map(({ title }) => title[lang]),
          values: bars.map(({ count }) => count),
        },
      ],
      {
        ...{ x: 0.3, y: 3.6, w: 4.2, h: 3.3, barDir: 'bar', showValue: true },
        ...{
          valAxisHidden: true,
          valGridLine: { style: 'none' },
          catAxisLabelFontFace: fontFace,
          catAxisLabelFontSize: 11,
        },
        chartColors: bars.map(({ lamp }) => lampColours[lamp].slice(1)),
      },
    );
}

/** Facts as a table; of the county the counts. */
function addFacts(slide: PptxGen.default.Slide, step: StepAnswer, lang: Language): void {
  const { place, facts, counts, item } = step;
  const box = { x: 0.3, w: 4.2 };
  if (place)
    slide.addText(
      [
        { text: `${place.name} ${place.town}`, options: { fontSize: 22, bold: true, breakLine: true } },
        {
          text: place.state[lang],
          options: { fontSize: 16, color: lampColours[place.lamp].slice(1), bold: true, breakLine: true },
        },
        { text: place.why[lang], options: { fontSize: 13 } },
      ],
      { ...box, y: 0.95, h: 2.3, fontFace, valign: 'top', fit: 'shrink' },
    );
  if (item.text)
    slide.addText(item.text, { ...box, y: 0.95, h: 5.8, fontFace, fontSize: 18, valign: 'top', fit: 'shrink' });
  const rows = place
    ? facts.map(({ title, value }) => [title[lang], value])
    : counts.map(({ title, count }) => [title[lang], String(count)]);
  if (rows.length > 0)
    slide.addTable(
      rows.map(([name = '', value = '']) => [
        { text: name, options: { color: '4A554F' } },
        { text: value, options: { align: 'right' as const, bold: true } },
      ]),
      {
        ...{ ...box, y: place ? 3.4 : 1.0, fontFace, fontSize: 12, rowH: 0.3 },
        border: { type: 'solid', pt: 0.5, color: 'DADCCF' },
      },
    );
}

/** The legend with its counts, as words beside squares. */
function addLegend(slide: PptxGen.default.Slide, paper: MeetingPaper, step: StepAnswer, lang: Language): void {
  const layer = paper.layers.get(step.item.layer ?? '');
  if (!layer || !step.values) return;
  const indices = [...step.values.classes].map((digit) => Number.parseInt(digit, 36));
  for (const [at, { title, lamp }] of layer.classes.entries()) {
    const x = mapBox.x + (at % 3) * 1.7;
    const y = 6.55 + Math.floor(at / 3) * 0.26;
    slide.addShape('rect', { x, y: y + 0.05, w: 0.16, h: 0.16, fill: { color: lampColours[lamp].slice(1) } });
    slide.addText(`${title[lang]} ${indices.filter((one) => one === at).length}`, {
      ...{ x: x + 0.18, y, w: 1.5, h: 0.26, fontFace, fontSize: 10, margin: 0 },
    });
  }
}

/** Right: the worst, what changed, or the tasks of the place. */
function addSide(slide: PptxGen.default.Slide, step: StepAnswer, lang: Language): void {
  const words = paperWords[lang];
  const line = ({ title, unit, person, dueOn }: TaskAnswer) =>
    fill(words.task, { title, unit, person: person?.name ?? '', due: dueOn });
  const groups: [string, string[]][] = [
    [words.worst, step.worst.map(({ name, town, why }) => `${name} ${town}：${why[lang]}`)],
    [words.before, step.previous.map(line)],
    [words.decided, step.decided.map(line)],
    ...(step.changes?.layers ?? []).map(({ title, up, down }): [string, string[]] => [
      `${title[lang]}：${fill(words.better, { count: up.length })} ${fill(words.worse, { count: down.length })}`,
      down.map(({ name, town, from, to }) => `${name} ${town}：${from[lang]} → ${to[lang]}`),
    ]),
  ];
  const shown = groups.filter(([, lines]) => lines.length > 0);
  if (shown.length === 0) return;
  const each = Math.max(3, Math.floor((2 * mostLines) / shown.length));
  slide.addText(
    shown.flatMap(([title, lines]) => [
      { text: title, options: { bold: true, fontSize: 15, breakLine: true } },
      ...lines.slice(0, each).map((text) => ({ text, options: { fontSize: 11, bullet: true, breakLine: true } })),
      ...(lines.length > each
        ? [{ text: `… ${lines.length - each}`, options: { fontSize: 11, breakLine: true } }]
        : []),
    ]),
    { x: 9.8, y: 0.95, w: 3.3, h: 5.9, fontFace, valign: 'top', fit: 'shrink' },
  );
}

/** The coloured county as a picture, made once for the same layer and place. */
async function pictureOf(
  { picture, layers }: MeetingPaper,
  { item, place, values }: StepAnswer,
  made: Map<string, string>,
): Promise<string | null> {
  const layer = layers.get(item.layer ?? '');
  if (!picture || !layer || !values) return null;
  const key = `${layer.id} ${place?.fid ?? ''}`;
  const known = made.get(key);
  if (known) return known;
  const svg = pictureSvg(picture, fillsOf(picture, layer, values), {
    outlined: place?.fid ?? null,
    width: picturePixels,
  });
  const png = await sharp(Buffer.from(svg)).png({ palette: true }).toBuffer();
  const data = `image/png;base64,${png.toString('base64')}`;
  made.set(key, data);
  return data;
}
