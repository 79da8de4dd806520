import type { Context } from 'hono';
import { recordEvent } from '../change/audit-event.ts';
import type { Store } from '../db/open.ts';
import { addressOf } from '../http/address.ts';
import { Refusal, refusals } from '../http/refusal.ts';

const windowMs = 10 * 60_000;
const mostAnAddress = 20;
const mostInAll = 200;
/** Recorded by sign-in itself, or no refusal of anything that was reached for. */
const unnoted = new Set(['sign-in-wrong', 'password-change-needed']);

interface Repeated {
  actor: string | null;
  address: string;
  subject: string;
  code: string;
  times: number;
}

/**
 * 拒绝记录 — who was turned away (401, 403). The first of its kind is written at once; its repeats within ten minutes are counted and written as one,
 * and a flood beyond twenty kinds of an address, or two hundred in all, as one number: it cannot fill the disk.
 */
export class RefusalLog {
  readonly #store: Store;
  readonly #repeated = new Map<string, Repeated>();
  readonly #ofAddress = new Map<string, number>();
  #more = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Notes what a request is answered with; what is no 401 or 403 is passed over. */
  note(c: Context, problem: unknown): void {
    if (!(problem instanceof Refusal) || unnoted.has(problem.code)) return;
    const status = refusals[problem.code];
    if (status !== 401 && status !== 403) return;
    const actor = c.get('viewer')?.id ?? null;
    const address = addressOf(c);
    const subject = `${c.req.method} ${c.req.path.slice(0, 120)}`;
    const key = status === 401 ? `${address} ${problem.code}` : `${actor} ${address} ${problem.code} ${subject}`;
    this.#timer ??= setTimeout(() => this.end(), windowMs).unref();
    const known = this.#repeated.get(key);
    if (known) known.times++;
    else if ((this.#ofAddress.get(address) ?? 0) >= mostAnAddress || this.#repeated.size >= mostInAll) this.#more++;
    else {
      this.#ofAddress.set(address, (this.#ofAddress.get(address) ?? 0) + 1);
      this.#repeated.set(key, { actor, address, subject, code: problem.code, times: 0 });
      this.#write({ actor, address, subject, code: problem.code, times: 1 });
    }
  }

  /** Ends the ten minutes: writes what was counted. */
  end(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    for (const one of this.#repeated.values()) if (one.times > 0) this.#write(one);
    if (this.#more > 0)
      this.#append({ actor: null, address: '', action: 'refused-more', subject: '', detail: { times: this.#more } });
    this.#repeated.clear();
    this.#ofAddress.clear();
    this.#more = 0;
  }

  #write({ code, times, ...event }: Repeated): void {
    this.#append({ ...event, action: 'refused', detail: { code, times } });
  }

  /** A store that takes nothing (full, closing) does not change the answer. */
  #append(event: Parameters<typeof recordEvent>[1]): void {
    recordEvent(this.#store, event).catch((problem) => console.error('refusal not recorded', problem));
  }
}
