import type { HealthAnswer } from '../server/layer/answer.ts';
import type { LiveNotice, StageNotice } from '../server/live/answer.ts';
import { address, ask, Unreachable } from './api.ts';
import { pagePerson } from './page-person.ts';

/** What the line tells the page. */
export interface LiveEars {
  /** Something moved; the server's newest number, and what moved where that is known. */
  onNotice(notice: Pick<LiveNotice, 'seq' | 'places'> & Partial<Pick<LiveNotice, 'subjects'>>): void;
  /** A meeting went on. */
  onStage?(notice: StageNotice): void;
  /** When the server was last heard, while it is gone; null while it is there. */
  onState(goneAt: number | null): void;
  /** The server is there but takes no stream: the sign-in may have ended. */
  onRefused(): void;
}

/** 连接时限 — without a sign of life for so long the line is tried again; a hidden page lets go of it; longest wait before coming again. */
const limits = { silentMs: 40_000, hiddenMs: 60_000, refusedMs: 8_000, mostMs: 30_000 };

/** How long to wait before the n-th try: from a second, doubled each time, half of it by chance, so that not all come back at once. */
export function waitMs(tries: number, chance: number): number {
  return Math.min(limits.mostMs, 1000 * 2 ** tries) * (0.5 + chance / 2);
}

/**
 * 实时连线 — hears of changes as events, comes back by itself with the last event it had, and asks for the newest number now and then where no
 * stream is to be had. A page nobody looks at lets go of its stream, because a browser has only six connections to a server.
 */
export class LiveLine {
  readonly #ears: LiveEars;
  #stream: EventSource | null = null;
  #lastId: string | null = null;
  #heardAt = Date.now();
  #goneAt: number | null = null;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #hidden: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(ears: LiveEars) {
    this.#ears = ears;
    document.addEventListener('visibilitychange', this.#onVisibility);
    window.addEventListener('offline', this.#onLost);
    window.addEventListener('online', this.#connect);
    this.#connect();
  }

  close(): void {
    this.#closed = true;
    document.removeEventListener('visibilitychange', this.#onVisibility);
    window.removeEventListener('offline', this.#onLost);
    window.removeEventListener('online', this.#connect);
    this.#letGo();
    clearTimeout(this.#hidden);
  }

  #letGo(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#silence);
    this.#stream?.close();
    this.#stream = null;
  }

  readonly #connect = (): void => {
    this.#letGo();
    if (typeof EventSource === 'undefined') return void this.#askInstead();
    const stream = new EventSource(address('/api/live', { after: this.#lastId, as: pagePerson() }));
    this.#stream = stream;
    this.#watch();
    stream.addEventListener('error', this.#onLost);
    stream.addEventListener('beat', () => this.#alive());
    stream.addEventListener('meeting', (event: MessageEvent<string>) => {
      this.#alive();
      this.#ears.onStage?.(JSON.parse(event.data) as StageNotice);
    });
    for (const name of ['ready', 'change'])
      stream.addEventListener(name, (event: MessageEvent<string>) => {
        this.#lastId = event.lastEventId;
        this.#tries = 0;
        this.#alive();
        this.#ears.onNotice(JSON.parse(event.data) as LiveNotice);
      });
  };

  #alive(): void {
    this.#heardAt = Date.now();
    this.#watch();
    this.#setGone(null);
  }

  #watch(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(this.#onLost, limits.silentMs);
  }

  #setGone(at: number | null): void {
    if (this.#closed || at === this.#goneAt) return;
    this.#goneAt = at;
    this.#ears.onState(at);
  }

  readonly #onLost = (): void => {
    this.#letGo();
    void this.#askInstead();
  };

  /** Finds out whether the server is there, tells what is new, and comes again later. */
  async #askInstead(): Promise<void> {
    const tries = this.#tries++;
    let wait = waitMs(tries, Math.random());
    try {
      const { seq } = await ask<HealthAnswer>('/api/health', AbortSignal.timeout(limits.refusedMs));
      if (this.#closed) return;
      this.#heardAt = Date.now();
      this.#setGone(null);
      this.#ears.onNotice({ seq, places: [] });
      if (tries > 0) {
        this.#ears.onRefused();
        wait = Math.max(wait, limits.refusedMs);
      }
    } catch (problem) {
      if (problem instanceof Unreachable || problem instanceof DOMException) this.#setGone(this.#heardAt);
    }
    // Closed while the server was asked, it does not come again.
    if (this.#closed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#connect, wait);
  }

  readonly #onVisibility = (): void => {
    clearTimeout(this.#hidden);
    if (document.hidden) this.#hidden = setTimeout(() => this.#letGo(), limits.hiddenMs);
    else if (!this.#stream) this.#connect();
  };
}
