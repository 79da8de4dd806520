import type { Kysely } from 'kysely';
import { clockOf } from '../db/clock.ts';
import type { Store } from '../db/open.ts';
import type { Tables } from '../db/schema.ts';
import type { LocalDate, Viewer } from '../rights/view.ts';
import {
  type AuditAsked,
  changesLookedFor,
  eventsLookedFor,
  type Looked,
  lookedFor,
  visibleChanges,
  visibleEvents,
} from './audit-filter.ts';

/** Where an entry stands in the log: newest first, of one instant changes before events. */
export interface Stands {
  at: string;
  chain: 'c' | 'e';
  number: number;
}

/** So many entries are looked at by one statement, and by one request, before the next has its turn. */
const rowsAtOnce = 10_000;
const windowsAtOnce = 20;

/**
 * Entries of the log older than one, newest first, at most `most`. `more` is where to go on from: after the last of them, or after what was looked at
 * where little was found in much; null where there is nothing older. However long the log, one call looks at no more than a part of it.
 */
export async function walkAudit(
  store: Store,
  viewer: Viewer,
  asked: AuditAsked,
  {
    from,
    most,
    windows = windowsAtOnce,
    rows = rowsAtOnce,
  }: {
    from: Stands | null;
    most: number;
    windows?: number;
    rows?: number;
  },
): Promise<{ entries: Stands[]; more: Stands | null }> {
  const { chains, looked } = await lookedFor(store.db, asked);
  const today = (await clockOf(store)).today();
  const given = { db: store.db, viewer, asked, looked, today };
  const walks = chains.map((chain) => new Walk(chain === 'c' ? changesIn : eventsIn, given, from));
  const entries: Stands[] = [];
  for (let left = windows; ; ) {
    const next = newest(walks.flatMap((walk) => walk.found.slice(0, 1)));
    // What another chain may still hold before it has to be looked for first.
    const unsure = walks.filter((walk) => walk.mayHold(next));
    if (next && unsure.length === 0) {
      if (entries.length === most) return { entries, more: entries.at(-1) ?? null };
      entries.push(next);
      for (const walk of walks) if (walk.found[0] === next) walk.found.shift();
      continue;
    }
    if (unsure.length === 0) return { entries, more: null };
    if (left <= 0) return { entries, more: newest(unsure.flatMap(({ reached }) => reached ?? [])) };
    left -= 1;
    // All of them, so that each round comes further whichever is behind.
    for (const walk of unsure) await walk.goOn({ limit: Math.min(most + 1, rows), rows });
    // Other requests have their turn between two windows.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const isBefore = (one: Stands, other: Stands): boolean =>
  one.at !== other.at
    ? one.at > other.at
    : one.chain !== other.chain
      ? one.chain < other.chain
      : one.number > other.number;

const newest = (those: Stands[]): Stands | null =>
  those.reduce<Stands | null>((first, one) => (first === null || isBefore(one, first) ? one : first), null);

interface Window {
  from: Stands | null;
  /** The last that is looked at; null: to the end. */
  to: Stands | null;
  limit: number;
}
interface Given {
  db: Kysely<Tables>;
  viewer: Viewer;
  asked: AuditAsked;
  looked: Looked;
  today: LocalDate;
}
/** How one chain is read: those looked for in a window, and where the window of so many ends. */
interface Reading {
  hasFilter(looked: Looked): boolean;
  read(given: Given, window: Window): Promise<Stands[]>;
  end(given: Given, from: Stands | null, rows: number): Promise<Stands | null>;
}

/** One chain, gone along window by window. */
class Walk {
  found: Stands[] = [];
  /** The last that was looked at; null at the beginning. */
  reached: Stands | null;
  readonly #reading: Reading;
  readonly #given: Given;
  #ended = false;

  constructor(reading: Reading, given: Given, from: Stands | null) {
    this.#reading = reading;
    this.#given = given;
    this.reached = from;
  }

  /** Whether something not found yet may stand before an entry, or at all. */
  mayHold(entry: Stands | null): boolean {
    if (this.#ended || this.found.length > 0) return false;
    return entry === null || this.reached === null || isBefore(this.reached, entry);
  }

  async goOn({ limit, rows }: { limit: number; rows: number }): Promise<void> {
    const reading = this.#reading;
    const from = this.reached;
    const to = reading.hasFilter(this.#given.looked) ? await reading.end(this.#given, from, rows) : null;
    this.found = await reading.read(this.#given, { from, to, limit });
    const last = this.found.length === limit ? this.found.at(-1) : to;
    if (last) this.reached = last;
    else this.#ended = true;
  }
}

const changesIn: Reading = {
  hasFilter: ({ actors, place, words }) => actors !== null || place !== null || words !== null,
  async read({ viewer, looked, ...given }, { to, from, limit }) {
    const rows = await changesAfter({ viewer, looked, ...given }, from)
      .where(changesLookedFor(viewer, looked))
      .where((where) =>
        to === null ? where.and([]) : where(where.refTuple('recordedAt', 'seq'), '>=', where.tuple(to.at, to.number)),
      )
      .limit(limit)
      .execute();
    return rows.map((row) => ({ ...row, chain: 'c' }));
  },
  async end(given, from, rows) {
    const row = await changesAfter(given, from)
      .limit(1)
      .offset(rows - 1)
      .executeTakeFirst();
    return row ? { ...row, chain: 'c' } : null;
  },
};

function changesAfter({ db, viewer, asked }: Given, from: Stands | null) {
  return db
    .selectFrom('change')
    .where(visibleChanges(viewer, asked))
    .where((where) => {
      if (from === null) return where.and([]);
      if (from.chain === 'e') return where('recordedAt', '<', from.at);
      return where(where.refTuple('recordedAt', 'seq'), '<', where.tuple(from.at, from.number));
    })
    .select(['recordedAt as at', 'seq as number'])
    .orderBy('recordedAt', 'desc')
    .orderBy('seq', 'desc');
}

const eventsIn: Reading = {
  hasFilter: ({ actors, actions, words }) => actors !== null || actions !== null || words !== null,
  async read({ looked, ...given }, { to, from, limit }) {
    const rows = await eventsAfter({ looked, ...given }, from)
      .where(eventsLookedFor(looked))
      .where((where) =>
        to === null ? where.and([]) : where(where.refTuple('at', 'number'), '>=', where.tuple(to.at, to.number)),
      )
      .limit(limit)
      .execute();
    return rows.map((row) => ({ ...row, chain: 'e' }));
  },
  async end(given, from, rows) {
    const row = await eventsAfter(given, from)
      .limit(1)
      .offset(rows - 1)
      .executeTakeFirst();
    return row ? { ...row, chain: 'e' } : null;
  },
};

function eventsAfter({ db, viewer, asked, today }: Given, from: Stands | null) {
  return db
    .selectFrom('auditEvent')
    .where(visibleEvents(viewer, asked, today))
    .where((where) => {
      if (from === null) return where.and([]);
      if (from.chain === 'c') return where('at', '<=', from.at);
      return where(where.refTuple('at', 'number'), '<', where.tuple(from.at, from.number));
    })
    .select(['at', 'number'])
    .orderBy('at', 'desc')
    .orderBy('number', 'desc');
}
