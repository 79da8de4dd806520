import { type DoneDifference, doneDifferenceKinds, doneDifferences } from '../../save/done-days/rules.ts';
import type { Fault } from '../../save/rules.ts';
import {
  type AcceptedField,
  acceptanceOf,
  acceptedFields,
  type MilestoneKey,
  subsidyOf,
  type Venue,
} from '../rules.ts';

/** 前后报送不一致 — what a report says otherwise than the ones before: a real date or one of acceptance taken back or moved to an earlier day, one before a report that had it open, an item emptied. */
export const differenceKinds = [...doneDifferenceKinds, 'item-emptied'] as const;

/** 核对标记 — what of a venue does not go together: accepted without all items, paid in full before acceptance, built without all items, and how its reports differ. */
export const venueMarks = ['accepted-items', 'paid-early', 'built-items', ...differenceKinds] as const;
export type VenueMark = (typeof venueMarks)[number];

type Marked = Pick<
  Venue,
  'stage' | 'items' | 'milestones' | 'organisationAcceptedOn' | 'financeAcceptedOn' | 'subsidyFen' | 'subsidyPaidFen'
>;
type Reported = Pick<Venue, 'items' | 'milestones' | AcceptedField>;

/** A difference of reports: of a milestone, a department’s acceptance or an item, the day said before (of `done-unreported` that of the report), the day that stands. */
export type Difference =
  | (DoneDifference & { step: MilestoneKey | AcceptedField })
  | { kind: 'item-emptied'; item: string };

/** How the reports of a venue differ, as it stands, in the order of its milestones and of the checklist's keys. */
export function differencesOf({ items, milestones, ...venue }: Reported, checklist: string[]): Difference[] {
  const former = milestones.find(({ key }) => key === 'acceptance')?.formerAccepted ?? {};
  return [
    ...milestones.flatMap((one) => doneDifferences(one).map((found): Difference => ({ ...found, step: one.key }))),
    ...acceptedFields.flatMap((field): Difference[] => {
      const [before, now] = [former[field], venue[field]];
      return before ? [{ kind: now === null ? 'done-emptied' : 'done-earlier', step: field, before, now }] : [];
    }),
    ...checklist.flatMap((item): Difference[] => (items[item] === null ? [{ kind: 'item-emptied', item }] : [])),
  ];
}

/** The items of a checklist a venue lacks; one not reported is not had. */
export const lackingOf = ({ items }: Pick<Venue, 'items'>, checklist: string[]): string[] =>
  checklist.filter((key) => items[key] !== true);

/** The marks of a venue by the checklist's keys. A part paid as the work went on is as it should be; all of it before both have accepted is not. */
export function marksOf(venue: Marked, checklist: string[]): VenueMark[] {
  const accepted = acceptanceOf(venue) === 'both';
  const lacks = lackingOf(venue, checklist).length > 0;
  const built = venue.stage === 'built' || venue.stage === 'accepted';
  return [
    ...(accepted && lacks ? (['accepted-items'] as const) : []),
    ...(!accepted && subsidyOf(venue) === 'paid' ? (['paid-early'] as const) : []),
    ...(!accepted && built && lacks ? (['built-items'] as const) : []),
    ...differenceKinds.filter((kind) => differencesOf(venue, checklist).some((one) => one.kind === kind)),
  ];
}

const needsReason = { confirmable: true, reasoned: true } as const;

/** 填报时询问 — what is asked of a venue as it is to stand on top of what stood, each at the field that makes it so; it is saved when somebody says why. */
export function venueQuestions(before: Markable | null, now: Markable, checklist: string[]): Fault[] {
  const stood = new Set(standingQuestions(before, checklist).map(({ field, code }) => `${field} ${code}`));
  const known = new Set(before ? differencesOf(before, checklist).map((one) => JSON.stringify(one)) : []);
  return [
    ...standingQuestions(now, checklist).filter(({ field, code }) => !stood.has(`${field} ${code}`)),
    ...differencesOf(now, checklist)
      .filter((one) => !known.has(JSON.stringify(one)))
      .map(differenceAsked),
  ];
}

/** `stage` null asks nothing. */
type Markable = Omit<Marked, 'stage'> & { stage: Venue['stage'] | null };

function standingQuestions(venue: Markable | null, checklist: string[]): Fault[] {
  if (venue === null || venue.stage === null) return [];
  const { stage, organisationAcceptedOn, financeAcceptedOn } = venue;
  const lacking = lackingOf(venue, checklist).length;
  const ask = (field: string, code: 'accepted-items' | 'built-items'): Fault => ({
    ...{ field, code, value: lacking, ...needsReason },
  });
  const marks = marksOf({ ...venue, stage }, checklist);
  const undated = organisationAcceptedOn === null && financeAcceptedOn === null;
  return [
    ...(marks.includes('accepted-items') && undated ? [ask('stage', 'accepted-items')] : []),
    ...(organisationAcceptedOn !== null && lacking > 0 ? [ask('organisationAcceptedOn', 'accepted-items')] : []),
    ...(financeAcceptedOn !== null && lacking > 0 ? [ask('financeAcceptedOn', 'accepted-items')] : []),
    ...(marks.includes('paid-early') ? [{ field: 'subsidyPaidFen', code: 'paid-early', ...needsReason } as const] : []),
    ...(marks.includes('built-items') ? [ask('stage', 'built-items')] : []),
  ];
}

function differenceAsked(one: Difference): Fault {
  if (one.kind === 'item-emptied') return { field: `items.${one.item}`, code: one.kind, ...needsReason };
  const { step } = one;
  const field = step === 'organisationAcceptedOn' || step === 'financeAcceptedOn' ? step : `milestones.${step}.doneOn`;
  return { field, code: one.kind, value: one.before, ...needsReason };
}
