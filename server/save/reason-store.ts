import { inPlaces } from '../change/scope.ts';
import type { Transaction } from '../change/write.ts';
import type { Store } from '../db/open.ts';
import { type OwnedForm, ownedForms } from '../rights/field-rights/rules.ts';
import { isAbout, type View } from '../rights/view.ts';

/** 原因说明 — the reason last given for each thing asked about at a place, by form and what was asked. */
export async function readReasons(
  { db }: Pick<Store, 'db'>,
  view: View,
  areaId: string,
): Promise<Record<OwnedForm, Map<string, string>>> {
  const rows = await db
    .selectFrom('confirmation')
    .where(inPlaces('confirmation.areaId', view))
    .where('form', 'in', [...ownedForms.filter((form) => isAbout(view.user, form)), ''])
    .where('areaId', '=', areaId)
    .where('since', '<=', view.seq)
    .orderBy('since')
    .select(['form', 'codes', 'reason'])
    .execute();
  const reasons = { venue: new Map<string, string>(), organisation: new Map<string, string>() };
  for (const { form, codes, reason } of rows)
    for (const code of JSON.parse(codes) as string[])
      reasons[form === 'venue' ? form : 'organisation'].set(code, reason);
  return reasons;
}

/** 原因说明 as given: what was asked about, and why it is so. */
export interface GivenReason {
  codes: string[];
  text: string;
}

/** Keeps the reason given for what was written of a place's form under the change `since`, under the record's own id. */
export async function keepReason(
  tx: Transaction,
  form: OwnedForm,
  { areaId, since, reason }: { areaId: string; since: number; reason: GivenReason },
): Promise<void> {
  const { id } = await tx.db
    .selectFrom(form)
    .where('areaId', '=', areaId)
    .where('since', '=', since)
    .select('id')
    .executeTakeFirstOrThrow();
  await keepReasons(tx, form, [{ id, areaId, since, reason }]);
}

/** The same of many versions just written. */
export async function keepReasons(
  tx: Transaction,
  form: OwnedForm,
  given: { id: string; areaId: string; since: number; reason: GivenReason }[],
): Promise<void> {
  const rows = given.map(({ reason, ...version }) => ({
    ...{ ...version, form, codes: JSON.stringify([...new Set(reason.codes)]) },
    ...{ reason: reason.text.trim(), until: null },
  }));
  if (rows.length > 0) await tx.insertVersions('confirmation', rows);
}
