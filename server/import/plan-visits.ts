import type { LedgerFile } from '../../geodata/format/hand-over.ts';
import type { Note, Spot } from '../../geodata/note.ts';
import { visitLevels } from '../inspection/rules.ts';
import { Cells } from './cells.ts';
import { type LedgerPlace, type LedgerStock, placeOf, spotOf, type VisitReport } from './ledger-stock.ts';
import { canonical, type ReportPlan } from './plan-reports.ts';
import { findingsOf } from './records.ts';

/**
 * Inspection logs: rows of one number and day are one visit to several villages; a later row of the number is a new report of it.
 * A row without a reporting day was reported on the day of the visit.
 */
export function planVisits(ledgers: LedgerFile[], stock: LedgerStock, notes: Note[]): ReportPlan<VisitReport> {
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const reports: VisitReport[] = [];
  const last = new Map(stock.visits);
  const sources = new Map(ledgers.flatMap(({ file, rows }) => rows.map(({ cells }) => [cells.number, file])));
  const read = ledgers.flatMap((ledger) =>
    ledger.rows.flatMap((row) => visitOf(new Cells(row), stock, { at: spotOf(ledger, row), notes }) ?? []),
  );
  for (const visit of joined(read).sort((a, b) =>
    a.reportedOn < b.reportedOn ? -1 : a.reportedOn > b.reportedOn ? 1 : 0,
  )) {
    const before = last.get(visit.number);
    if (before && (visit.reportedOn < before.reportedOn || canonical(visit) === canonical(before))) {
      counts.unchanged++;
      continue;
    }
    counts[before ? 'changed' : 'added']++;
    last.set(visit.number, visit);
    const source = sources.get(visit.number);
    reports.push(source === undefined ? visit : { ...visit, source });
  }
  return { reports, counts };
}

function visitOf(cells: Cells, stock: LedgerStock, told: { at: Spot; notes: Note[] }): VisitReport | null {
  const number = cells.text('number');
  const occurredOn = cells.text('occurredOn');
  const level = visitLevels.find((key) => key === cells.text('level'));
  const lacks = !number ? 'number' : !occurredOn ? 'occurredOn' : !level ? 'level' : null;
  if (!number || !occurredOn || !level) {
    told.notes.push({ code: 'row-incomplete', severity: 'refused', at: told.at, values: { field: lacks ?? '' } });
    return null;
  }
  const reportedOn = cells.text('reportedOn') ?? earlier(occurredOn, stock.today);
  if (reportedOn > stock.today) {
    const values = { day: reportedOn, today: stock.today };
    told.notes.push({ code: 'ledger-in-future', severity: 'question', at: told.at, values });
  }
  const villages = villagesOf(cells, stock, told);
  return {
    number,
    occurredOn,
    state: cells.text('state') === 'planned' || (!cells.text('state') && occurredOn > reportedOn) ? 'planned' : 'made',
    level,
    announced: cells.flag('announced') ?? true,
    team: cells.text('team'),
    leaderId: stock.people.idOf({ name: cells.text('leader') ?? '' }),
    places: findingsOf(cells, villages),
    reportedOn,
  };
}

const earlier = (one: string, other: string) => [one, other].sort()[0] as string;

function villagesOf(cells: Cells, stock: LedgerStock, told: { at: Spot; notes: Note[] }): LedgerPlace[] {
  const names = cells.list('villages');
  const town = cells.text('town');
  const places = names.flatMap((village) => placeOf(stock.findPlace, { code: null, town, village }, told) ?? []);
  if (names.length === 0) {
    told.notes.push({ code: 'row-incomplete', severity: 'refused', at: told.at, values: { field: 'villages' } });
  }
  return [...new Map(places.map((place) => [place.areaId, place])).values()];
}

/** Rows of the same number reported on the same day are one visit. */
function joined(visits: VisitReport[]): VisitReport[] {
  const groups = Map.groupBy(visits, ({ number, reportedOn }) => `${number} ${reportedOn}`);
  return [...groups.values()].map((group) => {
    const places = new Map<string, VisitReport['places'][number]>();
    for (const place of group.flatMap((visit) => visit.places)) {
      const known = places.get(place.areaId);
      places.set(place.areaId, known ? { ...known, findings: [...known.findings, ...place.findings] } : place);
    }
    return {
      ...(group[0] as VisitReport),
      places: [...places.values()].sort((a, b) => (a.areaId < b.areaId ? -1 : 1)),
    };
  });
}
