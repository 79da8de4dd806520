import type { Kysely } from 'kysely';
import { readTree, type TreePlace } from '../../change/place-tree.ts';
import { viewAt } from '../../change/view-at.ts';
import type { Transaction } from '../../change/write.ts';
import type { Store } from '../../db/open.ts';
import type { Tables } from '../../db/schema.ts';
import type { AreaChanged } from '../../form/form-answers.ts';
import { Refusal } from '../../http/refusal.ts';
import type { LocalDate, View, Viewer } from '../../rights/view.ts';
import { type Fault, textFaults } from '../../save/rules.ts';
import { saveOnce } from '../../save/save-once.ts';
import { refuseFaults } from '../../save/settle.ts';
import { readMapDays } from '../map-day-store.ts';
import { builtOn } from './area-built-on.ts';
import { DrawnTooEarly, placesSeq, whenDrawn } from './area-drawing.ts';
import { undrawnNote } from './area-notes.message.ts';
import { type RecordedAreaChange, readAreaChanges } from './area-record.ts';
import { type DrawnDay, redrawn } from './redraw.ts';

/** What of a change of places is taken back, why, and under which save. */
export interface AreaWithdrawal {
  id: string;
  reason: string;
}

/**
 * 撤销区划变更 — takes a change of places back, with a reason: names, codes, towns and maps are on every day as if it had not been; the history
 * keeps both. Refused `area-change-…` where something builds on it (area-built-on.ts).
 */
export async function withdrawAreaChange(
  store: Store,
  viewer: Viewer,
  seq: number,
  { id, reason }: AreaWithdrawal,
): Promise<AreaChanged> {
  return whenDrawn(async () => {
    const view = await viewAt(store, viewer);
    const maps = await mapsWithout(store, view, seq);
    return saveOnce(store, viewer, id, async (tx, today) => {
      if (maps && maps.seq !== (await placesSeq(tx.db))) throw new DrawnTooEarly();
      const change = await changeOf(tx.db, seq);
      const blocked = await builtOn(tx.db, change, today);
      if (blocked) throw new Refusal(blocked.code, blocked.values);
      refuseFaults(reasonFaults(reason));
      const { now, former } = change;
      const since = tx.change({ action: 'withdraw', subject: 'area', subjectId: now.id, placeId: now.id });
      await putBack(tx, change, since);
      if (maps) await putMaps(tx, maps, since);
      const taken = { id: String(seq), areaId: now.id, reason: reason.trim(), since, until: null };
      await tx.insertVersions('areaWithdrawal', [taken]);
      const { code, name, kind } = former ?? now;
      const place = { code, name, kind: kind === 'town' ? 'town' : 'village' } as const;
      return { seq: since, answer: { place, notes: maps?.undrawn ? [undrawnNote] : [] } };
    });
  });
}

const reasonFaults = (reason: string): Fault[] => textFaults('reason', reason.trim(), 500, true);

async function changeOf(db: Kysely<Tables>, seq: number): Promise<RecordedAreaChange> {
  const [change] = await readAreaChanges(db, { seq, most: 1 });
  if (!change) throw new Refusal('area-change-unknown');
  return change;
}

/** Every version the change took the place of holds again; what it began ends. */
async function putBack(tx: Transaction, { written }: RecordedAreaChange, since: number): Promise<void> {
  const before = written.flatMap(({ before }) => before ?? []);
  await tx.insertVersions(
    'area',
    before.map((row) => ({ ...row, since, until: null })),
  );
  for (const { row, before } of written) if (!before) await tx.endVersion('area', [row.id, row.fromOn], since);
}

interface Maps {
  /** `seq` of the places they were made from. */
  seq: number;
  put: DrawnDay[];
  /** Days that no longer have a map of their own. */
  end: LocalDate[];
  undrawn: boolean;
}

/**
 * The maps of the days from the change on without it; null where it drew none. Where nothing was drawn since, what stood before stands again, else
 * every later day on which places change is drawn anew.
 */
async function mapsWithout(store: Store, view: View, seq: number): Promise<Maps | null> {
  const [change] = await readAreaChanges(store.db, { seq, most: 1 });
  if (!change || change.withdrawn || change.kind === 'rename' || change.kind === 'split') return null;
  const known = { seq: await placesSeq(store.db), undrawn: false };
  const { held, before } = await readMapDays(store.db, { from: change.on, seq });
  if (held.every(({ since }) => since === seq)) {
    const put = before.filter(({ id }) => held.some((day) => day.id === id));
    return { ...known, put, end: held.flatMap(({ id }) => (put.some((day) => day.id === id) ? [] : [id])) };
  }
  const standing = await readTree(store.db);
  const tree = treeWithout(standing, change);
  const on = tree
    .flatMap(({ fromOn, toOn }) => [fromOn, toOn ?? ''])
    .filter((day) => day >= change.on)
    .sort()[0];
  const days = held.map(({ id }) => id);
  if (on === undefined) return { ...known, put: [], end: days };
  const build = { always: true, unlessApart: true };
  const { days: put } = await redrawn(store, view, { tree, on, joined: null, before: standing, build });
  const end = days.filter((id) => !put.some((day) => day.id === id));
  return { ...known, put, end, undrawn: put.length === 0 };
}

function treeWithout(tree: readonly TreePlace[], { written }: RecordedAreaChange): TreePlace[] {
  const gone = new Set(written.map(({ row: { id, fromOn } }) => `${id} ${fromOn}`));
  const back = written.flatMap(({ before }) => (before ? [{ ...before, into: null }] : []));
  return [...tree.filter(({ id, fromOn }) => !gone.has(`${id} ${fromOn}`)), ...back].sort((a, b) =>
    a.fromOn < b.fromOn ? -1 : a.fromOn > b.fromOn ? 1 : 0,
  );
}

async function putMaps(tx: Transaction, { put, end }: Maps, since: number): Promise<void> {
  if (put.length > 0)
    await tx.insertVersions(
      'mapDay',
      put.map((day) => ({ ...day, since, until: null })),
    );
  for (const id of end) await tx.endVersion('mapDay', [id], since);
}
