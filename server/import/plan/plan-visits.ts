import type { LedgerFile } from '../../../geodata/format/hand-over.ts';
import type { Note, Spot } from '../../../geodata/note.ts';
import { isOtherCentury } from '../../calendar/rules.ts';
import { newId } from '../../db/id.ts';
import { visitLevels } from '../../inspection/rules.ts';
import { Cells } from '../cells.ts';
import { type LedgerPlace, type LedgerStock, placeOf, spotOf, type VisitReport } from '../ledger-stock.ts';
import { findingsOf } from '../records.ts';
import { VisitMatch } from '../visit-match.ts';
import { canonical, type ReportPlan } from './plan-reports.ts';

/** A visit as the ledger tells it, and the first of its rows. */
export interface VisitRead {
  visit: Omit<VisitReport, 'id'>;
  at: Spot;
}

/**
 * Inspection logs: rows of one number and day are one visit to several villages; a later row of the number is a new report of it.
 * A row without a reporting day was reported on the day of the visit. A row whose number stands for another visit is a question.
 */
export function planVisits(ledgers: LedgerFile[], stock: LedgerStock, notes: Note[]): ReportPlan<VisitReport> {
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const reports: VisitReport[] = [];
  const match = new VisitMatch(stock, notes);
  const read = ledgers.flatMap((ledger) =>
    ledger.rows.flatMap((row) => {
      const at = spotOf(ledger, row);
      return visitOf(new Cells(row), stock, { at, notes }) ?? [];
    }),
  );
  const byDay = joined(read, notes).sort((a, b) =>
    a.visit.reportedOn < b.visit.reportedOn ? -1 : a.visit.reportedOn > b.visit.reportedOn ? 1 : 0,
  );
  for (const { visit, at } of byDay) {
    const found = match.find(visit, at);
    if (found === 'asked') continue;
    if (
      found &&
      (isOlder(visit, found) ||
        canonical({ ...visit, source: null, id: found.id }) === canonical({ ...found, source: null }))
    ) {
      counts.unchanged++;
      continue;
    }
    counts[found ? 'changed' : 'added']++;
    const report = { ...visit, id: found?.id ?? newId(), source: at.file };
    match.keep(report);
    reports.push(report);
  }
  return { reports, counts };
}

/** What was said before of a visit stays said: an earlier report, and a plan of what was made since. */
const isOlder = (visit: VisitRead['visit'], stands: VisitReport) =>
  visit.reportedOn < stands.reportedOn || (visit.state === 'planned' && stands.state === 'made');

function visitOf(cells: Cells, stock: LedgerStock, noting: { at: Spot; notes: Note[] }): VisitRead | null {
  const number = cells.text('number');
  const occurredOn = cells.text('occurredOn');
  const level = visitLevels.find((key) => key === cells.text('level'));
  const lacks = !number ? 'number' : !occurredOn ? 'occurredOn' : !level ? 'level' : null;
  if (!number || !occurredOn || !level) {
    noting.notes.push({ code: 'row-incomplete', severity: 'refused', at: noting.at, values: { field: lacks ?? '' } });
    return null;
  }
  if (isOtherCentury(occurredOn, stock.today)) {
    const values = { day: occurredOn, today: stock.today, number };
    noting.notes.push({ code: 'visit-other-century', severity: 'refused', at: noting.at, values });
    return null;
  }
  const reportedOn = cells.text('reportedOn') ?? earlier(occurredOn, stock.today);
  if (reportedOn > stock.today) {
    const values = { day: reportedOn, today: stock.today };
    noting.notes.push({ code: 'ledger-in-future', severity: 'question', at: noting.at, values });
  }
  const villages = villagesOf(cells, stock, noting);
  const places = findingsOf(cells, villages);
  const open = places.flatMap(({ findings }) => findings).filter(({ closedOn }) => closedOn === null).length;
  if (cells.text('state') === 'closed' && open > 0) {
    noting.notes.push({ code: 'visit-closed-undated', severity: 'warning', at: noting.at, values: { number, open } });
  }
  const visit = {
    number,
    occurredOn,
    state: cells.text('state') === 'planned' || (!cells.text('state') && occurredOn > reportedOn) ? 'planned' : 'made',
    level,
    announced: cells.flag('announced') ?? true,
    team: cells.text('team'),
    leaderId: stock.people.idOf({ name: cells.text('leader') ?? '' }),
    places,
    reportedOn,
  } satisfies VisitRead['visit'];
  return { visit, at: noting.at };
}

const earlier = (one: string, other: string) => [one, other].sort()[0] as string;

function villagesOf(cells: Cells, stock: LedgerStock, noting: { at: Spot; notes: Note[] }): LedgerPlace[] {
  const villages = cells.list('villages');
  const names = villages.length > 0 ? villages : cells.list('place');
  const town = cells.text('town');
  const places = names.flatMap((village) => placeOf(stock.findPlace, { code: null, town, village }, noting) ?? []);
  if (names.length === 0) {
    noting.notes.push({ code: 'row-incomplete', severity: 'refused', at: noting.at, values: { field: 'villages' } });
  }
  return [...new Map(places.map((place) => [place.areaId, place])).values()];
}

/** Rows of the same number reported on the same day are one visit; where they differ in what a visit has once, it is a question. */
function joined(read: VisitRead[], notes: Note[]): VisitRead[] {
  const groups = Map.groupBy(read, ({ visit }) => `${visit.number} ${visit.reportedOn}`);
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group as [VisitRead, ...VisitRead[]];
    const other = others.find(({ visit }) => headOf(visit) !== headOf(first.visit));
    if (other) {
      const values = { number: first.visit.number, other: first.at.row ?? 0 };
      notes.push({ code: 'visit-rows-differ', severity: 'question', at: other.at, values });
      return [];
    }
    const places = new Map<string, VisitReport['places'][number]>();
    for (const place of group.flatMap(({ visit }) => visit.places)) {
      const known = places.get(place.areaId);
      places.set(place.areaId, known ? { ...known, findings: [...known.findings, ...place.findings] } : place);
    }
    const sorted = [...places.values()].sort((a, b) => (a.areaId < b.areaId ? -1 : 1));
    return [{ at: first.at, visit: { ...first.visit, places: sorted } }];
  });
}

const headOf = ({ occurredOn, state, level, announced, team, leaderId }: VisitRead['visit']) =>
  JSON.stringify([occurredOn, state, level, announced, team, leaderId]);
