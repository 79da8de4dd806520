import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { recordEvent } from '../../change/audit-event.ts';
import { openSeq, viewAt } from '../../change/view-at.ts';
import { clockOf } from '../../db/clock.ts';
import { newId } from '../../db/id.ts';
import type { Store } from '../../db/open.ts';
import { Refusal } from '../../http/refusal.ts';
import { functionOf } from '../../person/exporter.ts';
import { instantText } from '../../words/phrase.message.ts';
import { paperKinds } from '../kinds.ts';
import type { Job, JobGiven } from './job.ts';
import { nextOf, queueLimits } from './rules.ts';
import { type PaperEnd, runPaper } from './run-paper.ts';

/** A job with its turn, for the choice of the next. */
type Kept = Job & { turn: number | null; timer: ReturnType<typeof setTimeout> | null };

/**
 * 导出队列 — papers made in the background, two at a time for the whole server and in turn between accounts. A paper made is kept for some minutes for
 * who asked for it; nothing of the queue outlives the server.
 */
export class PaperQueue {
  readonly #store: Store;
  readonly #folder: string;
  readonly #jobs = new Map<string, Kept>();
  readonly #work = new Set<Promise<void>>();
  #turns = 0;
  #closed = false;

  constructor(store: Store) {
    this.#store = store;
    this.#folder = join(store.dataDir, 'papers');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Puts a paper into the queue; the same id again is the same job. Refuses `papers-own`, `papers-full`, and an id of somebody else. */
  add(given: JobGiven): Job {
    const known = this.#jobs.get(given.id);
    if (known) return this.find(given.viewer.id, given.id);
    const open = [...this.#jobs.values()].filter(({ state }) => state === 'waiting' || state === 'running');
    if (this.#closed || open.length >= queueLimits.waiting) throw new Refusal('papers-full');
    if (open.filter(({ viewer }) => viewer.id === given.viewer.id).length >= queueLimits.perAccount)
      throw new Refusal('papers-own', { most: queueLimits.perAccount });
    const job: Kept = {
      ...given,
      ...{ state: 'waiting', version: 0, askedAt: new Date(), done: 0, of: 0, view: null, made: null, fault: null },
      ...{ stop: new AbortController(), turn: null, timer: null },
    };
    this.#jobs.set(job.id, job);
    this.#dropOldest(given.viewer.id);
    this.#next();
    return job;
  }

  /** The jobs of an account, newest first. */
  of(account: string): Job[] {
    return [...this.#jobs.values()].filter(({ viewer }) => viewer.id === account).reverse();
  }

  /** A job of an account; refuses `paper-unknown`, also for one of somebody else. */
  find(account: string, id: string): Job {
    const job = this.#jobs.get(id);
    if (job?.viewer.id !== account) throw new Refusal('paper-unknown');
    return job;
  }

  /** How many are before a job that waits. */
  before({ id }: Job): number {
    const waiting = [...this.#jobs.values()].filter(({ state }) => state === 'waiting');
    return Math.max(
      0,
      waiting.findIndex((one) => one.id === id),
    );
  }

  /** Ends a job and forgets it, whatever its state. */
  drop({ id }: Job): void {
    const job = this.#jobs.get(id);
    if (!job) return;
    this.#jobs.delete(id);
    if (job.timer) clearTimeout(job.timer);
    job.stop.abort();
    if (job.made) rmSync(job.made.file, { force: true });
  }

  /** Drops what an account asked for: all of it, or what one session did. */
  end(account: string, session: string | null): void {
    for (const job of this.of(account)) if (session === null || job.session === session) this.drop(job);
  }

  /** Ends everything and takes no more; done when no process is left. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const job of [...this.#jobs.values()]) this.drop(job);
    await Promise.all(this.#work);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #next(): void {
    const jobs = [...this.#jobs.values()];
    if (this.#closed || this.#work.size >= queueLimits.atOnce) return;
    const next = jobs[nextOf(jobs.map(({ viewer, state, turn }) => ({ account: viewer.id, state, turn }))) ?? -1];
    if (!next) return;
    next.state = 'running';
    next.turn = this.#turns++;
    next.version++;
    const work = this.#make(next)
      .catch((problem: unknown) => {
        if (!this.#closed) console.error(`paper ${next.id}`, problem);
        this.#failed(next, 'server-fault', { request: next.id.slice(0, 8) });
      })
      .finally(() => {
        this.#work.delete(work);
        this.#next();
      });
    this.#work.add(work);
    this.#next();
  }

  async #make(job: Kept): Promise<void> {
    const { viewer, lang, kind, asked, asOf, stop } = job;
    const view = await viewAt(this.#store, viewer, asOf);
    const now = (await clockOf(this.#store)).now();
    const by = await functionOf(this.#store, viewer, lang);
    if (stop.signal.aborted) return;
    job.view = view;
    job.version++;
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const to = join(this.#folder, newId());
    const { dataDir, databaseUrl, engine } = this.#store;
    const work = {
      place: { dataDir, databaseUrl },
      engine,
      kind,
      asked,
      view,
      lang,
      by,
      at: instantText(now)[lang],
      to,
    };
    const { end } = await runPaper(work, stop.signal, (done, of) => {
      Object.assign(job, { done, of });
      job.version++;
    });
    if (this.#jobs.get(job.id) !== job) rmSync(to, { force: true });
    else await this.#ended(job, { end, to, by });
  }

  async #ended(job: Kept, { end, to, by }: { end: PaperEnd; to: string; by: string }): Promise<void> {
    switch (end.said) {
      case 'stopped':
        return;
      case 'over-limit':
        return this.#failed(job, 'paper-too-large');
      case 'refused':
        return this.#failed(job, end.code, end.values, end.parameter);
      case 'failed':
        console.error(`paper ${job.id} ${job.kind}`, end.why);
        return this.#failed(job, 'server-fault', { request: job.id.slice(0, 8) });
      case 'made': {
        const seq = job.view ? await openSeq(this.#store, job.view) : 0;
        const detail = { kind: job.kind, file: paperKinds[job.kind].title.zh, by, seq, on: job.view?.on ?? '' };
        const { viewer, address } = job;
        const event = { actor: viewer.id, address, action: 'export-paper', subject: end.title, detail };
        // What could not be written down is not handed out.
        await recordEvent(this.#store, event).catch((problem: unknown) => {
          rmSync(to, { force: true });
          throw problem;
        });
        if (this.#jobs.get(job.id) !== job) return rmSync(to, { force: true });
        const until = new Date(Date.now() + queueLimits.keptMs);
        job.made = { title: end.title, file: to, bytes: end.bytes, until };
        job.done = job.of;
        this.#over(job, 'done');
      }
    }
  }

  #failed(job: Kept, code: NonNullable<Job['fault']>['code'], values = {}, parameter = ''): void {
    job.fault = { code, values, parameter };
    this.#over(job, 'failed');
  }

  #over(job: Kept, state: 'done' | 'failed'): void {
    job.state = state;
    job.version++;
    job.timer = setTimeout(() => this.drop(job), queueLimits.keptMs);
    job.timer.unref();
  }

  #dropOldest(account: string): void {
    const over = this.of(account).filter(({ state }) => state === 'done' || state === 'failed');
    for (const job of over.slice(queueLimits.keptPerAccount)) this.drop(job);
  }
}

const queues = new WeakMap<Store, PaperQueue>();

/** The one queue of a store. */
export function paperQueueOf(store: Store): PaperQueue {
  const known = queues.get(store);
  if (known) return known;
  const queue = new PaperQueue(store);
  queues.set(store, queue);
  return queue;
}
