import type { Insertable, Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { chainHash, changeText, firstHash, type VersionedTable, versionKeys, versionText } from '../db/chain.ts';
import { countChanges } from '../db/change-days.ts';
import { type Clock, forgetClock } from '../db/clock.ts';
import type { Store } from '../db/open.ts';
import type { ChangeTable, Tables } from '../db/schema.ts';
import { setsClock } from '../db/setting.ts';
import { isBusy } from '../db/sqlite/sqlite-fault.ts';
import { faultOf, isFoundDamaged, noteFault, wroteWell } from '../db/store-state.ts';
import { Refusal } from '../http/refusal.ts';
import { knownSince } from './clock.rules.ts';
import { refuseWrongClock } from './clock-watch.ts';
import { type CommittedChange, tellCommitted } from './committed.ts';
import { goesOnFrom } from './newest.ts';

// of itself; `at` is when the county knew it, now when left out. */
interface ChangeGiven {
  action: string;
  subject: string;
  subjectId: string;
  placeId: string | null;
  at?: string;
  /** File it came from. */
  source?: string | null;
  /** The team of an unannounced plan; null where everybody in scope may know of it. */
  sealed?: string | null;
}

/** One write under way. Its changes take their numbers when they are named and are stored with the last of it. */
export interface Transaction {
  db: Kysely<Tables>;
  clock: Clock;
  /** Appends a change and gives its `seq`. */
  change(given: ChangeGiven): number;
  /** Stores versions; each ends the version of its record that held before. */
  insertVersions<T extends VersionedTable>(table: T, rows: Insertable<Tables[T]>[]): Promise<void>;
  /** Ends a record that no longer holds, from `seq` on; `key` are the values of the columns that name it. */
  endVersion(table: VersionedTable, key: string[], seq: number): Promise<void>;
}

/** Who writes, for the change rows, and the clock the write goes by. */
export interface Writer {
  actor: string;
  importId?: string | null;
  clock: Clock;
  /** The write by which the day of the clock is confirmed: it alone is not refused for the clock. */
  confirmsDay?: boolean;
}

const attempts = 5;

/**
 * Runs one write: the records and their change rows in one transaction, or nothing. The sequence is a row locked by the writer, so
 * numbers have no gaps and readers never see a later one before an earlier. A write the engine turned away because of another
 * (busy, serialization, deadlock) has left nothing and is done again, so `work` may run more than once.
 */
export async function write<Result>(
  store: Store,
  writer: Writer,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    if (isFoundDamaged(store)) throw new Refusal('store-damaged');
    if (store.mayWrite?.() === false) throw new Refusal('store-taken');
    try {
      const result = await writeOnce(store, writer, work);
      wroteWell(store);
      return result;
    } catch (problem) {
      if (problem instanceof Refusal) throw problem;
      const state = noteFault(store, problem);
      if (state !== null) throw new Refusal(`store-${state}`);
      if (attempt === attempts || !isTurnedAway(problem)) throw problem;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt));
    }
  }
}

/** SQLITE_BUSY and its kinds; PostgreSQL: serialization_failure, deadlock_detected. */
function isTurnedAway(problem: unknown): boolean {
  if (isBusy(problem)) return true;
  return problem instanceof Error && 'code' in problem && (problem.code === '40001' || problem.code === '40P01');
}

async function writeOnce<Result>(
  store: Store,
  writer: Writer,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  let committing = false;
  const done = store.db.transaction().execute(async (db) => {
    committing = false;
    await store.fence?.(db);
    const { last } = await db
      .updateTable('sequence')
      .set((set) => ({ last: set.ref('last') }))
      .returning('last')
      .executeTakeFirstOrThrow();
    const before = await lastChange(db, last);
    goesOnFrom(store, before);
    if (!writer.confirmsDay) await refuseWrongClock(store, db, writer.clock, last === 0 ? null : before);
    const under = new WriteUnderWay(db, writer, before);
    const result = await work(under);
    await under.store();
    committing = true;
    return { result, changes: under.changes(), setsClock: setsClock(db) };
  });
  const written = await done.catch((problem: unknown) => {
    // Cut off between the commit sent and its answer: it may have been kept.
    if (!committing || faultOf(problem) !== 'away') throw problem;
    noteFault(store, problem);
    throw new Refusal('outcome-unknown');
  });
  if (written.setsClock) forgetClock(store);
  tellCommitted(store, written.changes);
  return written.result;
}

type Last = Pick<ChangeTable, 'seq' | 'knownAt' | 'recordedAt' | 'shown' | 'hash'>;

async function lastChange(db: Kysely<Tables>, seq: number): Promise<Last> {
  const found = await db
    .selectFrom('change')
    .select(['seq', 'knownAt', 'recordedAt', 'shown', 'hash'])
    .where('seq', '=', seq)
    .executeTakeFirst();
  return found ?? { seq, knownAt: '', recordedAt: '', shown: 0, hash: firstHash };
}

class WriteUnderWay implements Transaction {
  readonly db: Kysely<Tables>;
  readonly clock: Clock;
  readonly #writer: Writer;
  readonly #recordedAt = new Date().toISOString();
  readonly #before: Last;
  readonly #texts = new Map<number, string[]>();
  #last: number;
  #lastAt: string;
  #lastShown: number;
  #changes: Omit<ChangeTable, 'hash'>[] = [];
  #stored: CommittedChange[] = [];

  constructor(db: Kysely<Tables>, writer: Writer, before: Last) {
    this.db = db;
    this.clock = writer.clock;
    this.#writer = writer;
    this.#before = before;
    this.#last = before.seq;
    this.#lastAt = before.knownAt;
    this.#lastShown = before.shown;
  }

  change({ at, sealed = null, ...given }: ChangeGiven): number {
    const now = this.clock.now().toISOString();
    this.#lastAt = knownSince(at ?? now, { before: this.#lastAt, now });
    this.#last += 1;
    if (sealed === null) this.#lastShown += 1;
    this.#changes.push({
      seq: this.#last,
      at: this.#lastAt,
      knownAt: this.#lastAt,
      recordedAt: this.#recordedAt,
      actor: this.#writer.actor,
      importId: this.#writer.importId ?? null,
      source: null,
      ...given,
      sealed,
      shown: this.#lastShown,
    });
    return this.#last;
  }

  async insertVersions<T extends VersionedTable>(table: T, rows: Insertable<Tables[T]>[]): Promise<void> {
    for (const row of rows) this.#keepText(table, row);
    await insertMany(this.db, table, rows);
    await endReplaced(this.db, table, rows);
  }

  async endVersion(table: VersionedTable, key: string[], seq: number): Promise<void> {
    const named = sql.join(
      versionKeys[table].map((column, at) => sql`${sql.ref(column)} = ${key[at]}`),
      sql` and `,
    );
    await sql`update ${sql.table(table)} set until = ${seq} where ${named} and until is null`.execute(this.db);
  }

  /** What the write says of itself once it is stored. */
  changes(): readonly CommittedChange[] {
    return this.#stored;
  }

  /** Stores the changes and moves the sequence; the last thing in the transaction. */
  async store(): Promise<void> {
    if (this.#changes.length === 0) return;
    let { hash } = this.#before;
    this.#stored = this.#changes.map((change) => {
      hash = chainHash(hash, changeText(change), this.#texts.get(change.seq) ?? []);
      return { ...change, hash };
    });
    await insertMany(this.db, 'change', this.#stored);
    await countChanges(this.db, this.#stored);
    await this.db.updateTable('sequence').set({ last: this.#last }).execute();
  }

  #keepText(table: VersionedTable, row: object & { since?: unknown }): void {
    const since = Number(row.since);
    const known = this.#texts.get(since);
    if (known) known.push(versionText(table, row));
    else this.#texts.set(since, [versionText(table, row)]);
  }
}

/** Versions looked at by one statement. */
const rowsAtOnce = 2_000;

/** Inserts rows in portions that both engines take (PostgreSQL: 65,535 parameters, SQLite: 32,766). */
async function insertMany<T extends keyof Tables>(
  db: Kysely<Tables>,
  table: T,
  rows: Insertable<Tables[T]>[],
): Promise<void> {
  const portion = Math.max(1, Math.floor(20_000 / Math.max(1, Object.keys(rows[0] ?? {}).length)));
  for (let from = 0; from < rows.length; from += portion)
    await db
      .insertInto(table)
      .values(rows.slice(from, from + portion))
      .execute();
}

/**
 * Of each record just written, every version but the newest ends where the next begins. Looked at are those just written and the one before them:
 * neither records that were not touched nor how long the history of these is.
 */
async function endReplaced(db: Kysely<Tables>, table: VersionedTable, rows: readonly object[]): Promise<void> {
  const own = sql.table(table);
  const keys = versionKeys[table];
  const written = rows.map((row) => {
    const { since, ...said } = row as { since: number } & Record<string, unknown>;
    return sql`(${sql.join(keys.map((key) => said[key]))}, cast(${Number(since)} as integer))`;
  });
  const named = keys.map((_, at) => sql.raw(`given.column${at + 1}`));
  const sinceGiven = sql.raw(`given.column${keys.length + 1}`);
  const sameAs = (version: string, those: RawBuilder<unknown>[]) =>
    sql.join(
      keys.map((key, at) => sql`${sql.ref(`${version}.${key}`)} = ${those[at]}`),
      sql` and `,
    );
  const ofOwn = keys.map((key) => sql`${own}.${sql.ref(key)}`);
  const later = sql`from ${own} as later where ${sameAs('later', ofOwn)} and later.since > ${own}.since`;
  for (let from = 0; from < written.length; from += rowsAtOnce) {
    const given = sql`(values ${sql.join(written.slice(from, from + rowsAtOnce))}) as given`;
    const before = sql`(select max(earlier.since) from ${own} as earlier
      where ${sameAs('earlier', named)} and earlier.since < ${sinceGiven})`;
    // The plus keeps SQLite from going through all that holds by the index of `until`.
    await sql`update ${own} set until = (select min(later.since) ${later})
      where since in (select ${sinceGiven} from ${given} union all select ${before} from ${given})
      and +until is null and exists (select 1 ${later})`.execute(db);
  }
}
