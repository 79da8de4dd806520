import { dayText } from '../layer/phrase.message.ts';
import type { StepAnswer } from '../meeting/answer.ts';
import { fill, type Language } from '../message/fill.ts';
import type { MeetingPaper } from './meeting-paper.ts';
import { paperWords } from './paper.message.ts';
import { classesOf, drawCountyMap } from './part/county-map.ts';
import { bandHeight, beginPage, closePdf, footHeight, type Marks, margin, openPdf } from './part/document.ts';
import type { Pdf } from './part/fonts.ts';
import type { Ink } from './part/ink.ts';
import { countsOf, drawLegend, drawSwatch } from './part/legend.ts';
import { type Box, heightOf, setText } from './part/set-text.ts';

/** 点评册 — one page an item, A4 across: the map as lines and areas, its legend with counts, facts, tasks; every word can be selected and searched. */
export async function reviewPdf(
  paper: MeetingPaper,
  { lang, ink = 'colour', signal }: { lang: Language; ink?: Ink; signal?: AbortSignal },
): Promise<Uint8Array> {
  const marks: Marks = { title: paper.body.title, by: paper.by, at: paper.at, on: paper.on, lang, ink };
  const doc = openPdf(marks, { size: 'A4', layout: 'landscape' });
  for (const step of paper.steps) {
    signal?.throwIfAborted();
    page(doc, paper, step, marks);
    // A long book lets others be answered between its pages.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return closePdf(doc, marks);
}

function page(doc: Pdf, paper: MeetingPaper, step: StepAnswer, marks: Marks): void {
  beginPage(doc, `${step.number + 1}. ${step.item.title}`, { ...marks, on: step.on });
  const { width, height } = doc.page;
  const y = bandHeight + 16;
  const bottom = height - footHeight - 8;
  facts(doc, step, { x: margin, y, width: 215, height: bottom - y }, marks);
  const middle = { x: margin + 230, width: 330 };
  const layer = paper.layers.get(step.item.layer ?? '');
  if (paper.picture && layer && step.values) {
    const { lang, ink } = marks;
    const tall = Math.ceil(layer.classes.length / 3) * 15;
    const legend = bottom - tall;
    drawCountyMap(doc, paper.picture, {
      classes: classesOf(paper.picture, layer, step.values),
      box: { ...middle, y, height: legend - y - 8 },
      ink,
      outlined: step.place?.fid ?? null,
      ...(ink === 'grey' ? { letters: lang } : {}),
    });
    drawLegend(
      doc,
      { classes: layer.classes, counts: countsOf(step.values, layer.classes) },
      { box: { ...middle, y: legend }, columns: 3, lang, ink },
    );
  }
  side(doc, step, { x: margin + 575, y, width: width - 2 * margin - 575, height: bottom - y }, marks.lang);
}

function facts(doc: Pdf, step: StepAnswer, box: Box & { height: number }, { lang, ink }: Marks): void {
  const { place, item } = step;
  const { x, width } = box;
  const bottom = box.y + box.height;
  let y = box.y;
  if (place) {
    y = setText(
      doc,
      `${place.name} ${place.town}`,
      { x, y, width, height: 60 },
      { size: 17, least: 9, weight: 'bold' },
    );
    const cls = { lamp: place.lamp, hatch: 'none' as const };
    drawSwatch(doc, cls, { x, y: y + 2, side: 10, ink });
    y = setText(doc, place.state[lang], { x: x + 15, y, width: width - 15 }, { size: 11, weight: 'bold' });
    y = setText(doc, fill(paperWords[lang].why, { why: place.why[lang] }), { x, y: y + 3, width }, { size: 10 });
  }
  if (item.text) y = setText(doc, item.text, { x, y, width, height: bottom - y }, { size: 12, least: 7 });
  const rows = place
    ? step.facts.map(({ title, value }) => [title[lang], value] as const)
    : step.counts.map(({ title, count }) => [title[lang], String(count)] as const);
  y += 6;
  for (const [name, value] of rows) {
    const [left, right] = [width * 0.52, width * 0.46];
    const tall = Math.max(
      heightOf(doc, name, left, { size: 10 }),
      heightOf(doc, value, right, { size: 10, weight: 'bold' }),
    );
    if (y + tall > bottom) return;
    setText(doc, name, { x, y, width: left }, { size: 10, colour: '#4a554f' });
    setText(doc, value, { x: x + width - right, y, width: right }, { size: 10, weight: 'bold', align: 'right' });
    y += tall + 3;
    doc
      .moveTo(x, y - 1)
      .lineTo(x + width, y - 1)
      .lineWidth(0.4)
      .stroke('#c9cdbf');
  }
}

/** Right: the worst, what changed, and the tasks of the place, as much as fits; what does not is counted. */
function side(doc: Pdf, step: StepAnswer, box: Box & { height: number }, lang: Language): void {
  const words = paperWords[lang];
  const { x, width } = box;
  const bottom = box.y + box.height;
  let y = box.y;
  const group = (title: string, lines: string[]) => {
    if (lines.length === 0 || y > bottom - 30) return;
    y = setText(doc, title, { x, y, width }, { size: 11, weight: 'bold' });
    for (const [at, text] of lines.entries()) {
      const tall = heightOf(doc, text, width, { size: 9 });
      if (y + tall > bottom - 12) {
        y = setText(doc, `… ${lines.length - at}`, { x, y, width }, { size: 9 });
        return;
      }
      y = setText(doc, text, { x, y: y + 2, width }, { size: 9 });
    }
    y += 8;
  };
  const task = ({ title, unit, person, dueOn }: StepAnswer['previous'][number]) =>
    fill(words.task, { title, unit, person: person?.name ?? '', due: dayText(dueOn)[lang] });
  group(
    words.worst,
    step.worst.map(({ name, town, why }) => `${name} ${town}：${why[lang]}`),
  );
  for (const { title, up, down } of step.changes?.layers ?? [])
    group(
      `${title[lang]}：${fill(words.better, { count: up.length })} ${fill(words.worse, { count: down.length })}`,
      down.map(({ name, town, from, to }) => `${name} ${town}：${from[lang]} → ${to[lang]}`),
    );
  group(words.before, step.previous.map(task));
  group(words.decided, step.decided.map(task));
}
