import { daysBetween } from '../../calendar/rules.ts';
import type { DossierAnswer } from '../../dossier/answer.ts';
import type { Lamp } from '../../layer/layer.ts';
import type { LocalDate } from '../../rights/view.ts';
import { fill, type Language } from '../../words/fill.ts';
import type { Pdf } from '../part/fonts.ts';
import { type Ink, lampInk } from '../part/ink.ts';
import { type Box, setText } from '../part/set-text.ts';
import { atlasWords } from './atlas.message.ts';

type Milestones = NonNullable<DossierAnswer['venue']>['milestones'];
const rowHeight = 16;
const size = 9;

/**
 * 倒排工期 — each milestone with its planned and its real day in words and on a line of days: hollow the plan, filled what is done, a bar
 * between them, dark where it is late; a stroke stands at the day of the figures. Answers the y below.
 */
export function drawSchedule(
  doc: Pdf,
  milestones: Milestones,
  { box, on, lang, ink }: { box: Box; on: LocalDate; lang: Language; ink: Ink },
): number {
  const words = atlasWords[lang];
  const span = spanOf(milestones, on);
  const text = { title: 70, days: 190, late: 62 };
  const chart = { x: box.x + text.title + text.days, width: box.width - text.title - text.days - text.late };
  const at = (day: LocalDate) => chart.x + (daysBetween(span.from, day) / span.days) * chart.width;
  let { y } = box;
  for (const { title, plannedOn, doneOn, lateDays, state } of milestones) {
    const line = { height: rowHeight - 1 };
    setText(
      doc,
      title[lang],
      { x: box.x, y: y + 1.5, width: text.title - 4, ...line },
      { size, weight: 'bold', least: 5 },
    );
    const said = [
      plannedOn === null ? words.noPlan : fill(words.planned, { day: plannedOn }),
      doneOn !== null ? fill(words.done, { day: doneOn }) : state === 'passed' ? words.passed : words.open,
    ].join('  ');
    setText(doc, said, { x: box.x + text.title, y: y + 1.5, width: text.days - 4, ...line }, { size, least: 5 });
    if (lateDays > 0)
      setText(
        doc,
        fill(lateWord(words, state), { days: lateDays }),
        { x: box.x + box.width - text.late + 4, y: y + 1.5, width: text.late - 4, ...line },
        { size, weight: 'bold', align: 'right', least: 5 },
      );
    const middle = y + rowHeight / 2;
    doc
      .moveTo(chart.x, middle)
      .lineTo(chart.x + chart.width, middle)
      .lineWidth(0.3)
      .stroke('#c9cdbf');
    const end = doneOn ?? (lateDays > 0 ? on : null);
    if (plannedOn !== null && end !== null && end !== plannedOn) {
      const [from, to] = [Math.min(at(plannedOn), at(end)), Math.max(at(plannedOn), at(end))];
      doc.rect(from, middle - 2.2, to - from, 4.4).fill(lampInk(inkOf[state] ?? 'good', ink));
    }
    if (plannedOn !== null) diamond(doc, at(plannedOn), middle, null);
    if (doneOn !== null) diamond(doc, at(doneOn), middle, '#1b2420');
    y += rowHeight;
  }
  const now = Math.min(Math.max(at(on), chart.x), chart.x + chart.width);
  doc.moveTo(now, box.y).lineTo(now, y).lineWidth(0.8).dash(2, { space: 1.5 }).stroke('#1b2420').undash();
  return y + 2;
}

/** What is late has its own ink; red only what is overdue. */
const inkOf: Partial<Record<Milestones[number]['state'], Lamp>> = {
  'done-late': 'late',
  late: 'near',
  overdue: 'overdue',
};

const lateWord = (words: (typeof atlasWords)[Language], state: Milestones[number]['state']) =>
  state === 'done-late' ? words.doneLate : state === 'late' ? words.behind : words.late;

/** From the first day named to the last, with a day of air at each end. */
function spanOf(milestones: Milestones, on: LocalDate): { from: LocalDate; days: number } {
  const days = milestones
    .flatMap(({ plannedOn, doneOn }) => [plannedOn, doneOn])
    .concat(on)
    .filter((day) => day !== null);
  const sorted = days.sort();
  const [from = on, to = on] = [sorted[0], sorted.at(-1)];
  return { from, days: Math.max(1, daysBetween(from, to)) };
}

function diamond(doc: Pdf, x: number, y: number, fill: string | null): void {
  doc.polygon([x, y - 3.2], [x + 3.2, y], [x, y + 3.2], [x - 3.2, y]);
  doc.lineWidth(0.8);
  doc.fillAndStroke(fill ?? '#ffffff', '#1b2420');
}
