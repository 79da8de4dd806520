import type { Note } from '../../geodata/note.ts';
import { mostReason } from '../save/rules.ts';
import { lackingOf, venueQuestions } from '../venue/marks/rules.ts';
import { acceptedFields } from '../venue/rules.ts';
import type { LedgerStock, PlacedRow } from './ledger-stock.ts';
import type { VenueReport } from './records.ts';

/**
 * 原因说明 — what a form asks about a venue is asked of a ledger too: accepted or built without all items, paid in full before accepted, and
 * what it says otherwise than the report before. The row's
 * 原因说明 answers it and goes with the report; without one it is a question, unless the mark was confirmed for the whole import. What stood
 * already is not asked again.
 */
export function reasonOf(
  row: PlacedRow,
  before: VenueReport | null,
  report: VenueReport,
  { stock, notes }: { stock: Pick<LedgerStock, 'checklist' | 'confirmed'>; notes: Note[] },
): VenueReport {
  const questions = venueQuestions(before, report, stock.checklist);
  const codes = [...new Set(questions.map(({ code }) => code))];
  if (codes.length === 0) return report;
  const text = row.cells.text('reason')?.trim() ?? '';
  if (text.length > mostReason) {
    const values = { most: mostReason, count: text.length };
    notes.push({ code: 'venue-reason-long', severity: 'refused', at: row.at, values });
  }
  if (text !== '') return { ...report, reason: { codes, text } };
  const lack = lackingOf(report, stock.checklist).length;
  const told = new Set<string>();
  for (const { code, field, value = '' } of questions.filter((one) => !stock.confirmed.includes(one.code))) {
    const [of, key = ''] = field.split('.');
    const step = of === 'milestones' ? key : acceptedFields.find((one) => one === of);
    const isDay = step !== undefined && typeof value === 'string' && value !== '';
    const milestone: Record<string, string> = isDay ? { field: step, day: value } : {};
    const values = { place: row.place.name, lack, ...milestone };
    if (told.has(code + (milestone.field ?? ''))) continue;
    told.add(code + (milestone.field ?? ''));
    notes.push({ code: `venue-${code}`, severity: 'question', at: row.at, values });
  }
  return report;
}
