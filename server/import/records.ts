import type { Finding } from '../inspection/rules.ts';
import { organisationOnTop } from '../organisation/on-top-of.ts';
import type { Organisation, Problem, Turnaround } from '../organisation/rules.ts';
import type { GivenReason } from '../save/reason-store.ts';
import { onTopOf } from '../venue/on-top-of.ts';
import { milestoneKeys, type Stage, stages, type Venue } from '../venue/rules.ts';
import type { Cells } from './cells.ts';
import type { PeopleBook } from './people-book.ts';

export type VenueReport = Omit<Venue, 'id' | 'since'> & { source?: string; reason?: GivenReason };
export type OrganisationReport = Omit<Organisation, 'id' | 'since'> & { source?: string; reason?: GivenReason };

/** The venue a row reports, on top of what was reported before; the key of the cell it lacks when it cannot be recorded. */
export function venueOf(
  cells: Cells,
  at: { areaId: string; reportedOn: string },
  before: VenueReport | null,
): VenueReport | string {
  const stage = cells.has('stage') ? stages.find((key) => key === cells.text('stage')) : before?.stage;
  if (stage === undefined) return 'stage';
  const items = { ...before?.items };
  for (const key of cells.keysAfter('item.')) {
    const has = cells.flag(`item.${key}`);
    if (has !== null) items[key] = has;
  }
  return onTopOf(before, {
    ...at,
    stage: stage satisfies Stage,
    items: Object.fromEntries(Object.entries(items).sort(([a], [b]) => (a < b ? -1 : 1))),
    milestones: milestoneKeys.map((key) => {
      const last = before?.milestones.find((milestone) => milestone.key === key);
      return {
        key,
        plannedOn: cells.textOr(`${key}PlannedOn`, last?.plannedOn ?? null),
        doneOn: cells.textOr(`${key}DoneOn`, last?.doneOn ?? null),
      };
    }),
    organisationAcceptedOn: cells.textOr('organisationAcceptedOn', before?.organisationAcceptedOn ?? null),
    financeAcceptedOn: cells.textOr('financeAcceptedOn', before?.financeAcceptedOn ?? null),
    subsidyFen: cells.numberOr('subsidyFen', before?.subsidyFen ?? null),
    subsidyPaidFen: cells.numberOr('subsidyPaidFen', before?.subsidyPaidFen ?? null),
  });
}

/** The organisation a row reports, on top of what was reported before; the key of the cell it lacks when it cannot be recorded. */
export function organisationOf(
  cells: Cells,
  at: { areaId: string; areaName: string; reportedOn: string },
  { before, people }: { before: OrganisationReport | null; people: PeopleBook },
): OrganisationReport | string {
  const backward = cells.flag('backward');
  const namedBy = cells.has('namedBy') ? cells.text('namedBy') : (before?.turnaround?.namedBy ?? null);
  const isBackward = backward ?? namedBy !== null;
  if (isBackward && namedBy !== 'city' && namedBy !== 'county') return 'namedBy';
  const last = before?.turnaround ?? null;
  return organisationOnTop(before, {
    areaId: at.areaId,
    name: cells.textOr('name', before?.name ?? null) ?? before?.name ?? at.areaName,
    field: cells.textOr('field', before?.field ?? null) ?? 'village',
    screenedOn: cells.textOr('screenedOn', before?.screenedOn ?? null),
    turnaround:
      isBackward && (namedBy === 'city' || namedBy === 'county')
        ? turnaroundOf(cells, { namedBy, last, people })
        : null,
    reportedOn: at.reportedOn,
  });
}

function turnaroundOf(
  cells: Cells,
  { namedBy, last, people }: { namedBy: 'city' | 'county'; last: Turnaround | null; people: PeopleBook },
): Turnaround {
  const person = (key: 'leader' | 'groupHead', before: string | null) =>
    cells.has(key) ? people.idOf({ name: cells.text(key) ?? '', post: cells.text(`${key}Post`) }) : before;
  return {
    namedBy,
    namedOn: cells.textOr('namedOn', last?.namedOn ?? null),
    problems: cells.has('problems') ? problemsOf(cells) : (last?.problems ?? []),
    leaderId: person('leader', last?.leaderId ?? null),
    groupHeadId: person('groupHead', last?.groupHeadId ?? null),
    groupUnits: cells.has('groupUnits') ? cells.list('groupUnits') : (last?.groupUnits ?? []),
    guidingUnit: cells.textOr('guidingUnit', last?.guidingUnit ?? null),
    stationedOn: cells.textOr('stationedOn', last?.stationedOn ?? null),
    signedOffOn: cells.textOr('signedOffOn', last?.signedOffOn ?? null),
  };
}

/** Problems stand side by side with measures, limits and days done, entry by entry; one limit given once holds for all. */
function problemsOf(cells: Cells): Problem[] {
  const [measures, dueOn, doneOn] = ['measures', 'dueOn', 'doneOn'].map((key) => cells.list(key)) as [
    string[],
    string[],
    string[],
  ];
  return cells.list('problems').map((text, index) => ({
    text,
    measure: measures[index] || null,
    dueOn: (dueOn.length === 1 ? dueOn[0] : dueOn[index]) || null,
    doneOn: doneOn[index] || null,
  }));
}

/**
 * Findings of a visit by village. An entry `village：text` belongs to the village it names; one that names none belongs to the only
 * village of the row, or to the first. `closedOn` runs beside the findings.
 */
export function findingsOf(
  cells: Cells,
  villages: { areaId: string; names: string[] }[],
): { areaId: string; findings: Finding[] }[] {
  const places = villages.map(({ areaId }) => ({ areaId, findings: [] as Finding[] }));
  const closedOn = cells.list('closedOn');
  for (const [index, entry] of cells.list('findings').entries()) {
    const [, name, rest] = /^([^：:]{1,20})[：:]\s*(.+)$/s.exec(entry) ?? [];
    const named = name === undefined ? -1 : villages.findIndex(({ names }) => names.includes(name.trim()));
    const day = /\d{4}-\d{2}-\d{2}/.exec(closedOn[index] ?? '')?.[0] ?? null;
    places[Math.max(0, named)]?.findings.push({ text: named >= 0 && rest ? rest : entry, closedOn: day });
  }
  return places;
}
