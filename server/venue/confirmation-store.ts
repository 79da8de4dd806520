import { about, inPlaces } from '../change/scope.ts';
import type { Transaction } from '../change/write.ts';
import type { Store } from '../db/open.ts';
import type { View } from '../rights/view.ts';

/** 原因说明 — the reason last given for each thing asked about at a place's venue, by what was asked. */
export async function readReasons({ db }: Pick<Store, 'db'>, view: View, areaId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('confirmation')
    .where(inPlaces('confirmation.areaId', view))
    .where(about('venue', view.user))
    .where('areaId', '=', areaId)
    .where('since', '<=', view.seq)
    .orderBy('since')
    .select(['codes', 'reason'])
    .execute();
  return new Map(
    rows.flatMap(({ codes, reason }) => (JSON.parse(codes) as string[]).map((code) => [code, reason] as const)),
  );
}

/** 原因说明 as given: what was asked about, and why it is so. */
export interface GivenReason {
  codes: string[];
  text: string;
}

/** Keeps the reason given for what was written of a place's venue under the change `since`, under the venue's own id. */
export async function keepReason(
  tx: Transaction,
  { areaId, since, reason }: { areaId: string; since: number; reason: GivenReason },
): Promise<void> {
  const { id } = await tx.db
    .selectFrom('venue')
    .where('areaId', '=', areaId)
    .where('since', '=', since)
    .select('id')
    .executeTakeFirstOrThrow();
  await keepReasons(tx, [{ id, areaId, since, reason }]);
}

/** The same of many versions of venues just written. */
export async function keepReasons(
  tx: Transaction,
  given: { id: string; areaId: string; since: number; reason: GivenReason }[],
): Promise<void> {
  const rows = given.map(({ reason, ...version }) => ({
    ...{ ...version, form: 'venue', codes: JSON.stringify([...new Set(reason.codes)]) },
    ...{ reason: reason.text.trim(), until: null },
  }));
  if (rows.length > 0) await tx.insertVersions('confirmation', rows);
}
