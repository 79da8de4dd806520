import { localDateOf } from '../calendar/local-day.ts';
import { type CommittedChange, onCommitted } from '../change/committed.ts';
import { knownUntil, placedOn, seen, viewAt } from '../change/view-at.ts';
import { clockOf, systemClock } from '../db/clock.ts';
import { epochOf, onNewEpoch } from '../db/epoch.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { reachOf } from '../rights/may-write.ts';
import { audienceKey, type LocalDate, type Viewer } from '../rights/view.ts';
import type { StageNotice } from './answer.ts';
import { frameOf, heartbeatFrame, retryFrame, stageFrame } from './frames.ts';
import { onStage } from './stage.ts';
import { LiveStream } from './stream.ts';
import { mayKnow, noticeOf, PlaceNumbers, type Touched, withPlaces } from './touched.ts';

/** 实时流上限 — streams at once, how long changes are gathered before they are sent, and how often a silent stream is kept open. */
export const liveLimits = { perOwner: 8, all: 2000, gatherMs: 120, heartbeatMs: 15_000 };

/** What a stream is opened with. */
export interface OpenGiven {
  viewer: Viewer;
  /** Account or screen. */
  owner: string;
  /** Hash of the session; null for a screen. */
  session: string | null;
  /** The id of the last event the reader has; null on a first visit. */
  lastId: string | null;
  /** Breaks the connection; null where there is none. */
  cut: (() => void) | null;
  /** Whether the sign-in still holds; asked with every heartbeat. */
  alive(): Promise<boolean>;
  /** What the owner sees by now, asked when places or visits changed; left out where it never changes. */
  again?: () => Promise<Viewer | null>;
}

/** A stream's reader and the newest `seq` it was sent. */
interface Listening extends OpenGiven {
  noticed: number;
}

/** Readers who see the same, and what they have not been sent yet. */
interface Audience {
  user: Viewer;
  streams: Map<LiveStream, Listening>;
  waiting: Touched[];
  timer: ReturnType<typeof setTimeout> | null;
}

/**
 * 实时通知 — tells everybody who listens that something in sight moved, and never what. Those who see the same hear the same bytes, worked
 * out once; a change somebody may not know of neither reaches that person nor delays or numbers what does.
 */
export class LiveHub {
  readonly #store: Store;
  readonly #gatherMs: number;
  readonly #numbers: PlaceNumbers;
  readonly #audiences = new Map<string, Audience>();
  readonly #owned = new Map<string, number>();
  readonly #stop: (() => void)[];
  readonly #beat: ReturnType<typeof setInterval>;
  #turn: Promise<unknown> = Promise.resolve();
  #count = 0;
  #closed = false;

  constructor(store: Store, { gatherMs = liveLimits.gatherMs } = {}) {
    this.#store = store;
    this.#gatherMs = gatherMs;
    this.#numbers = new PlaceNumbers(store);
    this.#stop = [
      onCommitted(store, (changes) => this.#heard(changes)),
      onNewEpoch(store, () => this.#lost(null)),
      onStage(store, (notice) => this.#walk(notice)),
    ];
    this.#beat = setInterval(() => void this.#keepOpen(), liveLimits.heartbeatMs);
    this.#beat.unref();
  }

  /** Streams open now. */
  get count(): number {
    return this.#count;
  }

  /** Opens a stream: it says where things stand, and that something changed if the reader has an older id. Refuses `streams-own` and `streams-full`. */
  async open(given: OpenGiven): Promise<LiveStream> {
    const { owner, viewer, lastId, cut } = given;
    const own = this.#owned.get(owner) ?? 0;
    if (this.#closed || this.#count >= liveLimits.all) throw new Refusal('streams-full');
    if (own >= liveLimits.perOwner) throw new Refusal('streams-own', { most: liveLimits.perOwner });
    const stream = new LiveStream(owner, { cut, ended: () => this.#forget(stream) });
    this.#count += 1;
    this.#owned.set(owner, own + 1);
    const listening = { ...given, noticed: 0 };
    this.#join(stream, listening);
    try {
      stream.send(retryFrame(Math.random()));
      const view = await viewAt(this.#store, viewer);
      listening.noticed = view.seq;
      const notice = { seq: view.shown, at: await knownUntil(this.#store, view), places: [], subjects: [] };
      const id = this.#idOf(view.mark);
      const older = lastId !== null && lastId !== id;
      stream.send(frameOf(older ? 'change' : 'ready', id, notice));
      stream.send(heartbeatFrame({ on: await this.#today() }));
    } catch (problem) {
      stream.close();
      throw problem;
    }
    return stream;
  }

  /** Closes what an account or screen has open: all of it, or that of one session. */
  end(owner: string, session: string | null): void {
    for (const [stream, given] of this.#streams())
      if (stream.owner === owner && (session === null || given.session === session)) stream.close();
  }

  /** Ends all streams and takes no more. */
  close(): void {
    this.#closed = true;
    for (const stop of this.#stop) stop();
    clearInterval(this.#beat);
    for (const [stream] of this.#streams()) stream.close();
  }

  #streams(): [LiveStream, OpenGiven][] {
    return [...this.#audiences.values()].flatMap(({ streams }) => [...streams]);
  }

  #join(stream: LiveStream, given: Listening): void {
    const key = audienceKey(given.viewer);
    const audience = this.#audiences.get(key) ?? { user: given.viewer, streams: new Map(), waiting: [], timer: null };
    audience.streams.set(stream, given);
    this.#audiences.set(key, audience);
  }

  #leave(stream: LiveStream): Listening | undefined {
    for (const [key, audience] of this.#audiences) {
      const given = audience.streams.get(stream);
      if (!given) continue;
      audience.streams.delete(stream);
      if (audience.streams.size > 0) return given;
      if (audience.timer) clearTimeout(audience.timer);
      this.#audiences.delete(key);
      return given;
    }
    return undefined;
  }

  #forget(stream: LiveStream): void {
    if (!this.#leave(stream)) return;
    this.#count -= 1;
    const left = (this.#owned.get(stream.owner) ?? 1) - 1;
    if (left > 0) this.#owned.set(stream.owner, left);
    else this.#owned.delete(stream.owner);
  }

  /** An account that was changed sees something else from now on: it comes again as what it is now. */
  #heard(changes: readonly CommittedChange[]): void {
    for (const { subject, subjectId } of changes) if (subject === 'account') this.end(subjectId, null);
    if (this.#count === 0) return;
    this.#turn = this.#turn
      .then(async () => {
        await this.#turnDay();
        this.#gather(await withPlaces(this.#store, changes));
      })
      .catch((problem: unknown) => this.#lost(problem));
  }

  /** A new day may have given villages to other towns. */
  async #turnDay(): Promise<void> {
    const today = (await clockOf(this.#store)).today();
    for (const audience of [...this.#audiences.values()]) {
      const { root } = audience.user;
      if (root === undefined || root.on === today) continue;
      await this.#lookAgain(audience);
      audience.user = await placedOn(this.#store, audience.user, today);
    }
  }

  #gather(touched: Touched[]): void {
    for (const audience of this.#audiences.values()) {
      const known = touched.filter((one) => mayKnow(audience.user, one));
      if (known.length === 0) continue;
      for (const one of known) audience.waiting.push(one);
      audience.timer ??= setTimeout(() => {
        this.#tell(audience).catch((problem: unknown) => this.#lost(problem));
      }, this.#gatherMs);
    }
  }

  async #tell(audience: Audience): Promise<void> {
    audience.timer = null;
    const touched = audience.waiting.splice(0);
    const last = touched.reduce((a, b) => (b.seq > a.seq ? b : a));
    const { shown, mark } = await seen(this.#store, audience.user, last, localDateOf(new Date(last.knownAt)));
    const notice = noticeOf(audience.user, touched);
    const places = await this.#numbers.of(notice.places);
    const frame = frameOf('change', this.#idOf(mark), {
      seq: shown,
      at: last.knownAt,
      places,
      subjects: notice.subjects,
    });
    for (const [stream, listening] of [...audience.streams]) {
      if (listening.noticed >= last.seq) continue;
      listening.noticed = last.seq;
      stream.send(frame);
    }
    if (touched.some(({ subject }) => subject === 'visit' || subject === 'area')) await this.#lookAgain(audience);
  }

  /** Where a meeting goes is sent at once to all who may follow it. */
  #walk(notice: StageNotice): void {
    const frame = stageFrame(notice);
    for (const { user, streams } of this.#audiences.values())
      if (reachOf(user, 'see-meetings') !== 'none') for (const stream of [...streams.keys()]) stream.send(frame);
  }

  /** New villages and new visits change what towns and inspectors see. */
  async #lookAgain({ streams }: Audience): Promise<void> {
    for (const [stream, { again, viewer }] of [...streams]) {
      const now = again ? await again() : viewer;
      if (now === null) stream.close();
      else if (audienceKey(now) !== audienceKey(viewer)) {
        const given = this.#leave(stream);
        if (given) this.#join(stream, { ...given, viewer: now });
      }
    }
  }

  /** The county's day; while the store does not answer, that of the machine. */
  async #today(): Promise<LocalDate> {
    return (await clockOf(this.#store).catch(() => systemClock)).today();
  }

  async #keepOpen(): Promise<void> {
    if (this.#count === 0) return;
    const heartbeat = heartbeatFrame({ on: await this.#today() });
    for (const [stream, { alive }] of this.#streams()) {
      stream.send(heartbeat);
      alive().then(
        (is) => is || stream.close(),
        () => stream.close(),
      );
    }
  }

  /** What a reader has when it comes back: the same number of another epoch is something else. */
  #idOf(mark: string): string {
    const { token } = epochOf(this.#store);
    return token === '0' ? mark : `${token}.${mark}`;
  }

  /** What could not be sent now is found by the readers when they come again. */
  #lost(problem: unknown): void {
    if (!this.#closed && problem !== null) console.error(problem);
    for (const [stream] of this.#streams()) stream.close();
  }
}
