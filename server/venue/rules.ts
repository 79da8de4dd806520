import { daysBetween } from '../calendar/rules.ts';
import { doneDayFaults, type Fault, isRealDay } from '../form/rules.ts';
import type { LocalDate } from '../view.ts';

/** 建设阶段 — 未开工, 主体在建, 主体完工, 配套完善, 建成, 验收合格, in order. */
export const stages = [
  'not-started',
  'structure-underway',
  'structure-done',
  'fitting-out',
  'built',
  'accepted',
] as const;
export type Stage = (typeof stages)[number];

/** 倒排节点 — 开工, 主体完工, 配套完善, 建成, 验收: counted back from the deadline, in order. */
export const milestoneKeys = ['start', 'structure', 'fitting', 'built', 'acceptance'] as const;
export type MilestoneKey = (typeof milestoneKeys)[number];

/** 倒排节点 with its planned and real date; `doneOn` null while open, `plannedOn` null when no plan was given. */
export interface Milestone {
  key: MilestoneKey;
  plannedOn: LocalDate | null;
  doneOn: LocalDate | null;
}

/** 一厅六室, 三通, 九有 — true has it, false lacks it; a missing key is not reported. */
export type ItemStates = Record<string, boolean>;

/** 阵地 — the one venue of a village as last reported. Money in fen. */
export interface Venue {
  id: string;
  areaId: string;
  stage: Stage;
  items: ItemStates;
  milestones: Milestone[];
  organisationAcceptedOn: LocalDate | null;
  financeAcceptedOn: LocalDate | null;
  subsidyFen: number | null;
  subsidyPaidFen: number | null;
  reportedOn: LocalDate;
  since: number;
}

/** 清单版本 — the checklist in force from a day on: 19 items in three groups by default. */
export interface ChecklistItem {
  key: string;
  group: 'rooms' | 'connections' | 'haves';
  title: { zh: string; en: string };
}

/** The first milestone that is not done, in order; null when all are. One without a plan is passed over while a later one has one. */
export function nextMilestone(venue: Pick<Venue, 'milestones'>): Milestone | null {
  const open = milestoneKeys.flatMap((key) => {
    const milestone = venue.milestones.find((one) => one.key === key);
    return milestone && milestone.doneOn === null ? [milestone] : [];
  });
  return open.find(({ plannedOn }) => plannedOn !== null) ?? open[0] ?? null;
}

/** 超期天数 — days from the planned date of the first unfinished milestone to the day; 0 when it is not past or has no plan. */
export function lateDays(venue: Pick<Venue, 'milestones'>, on: LocalDate): number {
  const plannedOn = nextMilestone(venue)?.plannedOn;
  return plannedOn === null || plannedOn === undefined ? 0 : Math.max(0, daysBetween(plannedOn, on));
}

export type AcceptanceState = 'both' | 'organisation' | 'finance' | 'awaiting' | 'not-yet';

/**
 * 验收 — by the organisation department and by the finance bureau. A ledger that has no dates of the two bureaus counts as accepted by both when its stage says so.
 */
export function acceptanceOf(venue: Venue): AcceptanceState {
  const { organisationAcceptedOn, financeAcceptedOn, stage } = venue;
  if (organisationAcceptedOn !== null && financeAcceptedOn !== null) return 'both';
  if (organisationAcceptedOn !== null) return 'organisation';
  if (financeAcceptedOn !== null) return 'finance';
  if (stage === 'accepted') return 'both';
  return stage === 'built' ? 'awaiting' : 'not-yet';
}

export type ScheduleState = 'accepted' | 'built' | 'on-schedule' | 'late' | 'overdue' | 'silent';

/** 阵地建设进度 — accepted; built and awaiting acceptance; else by the days its first unfinished milestone is late: none, up to the limit, beyond it. */
export function scheduleOf(venue: Venue | null, on: LocalDate, limitDays: number): ScheduleState {
  if (venue === null) return 'silent';
  if (acceptanceOf(venue) === 'both') return 'accepted';
  if (venue.stage === 'built' || venue.stage === 'accepted') return 'built';
  const late = lateDays(venue, on);
  if (late === 0) return 'on-schedule';
  return late <= limitDays ? 'late' : 'overdue';
}

/** How many of the checklist's items a venue has, and how many were reported at all. */
export function checklistCount(
  venue: Venue,
  checklist: ChecklistItem[],
): { has: number; reported: number; of: number } {
  const states = checklist.map(({ key }) => venue.items[key]);
  return {
    has: states.filter((state) => state === true).length,
    reported: states.filter((state) => state !== undefined).length,
    of: checklist.length,
  };
}

export type SubsidyState = 'paid' | 'part' | 'unpaid' | 'none';

/** 补助 — paid in full, in part, not at all; none is due when no sum was set. */
export function subsidyOf({ subsidyFen, subsidyPaidFen }: Pick<Venue, 'subsidyFen' | 'subsidyPaidFen'>): SubsidyState {
  if (subsidyFen === null || subsidyFen === 0) return 'none';
  const paid = subsidyPaidFen ?? 0;
  if (paid >= subsidyFen) return 'paid';
  return paid > 0 ? 'part' : 'unpaid';
}

/** What a form says of a venue; `stage` null: nothing reported yet. */
export type VenueFilled = Omit<Venue, 'id' | 'areaId' | 'stage' | 'reportedOn' | 'since'> & { stage: Stage | null };

/**
 * 阵地填报检查 — what is wrong with a venue as filled in on the day `today`: days that exist and are not to come, milestones in order, a stage that fits
 * them, acceptance only of what is built, and sums; `items` are the checklist's keys.
 */
export function venueFaults(filled: VenueFilled, today: LocalDate, items: string[]): Fault[] {
  return [
    ...(filled.stage === null ? [{ field: 'stage', code: 'missing' } as const] : []),
    ...milestoneFaults(filled.milestones, today),
    ...stageFaults(filled),
    ...acceptanceFaults(filled, today),
    ...moneyFaults(filled),
    ...Object.keys(filled.items)
      .filter((key) => !items.includes(key))
      .map((key): Fault => ({ field: `items.${key}`, code: 'item-unknown' })),
  ];
}

function milestoneFaults(milestones: Milestone[], today: LocalDate): Fault[] {
  const inOrder = milestoneKeys.flatMap((key) => milestones.find((one) => one.key === key) ?? []);
  return inOrder.flatMap(({ key, plannedOn, doneOn }, at): Fault[] => {
    const ahead = (side: 'plannedOn' | 'doneOn') =>
      inOrder.slice(0, at).reduce<LocalDate>((last, one) => ((one[side] ?? '') > last ? (one[side] ?? '') : last), '');
    const field = `milestones.${key}`;
    const faults = doneDayFaults(`${field}.doneOn`, doneOn, today);
    if (faults.length === 0 && doneOn !== null && doneOn < ahead('doneOn'))
      faults.push({ field: `${field}.doneOn`, code: 'milestone-order', value: ahead('doneOn') });
    if (doneOn === null && plannedOn !== null && inOrder.slice(at + 1).some((later) => later.doneOn !== null))
      faults.push({ field: `${field}.doneOn`, code: 'milestone-gap' });
    if (plannedOn === null) return faults;
    if (!isRealDay(plannedOn)) faults.push({ field: `${field}.plannedOn`, code: 'day-not-real' });
    else if (plannedOn < ahead('plannedOn'))
      faults.push({ field: `${field}.plannedOn`, code: 'milestone-order', value: ahead('plannedOn') });
    return faults;
  });
}

/** The stage a milestone done means at least, and the milestone a stage needs done. */
const stageAfter: Record<MilestoneKey, Stage> = {
  start: 'structure-underway',
  structure: 'structure-done',
  fitting: 'fitting-out',
  built: 'built',
  acceptance: 'accepted',
};
const neededBy: Record<Stage, MilestoneKey | null> = {
  'not-started': null,
  'structure-underway': 'start',
  'structure-done': 'structure',
  'fitting-out': 'structure',
  built: 'built',
  accepted: 'built',
};

function stageFaults({ stage, milestones }: VenueFilled): Fault[] {
  if (stage === null) return [];
  const done = milestones.filter(({ key, doneOn }) => doneOn !== null && key !== 'acceptance');
  const behind = done.some(({ key }) => stages.indexOf(stage) < stages.indexOf(stageAfter[key]));
  if (behind) return [{ field: 'stage', code: 'stage-behind' }];
  const needed = milestones.find(({ key }) => key === neededBy[stage]);
  return needed && needed.plannedOn !== null && needed.doneOn === null
    ? [{ field: `milestones.${needed.key}.doneOn`, code: 'milestone-open' }]
    : [];
}

function acceptanceFaults(filled: VenueFilled, today: LocalDate): Fault[] {
  const { stage, milestones, organisationAcceptedOn, financeAcceptedOn } = filled;
  const on = (key: MilestoneKey) => milestones.find((one) => one.key === key)?.doneOn ?? null;
  const faults = (['organisationAcceptedOn', 'financeAcceptedOn'] as const).flatMap((field): Fault[] => {
    const early = filled[field] !== null && stage !== 'built' && stage !== 'accepted';
    return early ? [{ field, code: 'not-built' }] : doneDayFaults(field, filled[field], today, on('built'));
  });
  if (organisationAcceptedOn !== null && financeAcceptedOn !== null) return faults;
  if (stage === 'accepted') faults.push({ field: 'stage', code: 'accepted-undated' });
  if (on('acceptance') !== null) faults.push({ field: 'milestones.acceptance.doneOn', code: 'accepted-undated' });
  return faults;
}

const mostFen = 1e12;

function moneyFaults({ subsidyFen, subsidyPaidFen }: VenueFilled): Fault[] {
  const isSum = (fen: number | null) => fen === null || (Number.isInteger(fen) && fen >= 0 && fen <= mostFen);
  const faults: Fault[] = [];
  if (!isSum(subsidyFen)) faults.push({ field: 'subsidyFen', code: 'money-malformed' });
  if (!isSum(subsidyPaidFen)) faults.push({ field: 'subsidyPaidFen', code: 'money-malformed' });
  if (faults.length === 0 && (subsidyPaidFen ?? 0) > (subsidyFen ?? 0))
    faults.push({ field: 'subsidyPaidFen', code: 'paid-above-due', confirmable: true });
  return faults;
}

/** 两部门都验收 — with both days set, what is built becomes accepted, and the milestone of acceptance done on the later of the two. */
export function withAcceptance<Filled extends VenueFilled>(filled: Filled): Filled {
  const { stage, organisationAcceptedOn, financeAcceptedOn } = filled;
  if (stage !== 'built' || organisationAcceptedOn === null || financeAcceptedOn === null) return filled;
  const doneOn = [organisationAcceptedOn, financeAcceptedOn].sort().at(-1) ?? null;
  const milestones = filled.milestones.map((one) =>
    one.key === 'acceptance' ? { ...one, doneOn: one.doneOn ?? doneOn } : one,
  );
  return { ...filled, stage: 'accepted', milestones };
}
