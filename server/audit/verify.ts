import { type Kysely, sql } from 'kysely';
import {
  chainHash,
  changeText,
  firstHash,
  rowText,
  type VersionedTable,
  versionKeys,
  versionText,
} from '../db/chain.ts';
import type { Tables } from '../db/schema.ts';

/** The first thing that is not as it was written: which row of which record of changes, and what is wrong with it. */
export interface Break {
  in: 'change' | 'auditEvent';
  number: number;
  /** Altered: the row or what was written under it. Missing: the number is not there. Orphan: written under a number that is not there. Ended: a version ends where nothing ended it. */
  fault: 'altered' | 'missing' | 'orphan' | 'ended';
}

/** What a check found: how many rows were read, and the first break of each chain in their order; none when both are whole. */
export interface Verified {
  changes: number;
  events: number;
  breaks: Break[];
}

/**
 * 校验 — recomputes both chains from their first row: every change with the versions written under it, every event of the security log. A row changed,
 * taken out or put in afterwards breaks the chain from there on. `db` must see one state of the store throughout; rows are read page by page, so that
 * many years need no more memory than one.
 */
export async function verifyChains(db: Kysely<Tables>): Promise<Verified> {
  const sequence = await db.selectFrom('sequence').select('last').executeTakeFirst();
  const changes = await walkChanges(db);
  const events = await walkEvents(db);
  const { counted } = changes;
  const broken =
    changes.broken ??
    afterLast(counted, sequence?.last ?? 0) ??
    (await orphan(db, counted)) ??
    (await wronglyEnded(db, counted));
  return {
    changes: counted,
    events: events.counted,
    breaks: [
      ...(broken ? [{ in: 'change' as const, ...broken }] : []),
      ...(events.broken ? [{ in: 'auditEvent' as const, ...events.broken }] : []),
    ],
  };
}

type Found = Omit<Break, 'in'>;
interface Walked {
  counted: number;
  broken: Found | null;
}

const rowsAtOnce = 2_000;
const tables = Object.keys(versionKeys) as VersionedTable[];

/** Goes along the changes in their order, each with the versions written under it. */
async function walkChanges(db: Kysely<Tables>): Promise<Walked> {
  const confirmed = await confirmedDays(db);
  const chain = new Chain();
  let known: Found | null = null;
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('change')
      .selectAll()
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(rowsAtOnce)
      .execute();
    const last = rows.at(-1)?.seq;
    if (last === undefined) return { counted: chain.counted, broken: chain.broken ?? known };
    const texts = await textsBetween(db, after, last);
    for (const row of rows) {
      chain.link({ number: row.seq, hash: row.hash, text: changeText(row), with: texts.get(row.seq) ?? [] });
      // Since when it counts as known is no part of the hash: it must be what the change says, or what a confirmed day says of it.
      if (row.knownAt !== (confirmed.get(row.seq) ?? row.at)) known ??= { number: row.seq, fault: 'altered' };
    }
    after = last;
  }
}

async function walkEvents(db: Kysely<Tables>): Promise<Walked> {
  const chain = new Chain();
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('auditEvent')
      .selectAll()
      .where('number', '>', after)
      .orderBy('number')
      .limit(rowsAtOnce)
      .execute();
    for (const { hash, ...row } of rows) chain.link({ number: row.number, hash, text: rowText(row), with: [] });
    const last = rows.at(-1)?.number;
    if (last === undefined) return chain;
    after = last;
  }
}

/** A chain as far as it was gone along, and its first break. */
class Chain implements Walked {
  counted = 0;
  broken: Found | null = null;
  #before = firstHash;

  link(row: { number: number; hash: string; text: string; with: string[] }): void {
    this.counted += 1;
    if (this.broken) return;
    if (row.number !== this.counted) this.broken = { number: this.counted, fault: 'missing' };
    else {
      this.#before = chainHash(this.#before, row.text, row.with);
      if (this.#before !== row.hash) this.broken = { number: row.number, fault: 'altered' };
    }
  }
}

/** Of the changes after one up to another, the texts of the versions written under each. */
async function textsBetween(db: Kysely<Tables>, after: number, upTo: number): Promise<Map<number, string[]>> {
  const texts = new Map<number, string[]>();
  for (const table of tables) {
    const rows = (await db
      .selectFrom(table)
      .selectAll()
      .where('since', '>', after)
      .where('since', '<=', upTo)
      .execute()) as { since: number }[];
    for (const row of rows) {
      const known = texts.get(row.since);
      if (known) known.push(versionText(table, row));
      else texts.set(row.since, [versionText(table, row)]);
    }
  }
  return texts;
}

async function confirmedDays(db: Kysely<Tables>): Promise<Map<number, string>> {
  const rows = await db.selectFrom('confirmedDay').where('until', 'is', null).select(['id', 'at']).execute();
  return new Map(rows.map(({ id, at }) => [Number(id), at]));
}

const afterLast = (last: number, counted: number): Found | null =>
  last === counted ? null : { number: Math.min(last, counted) + 1, fault: 'missing' };

/** The first version written under a number there is not. */
async function orphan(db: Kysely<Tables>, changes: number): Promise<Found | null> {
  let first: number | null = null;
  for (const table of tables) {
    const found = await db
      .selectFrom(table)
      .where((where) => where.or([where('since', '<', 1), where('since', '>', changes)]))
      .select('since')
      .orderBy('since')
      .limit(1)
      .executeTakeFirst();
    if (found && (first === null || found.since < first)) first = found.since;
  }
  return first === null ? null : { number: first, fault: 'orphan' };
}

/** When a version ended is no part of the hash: it must end where its record's next begins, or before it at a number there is. */
async function wronglyEnded(db: Kysely<Tables>, changes: number): Promise<Found | null> {
  let first: number | null = null;
  for (const table of tables) {
    const own = sql.table(table);
    const same = sql.join(
      versionKeys[table].map((key) => sql`later.${sql.ref(key)} = ${own}.${sql.ref(key)}`),
      sql` and `,
    );
    const next = sql`(select min(later.since) from ${own} as later where ${same} and later.since > ${own}.since)`;
    // A select, not raw words: only those read the one state that is checked.
    const found = await db
      .selectFrom(table)
      .select((select) => select.fn.min('since').as('since'))
      .where(
        sql<boolean>`(until is null and ${next} is not null)
          or (until is not null and (until < since or until > coalesce(${next}, ${changes})))`,
      )
      .executeTakeFirst();
    const since = found?.since ?? null;
    if (since !== null && (first === null || since < first)) first = since;
  }
  return first === null ? null : { number: first, fault: 'ended' };
}
