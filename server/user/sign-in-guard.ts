/** How many failures are free, how long the next wait, doubling to the longest. Milliseconds. */
export const guardLimits = { free: 5, freeOfAddress: 30, freeOfAccount: 20, firstMs: 30_000, longestMs: 15 * 60_000 };

interface Failures {
  count: number;
  lastAt: number;
}

/**
 * 防暴力破解 — how long somebody must wait before the next try. Failures count for the pair of account and address, for the address, and for the
 * account as a whole; the last does not hold up an address from which the account has signed in before, so that nobody can lock a leader out
 * of his own desk. No wait is longer than a quarter of an hour.
 */
export class SignInGuard {
  readonly #failures = new Map<string, Failures>();

  /** Milliseconds to wait; 0 for none. */
  waitMs(login: string, address: string, known: boolean, now = Date.now()): number {
    return Math.max(
      this.#wait(`pair ${login} ${address}`, guardLimits.free, now),
      this.#wait(`address ${address}`, guardLimits.freeOfAddress, now),
      known ? 0 : this.#wait(`account ${login}`, guardLimits.freeOfAccount, now),
    );
  }

  failed(login: string, address: string, now = Date.now()): void {
    for (const key of [`pair ${login} ${address}`, `address ${address}`, `account ${login}`]) {
      const before = this.#failures.get(key);
      const stale = before !== undefined && now - before.lastAt > 4 * guardLimits.longestMs;
      this.#failures.delete(key);
      this.#failures.set(key, { count: stale ? 1 : (before?.count ?? 0) + 1, lastAt: now });
    }
    while (this.#failures.size > 20_000) this.#failures.delete(this.#failures.keys().next().value ?? '');
  }

  succeeded(login: string, address: string): void {
    this.#failures.delete(`pair ${login} ${address}`);
  }

  #wait(key: string, free: number, now: number): number {
    const found = this.#failures.get(key);
    if (!found || found.count < free) return 0;
    const lasting = Math.min(guardLimits.longestMs, guardLimits.firstMs * 2 ** Math.min(10, found.count - free));
    return Math.max(0, found.lastAt + lasting - now);
  }
}
