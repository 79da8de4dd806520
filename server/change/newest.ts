import type { Kysely } from 'kysely';
import { firstHash } from '../db/chain.ts';
import { openTeam, teamOf } from '../db/change-days.ts';
import { beginEpoch, type Epoch, epochOf } from '../db/epoch.ts';
import type { Store } from '../db/open.ts';
import type { Tables } from '../db/schema.ts';
import type { Viewer } from '../rights/view.ts';
import { visibleTeams } from './change-days.ts';
import { type CommittedChange, onCommitted } from './committed.ts';

/** Where the one sequence stands: the newest change, and the newest of each team's sealed ones and of those open to all. */
interface Newest {
  seq: number;
  hash: string;
  teams: Map<string, { seq: number; shown: number; changes: number }>;
  /** Sessions the database had given when this was last compared with it, and when that was on this process’s running clock. */
  sessions: number;
  comparedMs: number;
}

interface Held {
  newest: Newest | null;
  reading: Promise<Newest> | null;
  /** Commits heard of. */
  heard: number;
}

/** How long what is in memory is believed without having been compared with a database of its own. Milliseconds. */
const believedMs = 10_000;

const held = new WeakMap<Epoch, Held>();
const listening = new WeakSet<Store>();

/** The newest change a user may know of, and how many sealed ones are among those; nothing is asked of the store while this process hears of every commit. */
export async function newestKnown(
  store: Store,
  viewer: Viewer,
): Promise<{ seq: number; shown: number; sealedChanges: number }> {
  const { teams } = await newestOf(store);
  const visible = visibleTeams(viewer) ?? [...teams.keys()];
  const newest = { seq: 0, shown: 0, sealedChanges: 0 };
  for (const team of visible) {
    const known = teams.get(team);
    if (!known) continue;
    if (known.seq > newest.seq) Object.assign(newest, { seq: known.seq, shown: known.shown });
    if (team !== openTeam) newest.sealedChanges += known.changes;
  }
  return newest;
}

async function newestOf(store: Store): Promise<Newest> {
  const known = await heldOrRead(store);
  const believed =
    store.sessions === undefined ||
    (store.sessions() === known.sessions && performance.now() - known.comparedMs < believedMs);
  if (believed) return known;
  await compareNewest(store);
  return heldOrRead(store);
}

/**
 * Compares what this process holds to be the newest change with the database. Where the database no longer has that change, by its hash, what was
 * read before is of another course: a new epoch begins.
 */
async function compareNewest(store: Store): Promise<void> {
  const slot = held.get(epochOf(store));
  const known = slot?.newest;
  if (!slot || !known) return;
  const { seq, hash } = known;
  const sessions = store.sessions?.() ?? 0;
  if ((await hashAt(store.db, seq)) !== hash) return slot === held.get(epochOf(store)) ? beginEpoch(store) : undefined;
  const last = (await store.db.selectFrom('sequence').select('last').executeTakeFirst())?.last ?? 0;
  Object.assign(known, { sessions, comparedMs: performance.now() });
  // Another process went on with the same course.
  if (last > known.seq) slot.newest = null;
}

/** Tells a write what it goes on from; where that is not what this process holds to be the newest, a new epoch begins. */
export function goesOnFrom(store: Store, before: { seq: number; hash: string }): void {
  const known = held.get(epochOf(store))?.newest;
  if (known && before.seq <= known.seq && before.hash !== known.hash) beginEpoch(store);
}

function heldOrRead(store: Store): Newest | Promise<Newest> {
  const epoch = epochOf(store);
  const slot = held.get(epoch) ?? { newest: null, reading: null, heard: 0 };
  held.set(epoch, slot);
  if (slot.newest) return slot.newest;
  if (!listening.has(store)) {
    listening.add(store);
    onCommitted(store, (changes) => hear(store, changes));
  }
  slot.reading ??= readUntilStill(store, slot).finally(() => {
    slot.reading = null;
  });
  return slot.reading;
}

/** A commit heard of meanwhile may be in what was read or not: it is read again. */
async function readUntilStill(store: Store, slot: Held): Promise<Newest> {
  for (;;) {
    const { heard } = slot;
    const newest = await read(store);
    if (slot.heard !== heard) continue;
    slot.newest = newest;
    return newest;
  }
}

async function read(store: Store): Promise<Newest> {
  const sessions = store.sessions?.() ?? 0;
  const rows = await store.db
    .selectFrom('changeDay')
    .select((select) => [
      'team',
      select.fn.max('lastSeq').as('seq'),
      select.fn.max('lastShown').as('shown'),
      select.fn.sum<number>('changes').as('changes'),
    ])
    .groupBy('team')
    .execute();
  const teams = new Map(
    rows.map(({ team, seq, shown, changes }) => [
      team,
      { seq: Number(seq), shown: Number(shown), changes: Number(changes) },
    ]),
  );
  const seq = Math.max(0, ...[...teams.values()].map((one) => one.seq));
  return { seq, hash: await hashAt(store.db, seq), teams, sessions, comparedMs: performance.now() };
}

async function hashAt(db: Kysely<Tables>, seq: number): Promise<string> {
  return (await db.selectFrom('change').select('hash').where('seq', '=', seq).executeTakeFirst())?.hash ?? firstHash;
}

/** What was committed is known at once; after a gap the sequence is read again. */
function hear(store: Store, changes: readonly CommittedChange[]): void {
  const slot = held.get(epochOf(store));
  if (!slot) return;
  slot.heard += 1;
  const known = slot.newest;
  const last = changes.at(-1);
  if (!known || !last) return;
  if (changes[0]?.seq !== known.seq + 1) {
    slot.newest = null;
    return;
  }
  for (const { seq, shown, sealed } of changes) {
    const team = teamOf(sealed);
    known.teams.set(team, { seq, shown, changes: (known.teams.get(team)?.changes ?? 0) + 1 });
  }
  Object.assign(known, { seq: last.seq, hash: last.hash });
}
