import type { Store } from '../db/open.ts';
import type { FormFaulty, SavedMeanwhile } from '../form/form-answers.ts';
import { Refusal } from '../http/refusal.ts';
import { withDaysSaid } from '../words/day.message.ts';
import { fill } from '../words/fill.ts';
import { baseOf } from './base.ts';
import { faultTexts } from './faults.message.ts';
import type { Cell } from './proposal/rules.ts';
import { type Fault, mostReason, textFaults } from './rules.ts';
import { savedBy } from './save-once.ts';
import { changedFields, meet } from './three-way/rules.ts';

/** A record as it stands now, and who last saved it. */
export interface Standing<Values> {
  values: Values;
  /** `seq` of its newest version; null when there is none. */
  since: number | null;
}

/** What one person sends against it. */
export interface Sent<Values> {
  base: string;
  values: Values;
  before?: Values | undefined;
}

/**
 * 并发保存 — what a save comes to: the values as sent, when nobody saved meanwhile; with what others changed taken over, when they changed other
 * fields; refused `saved-meanwhile` when both changed one field. What the form began with is a former version whose hash is `base`, or what the
 * person says it was; where neither is known every field that differs is in conflict.
 */
export async function settle<Values extends object>(
  db: Pick<Store, 'db'>,
  standing: Standing<Values>,
  sent: Sent<Values>,
  formerly: () => Promise<Values[]>,
): Promise<{ values: Values; merged: string[] }> {
  const { values: theirs, since } = standing;
  if (baseOf(theirs) === sent.base) return { values: sent.values, merged: [] };
  const known =
    (await formerly()).find((values) => baseOf(values) === sent.base) ??
    (sent.before && baseOf(sent.before) === sent.base ? sent.before : undefined);
  const { merged, conflicts } = known
    ? meet(known, sent.values, theirs)
    : { merged: sent.values, conflicts: [...changedFields(sent.values, theirs).keys()].map((path) => ({ path })) };
  const changed = changedFields(known ?? sent.values, theirs);
  if (conflicts.length === 0) return { values: merged, merged: [...changed.keys()] };
  const saved = await savedBy(db, since);
  throw new Refusal(
    'saved-meanwhile',
    {},
    undefined,
    (): SavedMeanwhile => ({
      base: baseOf(theirs),
      theirs: Object.fromEntries(changed),
      conflicts: conflicts.map(({ path }) => path),
      savedBy: saved?.by ?? null,
      savedAt: saved?.at ?? null,
    }),
  );
}

/** What is wrong now and was not before, each once. */
export function freshFaults(faults: Fault[], before: Fault[]): Fault[] {
  const stood = new Set(before.map(({ field, code }) => `${field} ${code}`));
  const once = new Map(faults.map((fault) => [`${fault.field} ${fault.code}`, fault]));
  return [...once].flatMap(([key, fault]) => (stood.has(key) ? [] : [fault]));
}

interface FaultsGiven {
  before?: Fault[];
  confirm?: boolean | undefined;
  reason?: string | undefined;
}

/**
 * Refuses `form-faulty` where something is wrong that was not wrong before; what may be confirmed passes when it is, what needs a reason only with one.
 */
export function refuseFaults(faults: Fault[], given: FaultsGiven = {}): void {
  const { before = [], confirm = false, reason = '' } = given;
  const passes = ({ confirmable, reasoned }: Fault) =>
    confirm && confirmable === true && (reasoned !== true || reason.trim() !== '');
  const tooLong = textFaults('reason', reason, mostReason).map(
    ({ field }): Fault => ({ field, code: 'reason-needed' }),
  );
  const left = [...freshFaults(faults, before).filter((fault) => !passes(fault)), ...tooLong];
  if (left.length === 0) return;
  throw new Refusal(
    'form-faulty',
    { count: left.length },
    left[0]?.field,
    (lang): FormFaulty => ({
      faults: left.map(({ field, code, value = '', confirmable = false, reasoned = false }) => ({
        field,
        code,
        text: fill(faultTexts[code][lang], withDaysSaid({ value }, lang)),
        confirmable,
        reasoned,
      })),
    }),
  );
}

/** Refuses `field-not-allowed` where a field was changed that a person may neither set nor ask for. */
export function refuseForeign([first]: string[]): void {
  if (first !== undefined) throw new Refusal('field-not-allowed', {}, first);
}

/** The same where a field was changed that is not among the top fields a person may write. */
export function refuseForeignFields(before: object, now: object, writable: string[]): void {
  refuseForeign([...changedFields(before, now).keys()].filter((path) => !writable.includes(path.split('.')[0] ?? '')));
}

/** What a save says of the fields it only asks for. */
export const proposedOf = (cells: Cell[]): { proposed?: string[] } =>
  cells.length === 0 ? {} : { proposed: cells.map(({ path }) => path) };
