import { daysBetween } from '../calendar/rules.ts';
import type { LocalDate } from '../rights/view.ts';
import type { DoneDays } from '../save/done-days/rules.ts';
import { doneDayFaults, type Fault, isRealDay } from '../save/rules.ts';

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

/** 倒排节点 with its planned and real date; `plannedOn` null when no plan is in force. */
export interface Milestone extends DoneDays {
  key: MilestoneKey;
  plannedOn: LocalDate | null;
  /** 首次计划 — the first plan and how often it was changed since; left out while the plan in force is the first. */
  firstPlannedOn?: LocalDate;
  moves?: number;
  /** 原报验收日期 — of the acceptance: the latest day each department said it accepted on, while what stands lies before it or is emptied. */
  formerAccepted?: Partial<Record<AcceptedField, LocalDate>>;
}

/** The departments’ days of acceptance, each the department’s own. */
export const acceptedFields = ['organisationAcceptedOn', 'financeAcceptedOn'] as const;
export type AcceptedField = (typeof acceptedFields)[number];

/** 首次计划日期 — the day planned first, whatever the plan in force says; null when none ever was. */
export const firstPlanOf = ({ firstPlannedOn, plannedOn }: Milestone): LocalDate | null => firstPlannedOn ?? plannedOn;

/** 一厅六室, 三通, 九有 — true has it, false lacks it; a missing key was never reported, null was reported once and is emptied. */
export type ItemStates = Record<string, boolean | null>;

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

/** What a milestone that comes next is read from. */
type Under = Pick<Venue, 'stage' | 'milestones' | 'organisationAcceptedOn' | 'financeAcceptedOn'>;

/**
 * 下一节点 — the first milestone that is neither done nor behind the stage reached, in order; null once the venue is accepted by both or all are done.
 * One without a plan is passed over while a later one has one.
 */
export function nextMilestone(venue: Under): Milestone | null {
  const open = milestoneKeys.slice(reachedOf(venue)).flatMap((key) => {
    const milestone = venue.milestones.find((one) => one.key === key) ?? { key, plannedOn: null, doneOn: null };
    return milestone.doneOn === null ? [milestone] : [];
  });
  return open.find(({ plannedOn }) => plannedOn !== null) ?? open[0] ?? null;
}

/** How many milestones, in order, the stage reached and the acceptance leave behind. */
function reachedOf(venue: Under): number {
  if (acceptanceOf(venue) === 'both') return milestoneKeys.length;
  const needed = neededBy[venue.stage];
  return needed === null ? 0 : milestoneKeys.indexOf(needed) + 1;
}

/** Whether the stage reached, or acceptance, leaves a milestone behind. */
export const isReached = (venue: Under, key: MilestoneKey): boolean => milestoneKeys.indexOf(key) < reachedOf(venue);

/** 滞后天数 — days from the planned date of the next milestone to the day; 0 while it is not past, null where nothing is next or has a plan. */
export function lateDays(venue: Under, on: LocalDate): number | null {
  const plannedOn = nextMilestone(venue)?.plannedOn ?? null;
  return plannedOn === null ? null : Math.max(0, daysBetween(plannedOn, on));
}

export type AcceptanceState = 'both' | 'organisation' | 'finance' | 'awaiting' | 'not-yet';

/**
 * 验收 — by the organisation department and by the finance bureau. A ledger that has no dates of the two bureaus counts as accepted by both when its stage says so.
 */
export function acceptanceOf(
  venue: Pick<Venue, 'stage' | 'organisationAcceptedOn' | 'financeAcceptedOn'>,
): AcceptanceState {
  const { organisationAcceptedOn, financeAcceptedOn, stage } = venue;
  if (organisationAcceptedOn !== null && financeAcceptedOn !== null) return 'both';
  if (organisationAcceptedOn !== null) return 'organisation';
  if (financeAcceptedOn !== null) return 'finance';
  if (stage === 'accepted') return 'both';
  return stage === 'built' ? 'awaiting' : 'not-yet';
}

export type ScheduleState =
  | 'accepted'
  | 'built'
  | 'on-schedule'
  | 'built-late'
  | 'late'
  | 'unplanned'
  | 'built-overdue'
  | 'overdue'
  | 'silent';

/**
 * 阵地建设进度 — accepted; built and awaiting acceptance; under way. What is not accepted goes by the days its next milestone is late: none, up to the limit,
 * beyond it; the next milestone of what is built is its acceptance. 未排计划 is what is not built and has no planned date ahead: never on schedule.
 */
export function scheduleOf(venue: Venue | null, on: LocalDate, limitDays: number): ScheduleState {
  if (venue === null) return 'silent';
  if (acceptanceOf(venue) === 'both') return 'accepted';
  const late = lateDays(venue, on);
  const behind = (late ?? 0) <= limitDays ? 'late' : 'overdue';
  if (venue.stage === 'built' || venue.stage === 'accepted') return late ? `built-${behind}` : 'built';
  if (late === null) return 'unplanned';
  return late === 0 ? 'on-schedule' : behind;
}

/** How one milestone stands: `passed` is one the stage reached leaves behind without a day of its own. */
export type MilestoneState = 'done' | 'done-late' | 'passed' | 'ahead' | 'late' | 'overdue' | 'no-plan';

/** 节点状态 — every milestone in order, with its first plan and the days it is, or was done, late. */
export function milestoneStates(
  venue: Venue,
  on: LocalDate,
  limitDays: number,
): (Required<Pick<Milestone, 'key' | 'plannedOn' | 'doneOn'>> & {
  firstPlannedOn: LocalDate | null;
  moves: number;
  state: MilestoneState;
  lateDays: number;
})[] {
  const reached = reachedOf(venue);
  return milestoneKeys.map((key, at) => {
    const one = venue.milestones.find((known) => known.key === key) ?? { key, plannedOn: null, doneOn: null };
    const { plannedOn, doneOn } = one;
    const passed = doneOn === null && at < reached;
    const lateDays = plannedOn === null || passed ? 0 : Math.max(0, daysBetween(plannedOn, doneOn ?? on));
    const open = plannedOn === null ? 'no-plan' : lateDays === 0 ? 'ahead' : lateDays <= limitDays ? 'late' : 'overdue';
    const state = doneOn !== null ? (lateDays > 0 ? 'done-late' : 'done') : passed ? 'passed' : open;
    return { key, plannedOn, doneOn, firstPlannedOn: firstPlanOf(one), moves: one.moves ?? 0, state, lateDays };
  });
}

/** How many of the checklist's items a venue has, and how many were reported at all. */
export function checklistCount(
  venue: Venue,
  checklist: ChecklistItem[],
): { has: number; reported: number; of: number } {
  const states = checklist.map(({ key }) => venue.items[key]);
  return {
    has: states.filter((state) => state === true).length,
    reported: states.filter((state) => typeof state === 'boolean').length,
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
