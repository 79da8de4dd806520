import type { Fault } from '../../save/rules.ts';
import { acceptanceOf, subsidyOf, type Venue } from '../rules.ts';

/** 核对标记 — what of a venue does not go together: accepted without all items, paid in full before acceptance, built without all items. */
export const venueMarks = ['accepted-items', 'paid-early', 'built-items'] as const;
export type VenueMark = (typeof venueMarks)[number];

type Marked = Pick<
  Venue,
  'stage' | 'items' | 'organisationAcceptedOn' | 'financeAcceptedOn' | 'subsidyFen' | 'subsidyPaidFen'
>;

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
  ];
}

/** Most characters of a reason. */
export const mostReason = 500;

/** 填报时询问 — what is asked of a venue as filled in, each at the field that makes it so; it is saved when somebody says why. `stage` null asks nothing. */
export function venueQuestions(
  venue: Omit<Marked, 'stage'> & { stage: Venue['stage'] | null },
  checklist: string[],
): Fault[] {
  const { stage, organisationAcceptedOn, financeAcceptedOn } = venue;
  if (stage === null) return [];
  const lacking = lackingOf(venue, checklist).length;
  const asked = { confirmable: true, reasoned: true } as const;
  const ask = (field: string, code: 'accepted-items' | 'built-items'): Fault => ({
    ...{ field, code, value: lacking, ...asked },
  });
  const marks = marksOf({ ...venue, stage }, checklist);
  return [
    ...(organisationAcceptedOn !== null && lacking > 0 ? [ask('organisationAcceptedOn', 'accepted-items')] : []),
    ...(financeAcceptedOn !== null && lacking > 0 ? [ask('financeAcceptedOn', 'accepted-items')] : []),
    ...(marks.includes('paid-early') ? [{ field: 'subsidyPaidFen', code: 'paid-early', ...asked } as const] : []),
    ...(marks.includes('built-items') ? [ask('stage', 'built-items')] : []),
  ];
}
