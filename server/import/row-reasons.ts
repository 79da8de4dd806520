import type { Note } from '../../geodata/note.ts';
import { organisationQuestions, problemDifferences } from '../organisation/marks/rules.ts';
import { type Fault, mostReason } from '../save/rules.ts';
import { lackingOf, venueQuestions } from '../venue/marks/rules.ts';
import { acceptedFields } from '../venue/rules.ts';
import type { LedgerStock, PlacedRow } from './ledger-stock.ts';
import type { OrganisationReport, VenueReport } from './records.ts';

interface Known {
  stock: Pick<LedgerStock, 'checklist' | 'confirmed'>;
  notes: Note[];
}

/**
 * 原因说明 — what a form asks about a venue is asked of a ledger too: accepted or built without all items, paid in full before accepted, and
 * what it says otherwise than the report before. The row's
 * 原因说明 answers it and goes with the report; without one it is a question, unless the mark was confirmed for the whole import. What stood
 * already is not asked again.
 */
export function venueReasonOf(
  row: PlacedRow,
  before: VenueReport | null,
  report: VenueReport,
  { stock, notes }: Known,
): VenueReport {
  const questions = venueQuestions(before, report, stock.checklist);
  const lack = lackingOf(report, stock.checklist).length;
  return reasoned(row, report, {
    ...{ stock, notes, noun: 'venue', questions },
    tell: ({ field, value = '' }) => {
      const [of, key = ''] = field.split('.');
      const step = of === 'milestones' ? key : acceptedFields.find((one) => one === of);
      const isDay = step !== undefined && typeof value === 'string' && value !== '';
      return { lack, ...(isDay ? { field: step, day: value } : {}) };
    },
  });
}

/** The same of an organisation: the days its problems were put right on. */
export function organisationReasonOf(
  row: PlacedRow,
  before: OrganisationReport | null,
  report: OrganisationReport,
  { stock, notes }: Known,
): OrganisationReport {
  const questions = organisationQuestions(before, report);
  const named = new Map(
    problemDifferences(report).map(({ at, problem }) => [`turnaround.problems.${at}.doneOn`, problem]),
  );
  return reasoned(row, report, {
    ...{ stock, notes, noun: 'organisation', questions },
    tell: ({ field, value = '' }) => ({ problem: named.get(field) ?? '', day: value }),
  });
}

/** A report with the answer its row gives to what is asked; each question left becomes one note, with the values `tell` gives. */
function reasoned<Report extends VenueReport | OrganisationReport>(
  row: PlacedRow,
  report: Report,
  {
    stock,
    notes,
    noun,
    questions,
    tell,
  }: Known & {
    noun: 'venue' | 'organisation';
    questions: Fault[];
    tell(question: Fault): Record<string, string | number>;
  },
): Report {
  const codes = [...new Set(questions.map(({ code }) => code))];
  if (codes.length === 0) return report;
  const text = row.cells.text('reason')?.trim() ?? '';
  if (text.length > mostReason) {
    const values = { most: mostReason, count: text.length };
    notes.push({ code: 'row-reason-long', severity: 'refused', at: row.at, values });
  }
  if (text !== '') return { ...report, reason: { codes, text } };
  const noted = new Set<string>();
  for (const question of questions.filter(({ code }) => !stock.confirmed.includes(code))) {
    const values = { place: row.place.name, ...tell(question) };
    const key = JSON.stringify([question.code, { ...values, lack: 0 }]);
    if (noted.has(key)) continue;
    noted.add(key);
    notes.push({ code: `${noun}-${question.code}`, severity: 'question', at: row.at, values });
  }
  return report;
}
