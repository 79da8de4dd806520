import type { LocalDate } from '../rights/view.ts';
import { doneOnTop, latest } from '../save/done-days/rules.ts';
import {
  type AcceptedField,
  acceptedFields,
  firstPlanOf,
  type ItemStates,
  isReached,
  type Milestone,
  milestoneKeys,
  type Venue,
} from './rules.ts';

type Before = Pick<
  Venue,
  'stage' | 'items' | 'milestones' | 'organisationAcceptedOn' | 'financeAcceptedOn' | 'reportedOn'
>;
type Said = { items: ItemStates; milestones: Pick<Milestone, 'key' | 'plannedOn' | 'doneOn'>[] } & Pick<
  Venue,
  AcceptedField
>;

/**
 * 在前次报送之上 — a venue reported anew with what stays of the reports before it: the first plan, real dates and those of acceptance moved back or emptied, items emptied. Laid
 * on top of the same report again it is the same.
 */
export const onTopOf = <Venue extends Said>(
  before: Before | null,
  said: Venue,
): Venue & { milestones: Milestone[] } => ({
  ...said,
  items: withEmptied(before?.items ?? {}, said.items),
  milestones: withFormerAccepted(
    said.milestones.map((one) => milestoneOnTop(before, one)),
    formerAccepted(before, said),
  ),
});

/** The days of acceptance that stood and stand no longer. */
function formerAccepted(before: Before | null, said: Said): Milestone['formerAccepted'] {
  const kept = before?.milestones.find(({ key }) => key === 'acceptance')?.formerAccepted;
  return Object.fromEntries(
    acceptedFields.flatMap((field) => {
      const former = latest(kept?.[field], before?.[field]);
      const now = said[field];
      return former !== null && (now === null || now < former) ? [[field, former]] : [];
    }),
  );
}

function withFormerAccepted(milestones: Milestone[], former: Milestone['formerAccepted'] = {}): Milestone[] {
  if (Object.keys(former).length === 0) return milestones;
  const own = milestones.find(({ key }) => key === 'acceptance') ?? {
    key: 'acceptance',
    plannedOn: null,
    doneOn: null,
  };
  return [...milestones.filter(({ key }) => key !== 'acceptance'), { ...own, formerAccepted: former }];
}

/** An item reported once and left blank now is kept as emptied. */
function withEmptied(before: ItemStates, now: ItemStates): ItemStates {
  const emptied = Object.keys(before).filter((key) => (now[key] ?? null) === null);
  return { ...now, ...Object.fromEntries(emptied.map((key) => [key, null])) };
}

function milestoneOnTop(
  before: Before | null,
  { key, plannedOn, doneOn }: Pick<Milestone, 'key' | 'plannedOn' | 'doneOn'>,
): Milestone {
  const last = before?.milestones.find((one) => one.key === key);
  const first = last === undefined ? null : firstPlanOf(last);
  const moves = (last?.moves ?? 0) + (first !== null && last?.plannedOn !== plannedOn ? 1 : 0);
  return {
    ...{ key, plannedOn, doneOn },
    ...(first !== null && moves > 0 ? { firstPlannedOn: first, moves } : {}),
    ...doneOnTop(last, doneOn, before && openAt(before, key)),
  };
}

/** The day a report said that a milestone was still open; null where it did not. Of acceptance a report says nothing: that is the departments’. */
function openAt(report: Before, key: Milestone['key']): LocalDate | null {
  const doneOn = report.milestones.find((one) => one.key === key)?.doneOn ?? null;
  const isOpen = doneOn === null && key !== milestoneKeys.at(-1) && !isReached(report, key);
  return isOpen ? report.reportedOn : null;
}
