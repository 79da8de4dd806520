import type { StepAnswer } from '../../meeting/answer.ts';
import { noteOf } from '../../meeting/rules.ts';
import type { Language } from '../../words/fill.ts';
import type { MeetingPaper } from '../meeting-paper.ts';
import { paperWords } from '../paper.message.ts';
import { bandHeight, beginPage, closePdf, footHeight, type Marks, margin, openPdf } from '../part/document.ts';
import type { Pdf } from '../part/fonts.ts';
import type { Ink } from '../part/ink.ts';
import { columnShares, drawList, type Listed } from '../part/list.ts';
import { type Box, setText } from '../part/set-text.ts';
import { changeLists, sideLists, taskList } from '../step-lists.ts';
import { drawFacts } from './facts.ts';
import { drawStepMap, lookOf } from './step-map.ts';

/** 点评册 — one page an item, A4 across: the map as lines and areas, its legend with counts, facts, tasks; every word can be selected and searched. */
export async function reviewPdf(
  paper: MeetingPaper,
  { lang, ink = 'colour', say }: { lang: Language; ink?: Ink; say?: (done: number, of: number) => void },
): Promise<Uint8Array> {
  const marks: Marks = {
    title: paper.body.title,
    by: paper.by,
    at: paper.at,
    on: paper.on,
    campaign: paper.campaign,
    lang,
    ink,
  };
  const doc = openPdf(marks, { size: 'A4', layout: 'landscape' });
  for (const step of paper.steps) {
    say?.(paper.steps.length + step.number, 2 * paper.steps.length);
    page(doc, paper, step, marks);
  }
  return closePdf(doc, marks);
}

/** Where the lists at the right of a page begin. */
const sideFrom = 575;
type Room = Box & { height: number };

/** A page: by kind words, picture, lists, or left the facts and in the middle the map with its legend; right what is worst and the tasks. */
function page(doc: Pdf, paper: MeetingPaper, step: StepAnswer, marks: Marks): void {
  beginPage(doc, `${step.number + 1}. ${step.item.title}`, {
    ...marks,
    on: step.on,
    campaign: step.on === marks.on ? marks.campaign : null,
  });
  doc.outline.addItem(`${step.number + 1}. ${step.item.title}`);
  const { width, height } = doc.page;
  const top = bandHeight + 16;
  const whole = { x: margin, y: top, width: width - 2 * margin, height: height - footHeight - 8 - top };
  const note = noteOf(paper.body, step.item.id);
  const tall = note === '' ? 0 : 52;
  if (note !== '') {
    const title = paperWords[marks.lang].notes;
    drawList(doc, { title, lines: [note] }, { ...whole, y: whole.y + whole.height - tall, height: tall }, 10);
  }
  const room = { ...whole, height: whole.height - tall - (tall === 0 ? 0 : 6) };
  const lists = sideLists(step, marks.lang);
  // Where nothing stands at the right, the rest of the page has the room.
  const beside = (from: number) => (lists.length > 0 ? sideFrom - 15 : room.width) - from;
  switch (step.item.kind) {
    case 'changes':
      columns(doc, [...changeLists(step, marks.lang), ...lists], room);
      return;
    case 'tasks':
      columns(doc, [taskList(step, marks.lang)], room);
      return;
    case 'text':
      setText(doc, step.item.text ?? '', { ...room, width: beside(0) }, { size: 20, least: 8, leading: 1.5 });
      break;
    case 'picture':
      picture(doc, paper, step, { ...room, width: beside(0) });
      break;
    case 'view':
    case 'place':
      drawFacts(doc, { step, look: lookOf(paper, step) }, { ...room, width: 215 }, marks);
      drawStepMap(doc, paper, step, { box: { ...room, x: room.x + 230, width: beside(230) }, marks });
  }
  stack(doc, lists, { ...room, x: room.x + sideFrom, width: room.width - sideFrom });
}

/** Lists below one another, the room shared out among those still to come. */
function stack(doc: Pdf, lists: Listed[], box: Room): void {
  let { y } = box;
  for (const [at, list] of lists.entries()) {
    const left = box.y + box.height - y;
    y = drawList(doc, list, { ...box, y, height: at < lists.length - 1 ? left * 0.62 : left }, 9) + 8;
  }
}

/** Lists beside one another; the more one has to say, the wider it is. */
function columns(doc: Pdf, lists: Listed[], box: Room): void {
  const gap = 18;
  const shares = columnShares(lists);
  let { x } = box;
  for (const [at, list] of lists.entries()) {
    const width = (box.width - gap * (lists.length - 1)) * (shares[at] ?? 0);
    drawList(doc, list, { ...box, x, width }, 10);
    x += width + gap;
  }
}

/** A kept picture, as large as the page has room, with its words below. */
function picture(doc: Pdf, { pictures }: MeetingPaper, { item }: StepAnswer, room: Room): void {
  const bytes = pictures.get(item.picture ?? '');
  const tall = item.text ? 70 : 0;
  if (bytes)
    doc.image(Buffer.from(bytes), room.x, room.y, {
      fit: [room.width, room.height - tall - 6],
      align: 'center',
      valign: 'center',
    });
  if (item.text)
    setText(
      doc,
      item.text,
      { ...room, y: room.y + room.height - tall, height: tall },
      { size: 13, least: 7, align: 'center' },
    );
}
