import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type VersionedTable, versionKeys } from '../db/chain.ts';
import type { Tables } from '../db/schema.ts';
import type { Entry } from './entries.ts';

/** Every table, so that a backup does not ask which engine it came from. */
export const allTables = [
  'change',
  'sequence',
  'confirmedDay',
  'changeDay',
  'area',
  'areaShape',
  'mapEdition',
  'mapDay',
  'areaWithdrawal',
  'venue',
  'organisation',
  'visit',
  'visitPlace',
  'linkage',
  'responsibility',
  'person',
  'edition',
  'team',
  'routePlan',
  'task',
  'meeting',
  'meetingPosition',
  'savedView',
  'externalResult',
  'rankingSwitch',
  'proposal',
  'confirmation',
  'import',
  'setting',
  'account',
  'formerPassword',
  'session',
  'screenToken',
  'accountNotice',
  'knownDevice',
  'signInFailure',
  'auditEvent',
  'submission',
] as const satisfies (keyof Tables)[];

const rowsAtOnce = 5_000;
type Table = (typeof allTables)[number];
const isVersioned = (table: Table): table is Table & VersionedTable => table in versionKeys;

/**
 * Everything of a store in the order of its sequence: some thousand changes with the versions written under them, then the next, so that a reader
 * of it checks each change without keeping the others; then what is no version, then the files.
 */
export async function* entriesOf(db: Kysely<Tables>, dataDir: string): AsyncGenerator<Entry> {
  for (let after: number | null = null; ; ) {
    const to = await endOfSpan(db, after ?? 0);
    const span = { after, to };
    yield { name: 'tables/change', content: rowsOf(db, 'change', of('seq', span)) };
    for (const table of allTables.filter(isVersioned))
      yield { name: `tables/${table}`, content: rowsOf(db, table, of('since', span)) };
    if (to === null) break;
    after = to;
  }
  for (const table of allTables)
    if (table !== 'change' && !isVersioned(table))
      yield { name: `tables/${table}`, content: rowsOf(db, table, everything) };
  const folder = join(dataDir, 'files');
  // What a record names was on the disk before the record; what came later is kept too and does no harm.
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : [])
    if (/^[0-9a-f]{64}\.\w+$/.test(name))
      yield { name: `files/${name}`, content: [await readFile(join(folder, name))] };
}

/** The last of the next some thousand changes; null where these are the last. */
async function endOfSpan(db: Kysely<Tables>, after: number): Promise<number | null> {
  const found = await db
    .selectFrom('change')
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(1)
    .offset(rowsAtOnce)
    .select('seq')
    .executeTakeFirst();
  return found ? found.seq - 1 : null;
}

const everything = sql<boolean>`1 = 1`;
/** The first span and the last have no end outward, so that a version under no change there is comes along, too. */
function of(column: 'seq' | 'since', { after, to }: { after: number | null; to: number | null }): RawBuilder<boolean> {
  const at = sql.ref(column);
  return sql`${after === null ? everything : sql`${at} > ${after}`} and ${to === null ? everything : sql`${at} <= ${to}`}`;
}

/** The columns that name a row, so that pages neither miss nor repeat one. */
function keyOf(table: (typeof allTables)[number]): readonly string[] {
  if (isVersioned(table)) return ['since', ...versionKeys[table]];
  switch (table) {
    case 'change':
      return ['seq'];
    case 'changeDay':
      return ['day', 'team'];
    case 'sequence':
      return ['one'];
    case 'setting':
      return ['name'];
    case 'formerPassword':
      return ['accountId', 'at'];
    case 'session':
      return ['tokenHash'];
    case 'knownDevice':
      return ['tokenHash', 'accountId'];
    case 'signInFailure':
      return ['key'];
    case 'auditEvent':
      return ['number'];
    case 'meetingPosition':
      return ['meetingId'];
    default:
      return ['id'];
  }
}

/** Rows of a table page by page, each page after the last row of the one before. */
async function* rowsOf(db: Kysely<Tables>, table: Table, which: RawBuilder<boolean>): AsyncGenerator<Uint8Array> {
  const key = keyOf(table);
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let last: unknown[] | null = null;
  for (;;) {
    const after: RawBuilder<boolean> = last === null ? everything : sql`(${columns}) > (${sql.join(last)})`;
    // A select, not raw words: only those read the one state the backup is of.
    const rows: object[] = await db
      .selectFrom(table)
      .selectAll()
      .where(which)
      .where(after)
      .orderBy(columns)
      .limit(rowsAtOnce)
      .execute();
    if (rows.length > 0) yield Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    const end = rows.at(-1) as Record<string, unknown> | undefined;
    if (!end || rows.length < rowsAtOnce) return;
    last = key.map((column) => end[column]);
  }
}
