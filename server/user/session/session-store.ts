import type { Selectable } from 'kysely';
import type { SessionTable } from '../../db/account-schema.ts';
import type { Store } from '../../db/open.ts';
import { newToken, tokenHash } from '../token.ts';

/** 会话时限 — a sign-in ends after so long without a request, and in any case after so long. Milliseconds. */
export const sessionLimits = { idleMs: 8 * 3_600_000, absoluteMs: 7 * 86_400_000 };

/** Sign-ins of one account at once; with one more the one unused longest ends. */
export const mostSessions = 20;

interface Kept {
  accountId: string;
  createdAt: number;
  seenAt: number;
  /** What the table knows of `seenAt`. */
  writtenAt: number;
}

/** Called when sessions of an account end, so that open streams close: all of them, or one by its hash. */
export type EndListener = (accountId: string, hash: string | null) => void;

const endsAtOf = ({ seenAt, createdAt }: Kept): number =>
  Math.min(seenAt + sessionLimits.idleMs, createdAt + sessionLimits.absoluteMs);

/** How often at most a session's last use is written down. */
const writeEveryMs = 60_000;

/**
 * 会话 — signed-in browsers. The table holds SHA-256 of their ids; what is in use is kept in memory, so that a request costs neither a query
 * nor a write. One process serves a store, so what ends here has ended everywhere.
 */
export class Sessions {
  readonly #store: Store;
  readonly #kept = new Map<string, Kept>();
  /** Ended here, though the table may still hold them: its disk is full, or the row is being deleted. */
  readonly #ended = new Set<string>();
  /** How often sessions of several have ended: a row read before is not believed after. */
  #endings = 0;
  readonly #listeners = new Set<EndListener>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** A new session; its id is given once. */
  async open(accountId: string, from: { address: string; agent: string }): Promise<string> {
    const token = newToken();
    const now = Date.now();
    const at = new Date(now).toISOString();
    const hash = tokenHash(token);
    await this.#store.db
      .insertInto('session')
      .values({ tokenHash: hash, accountId, createdAt: at, seenAt: at, ...from, agent: from.agent.slice(0, 200) })
      .execute();
    this.#kept.set(hash, { accountId, createdAt: now, seenAt: now, writtenAt: now });
    const others = (await this.of(accountId)).filter(({ tokenHash: other }) => other !== hash);
    for (const { tokenHash: old } of others.slice(mostSessions - 1)) await this.end(old);
    return token;
  }

  /** The sessions of an account, the one used last first. */
  async of(accountId: string): Promise<Selectable<SessionTable>[]> {
    const rows = await this.#store.db.selectFrom('session').where('accountId', '=', accountId).selectAll().execute();
    return rows
      .filter(({ tokenHash: hash }) => !this.#ended.has(hash))
      .map((row) => {
        // What is in use here may be newer than its row by a minute.
        const kept = this.#kept.get(row.tokenHash);
        return kept ? { ...row, seenAt: new Date(kept.seenAt).toISOString() } : row;
      })
      .sort((a, b) => (a.seenAt < b.seenAt ? 1 : a.seenAt > b.seenAt ? -1 : a.createdAt < b.createdAt ? 1 : -1));
  }

  /** The account of a session still alive, and when it ends by itself; null for an unknown or ended one. */
  async find(token: string): Promise<{ accountId: string; hash: string; endsAt: number } | null> {
    const hash = tokenHash(token);
    const kept = this.#kept.get(hash) ?? (await this.#read(hash));
    if (!kept) return null;
    const now = Date.now();
    if (now > endsAtOf(kept)) {
      await this.end(hash).catch(() => undefined);
      return null;
    }
    kept.seenAt = now;
    if (now - kept.writtenAt > writeEveryMs) {
      kept.writtenAt = now;
      await this.#store.db
        .updateTable('session')
        .set({ seenAt: new Date(now).toISOString() })
        .where('tokenHash', '=', hash)
        .execute()
        .catch(() => undefined);
    }
    return { accountId: kept.accountId, hash, endsAt: endsAtOf(kept) };
  }

  /** Whether a session is alive, without keeping it so. */
  async isAlive(token: string): Promise<boolean> {
    const hash = tokenHash(token);
    const kept = this.#kept.get(hash) ?? (await this.#read(hash));
    return kept !== null && Date.now() <= endsAtOf(kept);
  }

  /** Ends one session, at once; the row goes with it. */
  async end(hash: string): Promise<void> {
    const accountId = this.#kept.get(hash)?.accountId;
    this.#ended.add(hash);
    this.#endings += 1;
    this.#kept.delete(hash);
    if (accountId !== undefined) this.#tell(accountId, hash);
    await this.#store.db.deleteFrom('session').where('tokenHash', '=', hash).execute();
    this.#ended.delete(hash);
  }

  /** Ends every session of an account, at once. */
  async endAll(accountId: string): Promise<void> {
    const ended = this.#drop(accountId);
    for (const hash of ended) this.#ended.add(hash);
    this.#tell(accountId, null);
    await this.#store.db.deleteFrom('session').where('accountId', '=', accountId).execute();
    // What was read from the table while it still stood there.
    this.#drop(accountId);
    for (const hash of ended) this.#ended.delete(hash);
  }

  /** Closes what is open for an account without ending its sessions: it sees something else from now on. */
  reopen(accountId: string): void {
    this.#tell(accountId, null);
  }

  /** Ends those over by time, in memory and in the table, so that their streams close without a request. */
  async sweep(now = Date.now()): Promise<void> {
    for (const [hash, kept] of this.#kept) if (now > endsAtOf(kept)) await this.end(hash);
    const before = (ms: number) => new Date(now - ms).toISOString();
    // What is in use here may be newer than its row by a minute.
    await this.#store.db
      .deleteFrom('session')
      .where((where) =>
        where.or([
          where('seenAt', '<', before(sessionLimits.idleMs + 2 * writeEveryMs)),
          where('createdAt', '<', before(sessionLimits.absoluteMs)),
        ]),
      )
      .execute();
  }

  /** None in use here was opened or used later than now. */
  noneAhead(now: number): void {
    for (const kept of this.#kept.values())
      for (const instant of ['createdAt', 'seenAt', 'writtenAt'] as const) kept[instant] = Math.min(kept[instant], now);
  }

  onEnd(listener: EndListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** How many sessions there are. */
  async count(): Promise<number> {
    const { count } = await this.#store.db
      .selectFrom('session')
      .select((select) => select.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  async #read(hash: string): Promise<Kept | null> {
    if (this.#ended.has(hash)) return null;
    const endings = this.#endings;
    const row = await this.#store.db.selectFrom('session').selectAll().where('tokenHash', '=', hash).executeTakeFirst();
    if (!row || this.#ended.has(hash)) return null;
    if (endings !== this.#endings) return this.#read(hash);
    const seenAt = Date.parse(row.seenAt);
    const kept = { accountId: row.accountId, createdAt: Date.parse(row.createdAt), seenAt, writtenAt: seenAt };
    this.#kept.set(hash, kept);
    return kept;
  }

  /** Nothing read before is believed: the store is another one. */
  forgetAll(): void {
    this.#endings += 1;
    this.#kept.clear();
  }

  #drop(accountId: string): string[] {
    this.#endings += 1;
    const hashes = [...this.#kept].filter(([, kept]) => kept.accountId === accountId).map(([hash]) => hash);
    for (const hash of hashes) this.#kept.delete(hash);
    return hashes;
  }

  #tell(accountId: string, hash: string | null): void {
    for (const listener of this.#listeners) listener(accountId, hash);
  }
}
