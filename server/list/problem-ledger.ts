import type { FullName } from '../area/full-names.ts';
import { daysBetween } from '../calendar/rules.ts';
import { isMade } from '../inspection/rules.ts';
import { type ColumnTitle, columnTitles } from '../layer/column-titles.message.ts';
import type { CountyFacts } from '../layer/facts.ts';
import type { Layer, PlaceFacts } from '../layer/layer.ts';
import type { Responsibility } from '../person/responsibility.ts';
import type { LocalDate } from '../rights/view.ts';
import { townOffice } from '../task/task.message.ts';
import { milestoneTitles, stageTitles } from '../venue/milestone-titles.message.ts';
import { lateDays, type Milestone, nextMilestone, scheduleOf, type Venue } from '../venue/rules.ts';
import { fill, type Language } from '../words/fill.ts';
import type { LedgerColumn } from './ledger-sheet.ts';
import { problemWords } from './problem-ledger.message.ts';

/** 问题台账 — one problem of a place: who is to put it right, how, by when, how far it is. */
export interface ProblemRow {
  town: string;
  place: string;
  problem: string;
  foundOn: LocalDate | null;
  unit: string;
  person: string;
  measure: string | null;
  dueOn: LocalDate | null;
  progress: string;
  signedOffOn: LocalDate | null;
  overdueDays: number;
}

interface Known {
  facts: CountyFacts;
  duties: Responsibility[];
  full: FullName;
  lang: Language;
}

/** The problems of places in the order given, by the theme of a layer: what venues lack, what organisations are to put right, what visits found. */
export function problemRows(known: Known, theme: Layer['theme'], fids: number[]): ProblemRow[] {
  const places = new Map(known.facts.villages.map((place) => [place.fid, place]));
  const of = { venue: venueProblems, organisation: organisationProblems, inspection: findings, task: () => [] }[theme];
  return fids.flatMap((fid) => {
    const place = places.get(fid);
    return place ? of(place, known) : [];
  });
}

function base({ id, townId }: PlaceFacts, { facts, full, duties, lang }: Known) {
  const town = facts.areas.find((area) => area.id === townId)?.name ?? '';
  const place = facts.areas.find((area) => area.id === id);
  const duty = duties.find(({ areaId, function: of }) => areaId === id && of === 'party-secretary');
  return {
    ...{ town, place: place ? full(place) : '', unit: townOffice(town)[lang] },
    person: facts.people.get(duty?.personId ?? '')?.name ?? '',
  };
}

function venueProblems(place: PlaceFacts, known: Known): ProblemRow[] {
  const { facts, lang } = known;
  const words = problemWords[lang];
  const { venue } = place;
  const row = (problem: string, more: Partial<ProblemRow>): ProblemRow => ({
    ...{ ...base(place, known), problem, foundOn: venue?.reportedOn ?? null, measure: null, dueOn: null },
    ...{ progress: venue ? stageTitles[venue.stage][lang] : '', signedOffOn: null, overdueDays: 0, ...more },
  });
  if (!venue) return [row(words.unreported, {})];
  const lacks = facts.checklist.filter(({ key }) => venue.items[key] === false).map(({ title }) => title[lang]);
  const late = lateDays(venue, facts.view.on);
  const next = nextMilestone(venue);
  return [
    ...(lacks.length === 0 ? [] : [row(fill(words.missing, { items: lacks.join(words.and) }), {})]),
    ...(scheduleOf(venue, facts.view.on, 0) === 'unplanned' ? [row(words.unplanned, {})] : []),
    ...(late && next ? [row(...lateProblem(venue, { next, late, facts, lang }))] : []),
  ];
}

/** A milestone past its plan: behind within the limit, overdue beyond; an acceptance is for the departments that have not accepted yet. */
function lateProblem(
  venue: Venue,
  { next, late, facts, lang }: { next: Milestone; late: number; facts: CountyFacts; lang: Language },
): [string, Partial<ProblemRow>] {
  const words = problemWords[lang];
  const said = late <= facts.standard.thresholds.venueLateDays ? words.behind : words.overdue;
  const problem = fill(said, { milestone: milestoneTitles[next.key][lang], days: late });
  const departments = words.departments.filter(
    (_, at) => (at === 0 ? venue.organisationAcceptedOn : venue.financeAcceptedOn) === null,
  );
  const unit = next.key === 'acceptance' ? { unit: departments.join(words.and), person: '' } : {};
  return [problem, { dueOn: next.plannedOn, overdueDays: late, ...unit }];
}

function organisationProblems(place: PlaceFacts, known: Known): ProblemRow[] {
  const { facts, lang } = known;
  const words = problemWords[lang];
  const turnaround = place.organisation?.turnaround;
  if (!turnaround) return [];
  const own = base(place, known);
  const { guidingUnit, groupUnits, leaderId, signedOffOn } = turnaround;
  return turnaround.problems.map(({ text, measure, dueOn, doneOn }): ProblemRow => {
    const overdueDays = doneOn === null && dueOn !== null ? Math.max(0, daysBetween(dueOn, facts.view.on)) : 0;
    return {
      ...{ ...own, problem: text, foundOn: turnaround.namedOn, measure, dueOn, signedOffOn, overdueDays },
      unit: guidingUnit ?? (groupUnits.join(words.and) || own.unit),
      person: facts.people.get(leaderId ?? '')?.name ?? own.person,
      progress:
        signedOffOn !== null ? words.closed : doneOn !== null ? words.done : overdueDays > 0 ? words.late : words.open,
    };
  });
}

function findings(place: PlaceFacts, known: Known): ProblemRow[] {
  const { facts, lang } = known;
  const words = problemWords[lang];
  return place.visits
    .filter((visit) => isMade(visit, facts.view.on))
    .flatMap(({ occurredOn, places }) =>
      places
        .filter(({ areaId }) => areaId === place.id)
        .flatMap((one) => one.findings)
        .map(
          ({ text, closedOn }): ProblemRow => ({
            ...{ ...base(place, known), problem: text, foundOn: occurredOn, measure: null, dueOn: null },
            ...{ progress: closedOn === null ? words.open : words.closed, signedOffOn: closedOn, overdueDays: 0 },
          }),
        ),
    );
}

/** The columns of the ledger of problems. */
export function problemColumns(lang: Language): LedgerColumn<ProblemRow>[] {
  const title = (of: ColumnTitle) => columnTitles[of][lang];
  return [
    { title: title('number'), width: 6, kind: 'count', cell: (_, at) => at + 1 },
    { title: title('town'), width: 12, kind: 'text', cell: ({ town }) => town },
    { title: title('village'), width: 18, kind: 'text', cell: ({ place }) => place },
    { title: title('problem'), width: 44, kind: 'text', total: 'count', cell: ({ problem }) => problem },
    { title: title('foundOn'), width: 12, kind: 'day', cell: ({ foundOn }) => foundOn },
    { title: title('unit'), width: 20, kind: 'text', cell: ({ unit }) => unit },
    { title: title('person'), width: 10, kind: 'text', cell: ({ person }) => person },
    { title: title('measure'), width: 30, kind: 'text', cell: ({ measure }) => measure },
    { title: title('remedyBy'), width: 12, kind: 'day', cell: ({ dueOn }) => dueOn },
    { title: title('progress'), width: 12, kind: 'text', cell: ({ progress }) => progress },
    { title: title('overdueDays'), width: 9, kind: 'count', cell: ({ overdueDays }) => overdueDays || null },
    { title: title('signedOffOn'), width: 12, kind: 'day', total: 'count', cell: ({ signedOffOn }) => signedOffOn },
  ];
}
