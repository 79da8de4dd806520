import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

/** The hash before the first row of a chain. */
export const firstHash = '0'.repeat(64);

/** A row as text, the same whatever the order of its columns; what is not there is null. */
export function rowText(row: object): string {
  const sorted = Object.entries(row)
    .map(([column, value]) => [column, value ?? null] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(sorted);
}

/** 防篡改链 — the next hash: over the one before, the row, and the texts of what was written with it, in any order. */
export function chainHash(before: string, row: string, texts: string[]): string {
  const hash = createHash('sha256').update(before).update('\n').update(row);
  for (const text of texts.toSorted()) hash.update('\n').update(text);
  return hash.digest('hex');
}

/** Tables whose rows are versions, with the columns that name the record. */
export const versionKeys = {
  area: ['id', 'fromOn'],
  areaShape: ['id'],
  mapEdition: ['id'],
  mapDay: ['id'],
  areaWithdrawal: ['id'],
  venue: ['id'],
  organisation: ['id'],
  visit: ['id'],
  visitPlace: ['visitId', 'areaId'],
  linkage: ['id'],
  responsibility: ['id'],
  edition: ['kind', 'fromOn'],
  team: ['id'],
  routePlan: ['id'],
  task: ['id'],
  meeting: ['id'],
  savedView: ['id'],
  externalResult: ['id'],
  rankingSwitch: ['id'],
  proposal: ['id'],
  confirmation: ['id'],
  confirmedDay: ['id'],
} as const;
export type VersionedTable = keyof typeof versionKeys;

/** A change as the chain holds it: not its hash, nor since when it counts as known, which a later change may put right. */
export function changeText(row: object): string {
  const { hash: _hash, knownAt: _known, ...said } = row as { hash?: string; knownAt?: string };
  return rowText(said);
}

/** A version as the chain holds it: its table and columns, but not when it ended, which later changes decide. */
export function versionText(table: VersionedTable, row: object): string {
  const { until: _until, ...said } = row as { until?: number | null };
  return `${table} ${rowText(said)}`;
}

/** Of every change, the texts of the versions written under it; `tables` are those there were, all when left out. */
export async function versionTexts(
  db: Kysely<Tables>,
  tables = Object.keys(versionKeys) as VersionedTable[],
): Promise<Map<number, string[]>> {
  const texts = new Map<number, string[]>();
  for (const table of tables) {
    const rows = (await db.selectFrom(table).selectAll().execute()) as { since: number }[];
    for (const row of rows) {
      const known = texts.get(row.since);
      if (known) known.push(versionText(table, row));
      else texts.set(row.since, [versionText(table, row)]);
    }
  }
  return texts;
}
