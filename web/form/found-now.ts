import { changedFields, type FormValues } from '../../server/save/leaves/rules.ts';
import type { Fault } from '../../server/save/rules.ts';

/**
 * 边填边查 — what the rules find wrong with a form as it is typed, by the same rules the server saves by: nothing that was wrong before anybody
 * typed, and of what is missing only in fields that were touched, since the others are still to be filled in.
 */
export function foundNow<Values extends FormValues>(
  check: (values: Values) => Fault[],
  known: Values,
  values: Values,
): Fault[] {
  const changed = changedFields(known, values);
  if (changed.length === 0) return [];
  const stood = new Set(check(known).map(({ field, code }) => `${field} ${code}`));
  const isChanged = (field: string) => changed.some((path) => field === path || field.startsWith(`${path}.`));
  return check(values).filter(
    ({ field, code }) => !stood.has(`${field} ${code}`) && (code !== 'missing' || isChanged(field)),
  );
}
