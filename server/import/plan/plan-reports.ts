import type { LedgerFile } from '../../../geodata/format/hand-over.ts';
import type { Note } from '../../../geodata/note.ts';
import type { Role } from '../../rights/view.ts';
import { withCells } from '../../save/proposal/rules.ts';
import { type ByWriter, organisationBy, venueBy, type Wish } from '../by-writer.ts';
import { type Counts, type LedgerStock, type PlacedRow, placeRows } from '../ledger-stock.ts';
import { type OrganisationReport, organisationOf, type VenueReport, venueOf } from '../records.ts';
import { organisationReasonOf, venueReasonOf } from '../row-reasons.ts';

export interface ReportPlan<Report> {
  /** Reports to write, by day. */
  reports: Report[];
  counts: Counts;
}

/** The same, with what the sender of the files may only ask for. */
export interface OwnedPlan<Report> extends ReportPlan<Report> {
  wishes: Wish[];
}

/** Venue ledgers of any number of days, met with what was reported before. */
export function planVenues(ledgers: LedgerFile[], stock: LedgerStock, notes: Note[]): OwnedPlan<VenueReport> {
  return foldReports(placeRows(ledgers, stock, notes), {
    noun: 'venue',
    stock,
    notes,
    stored: stock.venues,
    by: venueBy,
    answer: (row, before, report) => venueReasonOf(row, before, report, { stock, notes }),
    read: ({ cells, place, reportedOn }, before) => venueOf(cells, { areaId: place.areaId, reportedOn }, before),
  });
}

/** Organisation ledgers, the same way; people named go into the stock's book. */
export function planOrganisations(
  ledgers: LedgerFile[],
  stock: LedgerStock,
  notes: Note[],
): OwnedPlan<OrganisationReport> {
  return foldReports(placeRows(ledgers, stock, notes), {
    noun: 'organisation',
    stock,
    notes,
    stored: stock.organisations,
    by: organisationBy,
    answer: (row, before, report) => organisationReasonOf(row, before, report, { stock, notes }),
    read: ({ cells, place, reportedOn }, before) =>
      organisationOf(
        cells,
        { areaId: place.areaId, areaName: place.name, reportedOn },
        { before, people: stock.people },
      ),
  });
}

interface Fold<Report> {
  noun: 'venue' | 'organisation';
  stock: LedgerStock;
  notes: Note[];
  stored: Map<string, Report>;
  /** The report of a row on top of the one before, or the key of the cell it lacks. */
  read: (row: PlacedRow, before: Report | null) => Report | string;
  /** Asks what the report makes questionable; the report with the answer its row gives. */
  answer: (row: PlacedRow, before: Report | null, report: Report) => Report;
  /** Parts a report by the rights of who hands it in. */
  by: (role: Role, before: Report | null, report: Report) => ByWriter<Report>;
}

/** Works each place's rows off in the order of their days; what only repeats the last report is unchanged. */
function foldReports<Report extends { areaId: string; reportedOn: string }>(
  rows: PlacedRow[],
  fold: Fold<Report>,
): OwnedPlan<Report> {
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const reports: Report[] = [];
  const wishes = new Map<string, Wish>();
  const last = new Map(fold.stored);
  const older = new Map<string, PlacedRow[]>();
  for (const row of rows.toSorted((a, b) => (a.reportedOn < b.reportedOn ? -1 : a.reportedOn > b.reportedOn ? 1 : 0))) {
    const { areaId } = row.place;
    const before = last.get(areaId) ?? null;
    if (before && row.reportedOn < before.reportedOn) {
      if (fold.stock.reported.has(`${fold.noun} ${areaId} ${row.reportedOn}`)) counts.unchanged++;
      else older.set(row.at.file + row.at.sheet, [...(older.get(row.at.file + row.at.sheet) ?? []), row]);
      continue;
    }
    const said = fold.read(row, before);
    const report = typeof said === 'string' ? said : byWriter(fold, { row, before, said, wishes });
    if (typeof report === 'string') {
      fold.notes.push({ code: 'row-incomplete', severity: 'refused', at: row.at, values: { field: report } });
      continue;
    }
    if (before && (row.undated || before.reportedOn === row.reportedOn) && same(report, before)) {
      counts.unchanged++;
      continue;
    }
    counts[before ? 'changed' : 'added']++;
    last.set(areaId, report);
    reports.push({ ...fold.answer(row, before, report), source: row.at.file });
  }
  for (const [first, ...rest] of older.values()) {
    if (!first) continue;
    const at = { file: first.at.file, sheet: first.at.sheet };
    fold.notes.push({ code: 'row-older', severity: 'warning', at, values: { rows: rest.length + 1 } });
  }
  return { reports, counts, wishes: [...wishes.values()] };
}

/** What of a row is recorded for its sender; what the sender may only ask for goes to `wishes`, the rest becomes a note. The key of the cell it lacks when nothing is left. */
function byWriter<Report extends { areaId: string; reportedOn: string }>(
  { noun, stock, notes, by }: Fold<Report>,
  { row, before, said, wishes }: { row: PlacedRow; before: Report | null; said: Report; wishes: Map<string, Wish> },
): Report | string {
  if (stock.by === null) return said;
  const { own, cells, foreign } = by(stock.by, before, said);
  if (cells.length > 0) {
    const waiting = wishes.get(said.areaId)?.cells ?? [];
    wishes.set(said.areaId, { areaId: said.areaId, form: noun, cells: withCells(waiting, cells) });
    notes.push({ code: 'cells-proposed', severity: 'understood', at: row.at, values: { count: cells.length } });
  }
  if (foreign.length > 0)
    notes.push({ code: 'cells-foreign', severity: 'warning', at: row.at, values: { count: foreign.length } });
  return own ?? 'stage';
}

/** The same in everything but the day it was reported on. */
function same<Report extends { reportedOn: string }>(one: Report, other: Report): boolean {
  return canonical({ ...one, reportedOn: '' }) === canonical({ ...other, reportedOn: '' });
}

/** JSON with keys in order, so that records compare by content. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
