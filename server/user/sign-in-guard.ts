/**
 * How many failures are free, how long the next wait of a pair or an address, doubling to the longest; failures of an account as a whole are
 * counted anew every `longestMs`. Milliseconds.
 */
export const guardLimits = { free: 5, freeOfAddress: 30, freeOfAccount: 20, firstMs: 30_000, longestMs: 15 * 60_000 };

interface Failures {
  count: number;
  firstAt: number;
  lastAt: number;
}

/**
 * 防暴力破解 — how long somebody must wait before the next try. Failures count for the pair of account and address, for the address, and for the
 * account as a whole. Where the account has signed in before only the pair counts, so that nobody can lock a leader out of his own desk from
 * elsewhere; elsewhere an account opens again at the latest a quarter of an hour after the first failure counted, whatever is tried meanwhile.
 */
export class SignInGuard {
  readonly #failures = new Map<string, Failures>();

  /** Milliseconds to wait; 0 for none. `known`: the account has signed in from this address before. */
  waitMs(login: string, address: string, known: boolean, now = Date.now()): number {
    const pair = this.#wait(`pair ${login} ${address}`, guardLimits.free, now);
    if (known) return pair;
    return Math.max(
      pair,
      this.#wait(`address ${address}`, guardLimits.freeOfAddress, now),
      this.#shutMs(`account ${login}`, now),
    );
  }

  failed(login: string, address: string, now = Date.now()): void {
    for (const key of keysOf(login, address)) {
      const before = this.#failures.get(key);
      const over = before !== undefined && this.#isOver(key, before, now);
      this.#failures.delete(key);
      this.#failures.set(
        key,
        before && !over ? { ...before, count: before.count + 1, lastAt: now } : { count: 1, firstAt: now, lastAt: now },
      );
    }
    while (this.#failures.size > 20_000) this.#failures.delete(this.#failures.keys().next().value ?? '');
  }

  /** Takes back the failure counted before the password was known to be right, and forgets those of the pair. */
  succeeded(login: string, address: string): void {
    const [pair, ...others] = keysOf(login, address);
    this.#failures.delete(pair);
    for (const key of others) {
      const found = this.#failures.get(key);
      if (found && found.count > 1) found.count -= 1;
      else this.#failures.delete(key);
    }
  }

  #isOver(key: string, { firstAt, lastAt }: Failures, now: number): boolean {
    return key.startsWith('account ')
      ? now - firstAt >= guardLimits.longestMs
      : now - lastAt > 4 * guardLimits.longestMs;
  }

  #wait(key: string, free: number, now: number): number {
    const found = this.#failures.get(key);
    if (!found || found.count < free) return 0;
    const lasting = Math.min(guardLimits.longestMs, guardLimits.firstMs * 2 ** Math.min(10, found.count - free));
    return Math.max(0, found.lastAt + lasting - now);
  }

  #shutMs(key: string, now: number): number {
    const found = this.#failures.get(key);
    if (!found || found.count < guardLimits.freeOfAccount) return 0;
    return Math.max(0, found.firstAt + guardLimits.longestMs - now);
  }
}

function keysOf(login: string, address: string): [string, string, string] {
  return [`pair ${login} ${address}`, `address ${address}`, `account ${login}`];
}
