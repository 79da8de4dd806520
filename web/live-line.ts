import type { HealthAnswer } from '../server/http/health-schema.ts';
import type { DayNotice, LiveNotice, StageNotice } from '../server/live/answer.ts';

/** What the line tells the page. */
export interface LiveEars {
  /** Something moved; the server's newest number, and what moved where that is known. */
  onNotice(notice: Pick<LiveNotice, 'seq' | 'places'> & Partial<Pick<LiveNotice, 'subjects'>>): void;
  /** The county's day, as often as it is heard: midnight, and waking from a sleep, tell another. */
  onDay?(on: string): void;
  /** A meeting went on. */
  onStage?(notice: StageNotice): void;
  /** When the server was last heard, while it is gone; null while it is there. */
  onState(goneAt: number | null): void;
  /** The server is there but takes no stream: the sign-in may have ended. */
  onRefused(): void;
}

/** 连接时限 — without a sign of life for so long the line is tried again; longest wait before coming again. */
const limits = { silentMs: 40_000, refusedMs: 8_000, mostMs: 30_000 };

/** How long to wait before the n-th try: from a second, doubled each time, half of it by chance, so that not all come back at once. */
export function waitMs(tries: number, chance: number): number {
  return Math.min(limits.mostMs, 1000 * 2 ** tries) * (0.5 + chance / 2);
}

/**
 * 实时连线 — hears of changes as events, comes back by itself with the last event it had, and asks for the newest number now and then where no
 * stream is to be had. Knows no page: it runs in one, or for all pages of a browser in a worker.
 */
export class LiveLine {
  readonly #ears: LiveEars;
  readonly #person: string | null;
  #stream: EventSource | null = null;
  #lastId: string | null = null;
  #heardAt = Date.now();
  #goneAt: number | null = null;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  #resting = false;

  /** `person` says whose line it is; the server refuses it under anybody else's sign-in. */
  constructor(ears: LiveEars, person: string | null) {
    this.#ears = ears;
    this.#person = person;
    globalThis.addEventListener('offline', this.#onLost);
    globalThis.addEventListener('online', this.#connect);
    this.#connect();
  }

  close(): void {
    this.#closed = true;
    globalThis.removeEventListener('offline', this.#onLost);
    globalThis.removeEventListener('online', this.#connect);
    this.#letGo();
  }

  /** Lets go of the stream while nobody looks. */
  rest(): void {
    this.#resting = true;
    this.#letGo();
  }

  /** Takes the stream up again where it was let go of, with the last event it had. */
  wake(): void {
    this.#resting = false;
    if (!this.#stream) this.#connect();
  }

  #letGo(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#silence);
    this.#stream?.close();
    this.#stream = null;
  }

  readonly #connect = (): void => {
    this.#letGo();
    if (this.#closed || this.#resting) return;
    if (typeof EventSource === 'undefined') return void this.#askInstead();
    const parameters = Object.entries({ after: this.#lastId, as: this.#person }).filter((one) => one[1] !== null);
    const stream = new EventSource(`/api/live?${new URLSearchParams(parameters as [string, string][])}`);
    this.#stream = stream;
    this.#watch();
    stream.addEventListener('error', this.#onLost);
    stream.addEventListener('beat', (event: MessageEvent<string>) => {
      this.#alive();
      this.#ears.onDay?.((JSON.parse(event.data) as DayNotice).on);
    });
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
    const health = await askHealth();
    if (this.#closed) return;
    if (health === 'away') this.#setGone(this.#heardAt);
    if (typeof health === 'object') {
      this.#heardAt = Date.now();
      this.#setGone(null);
      this.#ears.onNotice({ seq: health.seq, places: [] });
      this.#ears.onDay?.(health.on);
      if (tries > 0) {
        this.#ears.onRefused();
        wait = Math.max(wait, limits.refusedMs);
      }
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#connect, wait);
  }
}

/** How the server is; `away` when no answer came, `unwell` when none that says it. */
async function askHealth(): Promise<HealthAnswer | 'away' | 'unwell'> {
  const answer = await fetch('/api/health', { signal: AbortSignal.timeout(limits.refusedMs) }).catch(() => null);
  if (!answer) return 'away';
  return answer.ok ? ((await answer.json().catch(() => 'unwell')) as HealthAnswer | 'unwell') : 'unwell';
}
