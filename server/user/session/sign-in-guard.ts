import type { Store } from '../../db/open.ts';

/**
 * How many failures are free, how long the next wait of a pair, a device or an address, doubling to the longest; failures of an account as a whole
 * are counted anew every `longestMs`, and those of strangers everywhere slow strangers down beyond `freeOfAll`. Milliseconds.
 */
export const guardLimits = {
  ...{ free: 5, freeOfAddress: 30, freeOfAccount: 20, freeOfAll: 100 },
  ...{ firstMs: 30_000, longestMs: 15 * 60_000, slowestMs: 3_000 },
};

/** Who tries: `device` is the hash of a browser's cookie by which the account signed in before; `known`: it signed in from this address before. */
export interface Try {
  login: string;
  address: string;
  device: string | null;
  known: boolean;
}

/** All instants are of the guard's own clock. */
interface Failures {
  count: number;
  /** No try before. */
  openAt: number;
  /** The count begins anew after. */
  windowEnd: number;
  /** Forgotten after. */
  keptUntil: number;
}

/** Milliseconds since something that does not move when the machine's clock is put right. */
const steady = () => performance.now();
const everybody = 'all';
const keyOf = { pair: 'pair', device: 'device', address: 'address', account: 'account' } as const;

/**
 * 防暴力破解 — how long somebody must wait before the next try. Failures count for the device the account is known to sign in from, and then for nothing
 * else; else for the pair of account and address, for the address, and for the account as a whole. A known device is never held up by what is tried
 * elsewhere, whatever address is claimed there; from a known address only the pair counts; elsewhere an account opens again at the latest a quarter
 * of an hour after the first failure counted. What is left of a wait is kept in the store, so that a restart neither ends nor lengthens it; the
 * machine's clock is not asked.
 */
export class SignInGuard {
  readonly #now: () => number;
  readonly #failures = new Map<string, Failures>();
  readonly #changed = new Set<string>();
  #ready: Promise<void> = Promise.resolve();

  constructor(now: () => number = steady) {
    this.#now = now;
  }

  /** Milliseconds to wait; 0 for none. */
  waitMs(tried: Try): number {
    const { login, address, device, known } = tried;
    if (device !== null) return this.#wait(`${keyOf.device} ${login} ${device}`, guardLimits.free);
    const pair = this.#wait(`${keyOf.pair} ${login} ${address}`, guardLimits.free);
    if (known) return pair;
    return Math.max(
      pair,
      this.#wait(`${keyOf.address} ${address}`, guardLimits.freeOfAddress),
      this.#wait(`${keyOf.account} ${login}`, guardLimits.freeOfAccount),
    );
  }

  /** Milliseconds an answer to a stranger is held back while many strangers fail; nobody is locked out by it. */
  slowMs({ device, known }: Try): number {
    if (device !== null || known) return 0;
    const found = this.#of(everybody);
    return Math.min(guardLimits.slowestMs, Math.max(0, (found?.count ?? 0) - guardLimits.freeOfAll) * 10);
  }

  failed(tried: Try): void {
    const now = this.#now();
    for (const key of keysOf(tried)) {
      const before = this.#of(key);
      const count = (before?.count ?? 0) + 1;
      const windowEnd = before?.windowEnd ?? now + guardLimits.longestMs;
      const ofWindow = isOfWindow(key);
      this.#failures.delete(key);
      this.#failures.set(key, {
        ...{ count, windowEnd },
        openAt: ofWindow ? windowEnd : now + waitAfter(key, count),
        keptUntil: ofWindow ? windowEnd : now + 4 * guardLimits.longestMs,
      });
      this.#changed.add(key);
    }
    while (this.#failures.size > 20_000) this.#forget(this.#failures.keys().next().value ?? '');
  }

  /** Takes back the failure counted before the password was known to be right, and forgets those of the pair or the device. */
  succeeded(tried: Try): void {
    const [own, ...others] = keysOf(tried);
    if (own) this.#forget(own);
    for (const key of others) {
      const found = this.#failures.get(key);
      if (found && found.count > 1) found.count -= 1;
      else this.#failures.delete(key);
      this.#changed.add(key);
    }
  }

  /** Lifts what is locked of an account: everywhere, whatever device or address it was. */
  lift(login: string): void {
    const of = [keyOf.pair, keyOf.device, keyOf.account].map((kind) => `${kind} ${login.toLowerCase()}`);
    for (const key of [...this.#failures.keys()])
      if (of.some((begin) => key === begin || key.startsWith(`${begin} `))) this.#forget(key);
  }

  /** Whether anything is waiting, so that what remains of it has to be written down from time to time. */
  isHolding(): boolean {
    const now = this.#now();
    return this.#changed.size > 0 || [...this.#failures.values()].some(({ openAt }) => openAt > now);
  }

  /** Writes down what changed, and what remains of every wait. */
  async keep({ db }: Store): Promise<void> {
    const now = this.#now();
    const left = (at: number) => Math.max(0, Math.round(at - now));
    const held = [...this.#failures].filter(([key, { openAt }]) => this.#changed.has(key) || openAt > now);
    const gone = [...this.#changed].filter((key) => !this.#failures.has(key));
    this.#changed.clear();
    const rows = held.map(([key, { count, openAt, windowEnd, keptUntil }]) => ({
      ...{ key: key.slice(0, 200), count, waitMs: left(openAt), windowMs: left(windowEnd), keptMs: left(keptUntil) },
    }));
    for (let at = 0; at < gone.length; at += 500)
      await db
        .deleteFrom('signInFailure')
        .where('key', 'in', gone.slice(at, at + 500))
        .execute();
    for (let at = 0; at < rows.length; at += 100)
      await db
        .insertInto('signInFailure')
        .values(rows.slice(at, at + 100))
        .onConflict((same) =>
          same.column('key').doUpdateSet((row) => ({
            count: row.ref('excluded.count'),
            waitMs: row.ref('excluded.waitMs'),
            windowMs: row.ref('excluded.windowMs'),
            keptMs: row.ref('excluded.keptMs'),
          })),
        )
        .execute();
  }

  /** Takes up where the last server left off; what it had not written down for `keptMs` is forgotten. */
  takeUp(store: Store): Promise<void> {
    this.#ready = this.#takeUp(store).catch(() => undefined);
    return this.#ready;
  }

  /** Done when what the last server left is taken up. */
  ready(): Promise<void> {
    return this.#ready;
  }

  async #takeUp({ db }: Store): Promise<void> {
    const now = this.#now();
    for (const { key, count, waitMs, windowMs, keptMs } of await db.selectFrom('signInFailure').selectAll().execute()) {
      const [wait, window, kept] = [waitMs, windowMs, keptMs].map(Number);
      if (!kept || this.#failures.has(key)) continue;
      this.#failures.set(key, {
        count: Number(count),
        ...{ openAt: now + (wait ?? 0), windowEnd: now + (window ?? 0), keptUntil: now + kept },
      });
    }
  }

  #wait(key: string, free: number): number {
    const found = this.#of(key);
    if (!found || found.count < free) return 0;
    return Math.max(0, found.openAt - this.#now());
  }

  #of(key: string): Failures | undefined {
    const found = this.#failures.get(key);
    if (!found || found.keptUntil > this.#now()) return found;
    this.#forget(key);
    return undefined;
  }

  #forget(key: string): void {
    this.#failures.delete(key);
    this.#changed.add(key);
  }
}

/** Counted anew by the window, not by the last failure: whatever is tried meanwhile, it opens when the window ends. */
const isOfWindow = (key: string): boolean => key === everybody || key.startsWith(`${keyOf.account} `);

function waitAfter(key: string, count: number): number {
  const free = key.startsWith(`${keyOf.address} `) ? guardLimits.freeOfAddress : guardLimits.free;
  if (count < free) return 0;
  return Math.min(guardLimits.longestMs, guardLimits.firstMs * 2 ** Math.min(10, count - free));
}

/** What a try counts for, its own key first. */
function keysOf({ login, address, device }: Try): string[] {
  if (device !== null) return [`${keyOf.device} ${login} ${device}`];
  return [`${keyOf.pair} ${login} ${address}`, `${keyOf.address} ${address}`, `${keyOf.account} ${login}`, everybody];
}
