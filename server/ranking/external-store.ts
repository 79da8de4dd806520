import type { Selectable } from 'kysely';
import { heldAt, inPlaces } from '../change/scope.ts';
import type { Transaction } from '../change/write.ts';
import type { Store } from '../db/open.ts';
import type { ExternalResultTable } from '../db/ranking-schema.ts';
import type { View } from '../rights/view.ts';
import type { ExternalKind, ExternalLevel, ExternalValues } from './rules.ts';

type ExternalBody = Pick<ExternalValues, 'source' | 'document' | 'note' | 'rank' | 'of'>;

/** 上级结果 — one result given by city or province to a place. */
export interface External extends Omit<ExternalValues, 'place'> {
  id: string;
  areaId: string;
  since: number;
}

/** Results of places the user sees that were given by the view's day, the newest first. */
export async function readExternals({ db }: Pick<Store, 'db'>, view: View): Promise<External[]> {
  const rows = await db
    .selectFrom('externalResult')
    .where(heldAt('externalResult', view))
    .where(inPlaces('externalResult.areaId', view))
    .where('occurredOn', '<=', view.on)
    .orderBy('occurredOn', 'desc')
    .orderBy('id', 'desc')
    .selectAll()
    .execute();
  return rows.map(externalOf);
}

/** Every version of some results up to the view, the newest first, with when each became known. */
export async function readExternalVersions(
  { db }: Pick<Store, 'db'>,
  view: View,
  ids: string[],
): Promise<(External & { at: string })[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('externalResult')
    .innerJoin('change', 'change.seq', 'externalResult.since')
    .where('externalResult.id', 'in', ids)
    .where('externalResult.since', '<=', view.seq)
    .where(inPlaces('externalResult.areaId', view))
    .orderBy('externalResult.since', 'desc')
    .selectAll('externalResult')
    .select('change.knownAt as at')
    .execute();
  return rows.map(({ at, ...row }) => ({ ...externalOf(row), at }));
}

/** Every version of one result, the newest first; `held` the one that stands, null when there is none or it was withdrawn. */
export async function currentExternal(
  { db }: Pick<Store, 'db'>,
  id: string,
): Promise<{ held: External | null; versions: External[] }> {
  const rows = await db
    .selectFrom('externalResult')
    .where('id', '=', id)
    .orderBy('since', 'desc')
    .selectAll()
    .execute();
  const held = rows.find(({ until }) => until === null);
  return { held: held ? externalOf(held) : null, versions: rows.map(externalOf) };
}

function externalOf({ kind, level, body, until: _until, ...row }: Selectable<ExternalResultTable>): External {
  return {
    ...row,
    ...(JSON.parse(body) as ExternalBody),
    kind: kind as ExternalKind,
    level: level as ExternalLevel,
  };
}

/** Keeps a version of a result and gives its `seq`. */
export async function putExternal(
  tx: Transaction,
  { id, areaId, kind, level, occurredOn, source, document, note, rank, of }: Omit<External, 'since'>,
  action: 'record' | 'correct',
): Promise<number> {
  const since = tx.change({ action, subject: 'external', subjectId: id, placeId: areaId });
  const body = JSON.stringify({ source, document, note, rank, of } satisfies ExternalBody);
  await tx.insertVersions('externalResult', [{ id, areaId, kind, level, occurredOn, body, since, until: null }]);
  return since;
}
