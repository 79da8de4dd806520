/** 填写有误 — what is wrong with a field, by its path; the sentence to `code` is in faults.message.ts. */
export type Fault = {
  field: string;
  /** May be saved all the same when the person says so. */
  confirmable?: true;
  /** And says why: the reason is kept with the record. */
  reasoned?: true;
} & ({ code: UntellingCode; value?: never } | { code: TellingCode; value: string | number });

/** Faults whose sentence tells a day, a name or a number: one without it would be said with a hole. */
export const tellingCodes = [
  'placeholder-unknown',
  'placeholder-in-line',
  'placeholder-open',
  'too-long',
  'day-to-come',
  'day-past',
  'day-before',
  'day-after',
  'milestone-order',
  'code-taken',
  'name-taken',
  'change-pending',
  'number-out',
  'points-out',
  'limits-order',
  'hours-order',
  'hours-overlap',
  'outside-campaign',
  'other-century',
  'before-campaign',
  'trip-recorded',
  'trip-planned',
  'team-planned',
  'village-planned',
  'accepted-items',
  'built-items',
  'done-emptied',
  'done-earlier',
  'done-unreported',
] as const satisfies readonly FaultCode[];
type TellingCode = (typeof tellingCodes)[number];
/** Faults whose sentence is said as it stands. */
export type UntellingCode = Exclude<FaultCode, TellingCode>;

/** All that can be wrong with a form. */
export const faultCodes = [
  'placeholder-unknown',
  'placeholder-in-line',
  'placeholder-open',
  'missing',
  'too-long',
  'day-not-real',
  'day-to-come',
  'day-past',
  'day-before',
  'day-after',
  'milestone-order',
  'milestone-gap',
  'milestone-open',
  'stage-behind',
  'not-built',
  'accepted-undated',
  'money-malformed',
  'paid-above-due',
  'accepted-items',
  'paid-early',
  'built-items',
  'done-emptied',
  'done-earlier',
  'done-unreported',
  'item-emptied',
  'reason-needed',
  'item-unknown',
  'problems-open',
  'person-unknown',
  'phone-malformed',
  'function-unknown',
  'village-unknown',
  'other-century',
  'before-campaign',
  'trip-recorded',
  'trip-planned',
  'team-planned',
  'village-planned',
  'findings-early',
  'announced-already',
  'move-not-possible',
  'team-foreign',
  'code-taken',
  'name-taken',
  'change-pending',
  'places-apart',
  'code-malformed',
  'town-unknown',
  'same-place',
  'other-town',
  'nothing-changed',
  'key-twice',
  'number-out',
  'limits-order',
  'hours-order',
  'hours-overlap',
  'outside-campaign',
  'own-report',
  'points-out',
  'layer-unknown',
  'silent-counted',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** Whether a text is a calendar day that exists. */
export function isRealDay(day: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(day);
}

/** What is wrong with a day on which something was done: it must exist and not lie after `today`, nor before `from` where that is given. */
export function doneDayFaults(field: string, day: string | null, today: string, from: string | null = null): Fault[] {
  if (day === null) return [];
  if (!isRealDay(day)) return [{ field, code: 'day-not-real' }];
  if (day > today) return [{ field, code: 'day-to-come', value: today }];
  return from !== null && day < from ? [{ field, code: 'day-before', value: from }] : [];
}

/** What is wrong with a text: it may not be empty where it is needed, nor longer than `most` characters. */
export function textFaults(field: string, text: string | null, most: number, needed = false): Fault[] {
  if ((text ?? '').trim() === '') return needed ? [{ field, code: 'missing' }] : [];
  return (text ?? '').length > most ? [{ field, code: 'too-long', value: most }] : [];
}

/** Most characters of a reason. */
export const mostReason = 500;
