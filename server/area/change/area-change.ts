import type { Kysely } from 'kysely';
import { townStem, villageStem } from '../../../geodata/area/suffix.zh.ts';
import { readTree, type TreePlace } from '../../change/place-tree.ts';
import { viewAt } from '../../change/view-at.ts';
import type { Store } from '../../db/open.ts';
import type { Tables } from '../../db/schema.ts';
import type { AreaChange, AreaChanged } from '../../form/form-answers.ts';
import type { LocalDate, View, Viewer } from '../../rights/view.ts';
import type { Fault } from '../../save/rules.ts';
import { saveOnce } from '../../save/save-once.ts';
import { refuseFaults } from '../../save/settle.ts';
import { placeOfCode } from '../form-place.ts';
import { areaChangeFaults, type Concerned } from '../rules.ts';
import { DrawnTooEarly, placesSeq, whenDrawn } from './area-drawing.ts';
import { areaNotes, undrawnNote } from './area-notes.message.ts';
import { areaActions } from './area-record.ts';
import { type PlaceThen, type Version, versionsOf } from './area-versions.ts';
import { type Redrawing, redrawn } from './redraw.ts';

/**
 * 区划变更 — renames a town or village, merges a village into another of its town, splits a new one off, or gives it to another town, from the day
 * `on`. What stood before stays as it was up to that day; a map is drawn for the day where shapes change. One change.
 */
export async function changeAreas(store: Store, viewer: Viewer, change: AreaChange): Promise<AreaChanged> {
  return whenDrawn(async () => {
    const view = await viewAt(store, viewer);
    const drawn = await drawingOf(store, view, change);
    return saveOnce(store, viewer, change.id, async (tx) => {
      if (drawn && drawn.seq !== (await placesSeq(tx.db))) throw new DrawnTooEarly();
      const concerned = await concernedBy(tx.db, view, change);
      refuseFaults([...areaChangeFaults(change, concerned), ...apartFaults(drawn)], change);
      const { action, now, versions } = await versionsOf(tx.db, change, concerned);
      const seq = tx.change({ action, subject: 'area', subjectId: now.id, placeId: now.id });
      const kept = { since: seq, until: null };
      await tx.insertVersions(
        'area',
        versions.map((version) => ({ ...version, ...kept })),
      );
      const days = drawn?.days ?? [];
      if (days.length > 0)
        await tx.insertVersions(
          'mapDay',
          days.map((day) => ({ ...day, ...kept })),
        );
      const notes = drawn && days.length === 0 ? [undrawnNote] : [];
      const { code, name, kind } = now;
      const named = { code, name, kind: kind === 'town' ? 'town' : 'village' } as const;
      return { seq, answer: { place: named, notes: [...notes, ...areaNotes[change.kind]] } };
    });
  });
}

interface Drawing extends Redrawing {
  /** `seq` of the places it was drawn from. */
  seq: number;
}

/** The map of a merge or a move, drawn before anything is written; null where no shape changes, or something is wrong. */
async function drawingOf(store: Store, view: View, change: AreaChange): Promise<Drawing | null> {
  if (change.kind !== 'merge' && change.kind !== 'move') return null;
  const sent = await store.db.selectFrom('submission').where('id', '=', change.id).select('id').executeTakeFirst();
  if (sent) return null;
  const seq = await placesSeq(store.db);
  const concerned = await concernedBy(store.db, view, change);
  const faults = areaChangeFaults(change, concerned);
  if (faults.some(({ confirmable }) => !confirmable)) return null;
  const before = await readTree(store.db);
  const { versions, now, ending } = await versionsOf(store.db, change, concerned);
  const confirmed = change.confirm === true;
  const drawing = await redrawn(store, view, {
    ...{ before, on: change.on, tree: treeAfter(before, versions, ending && { id: ending.id, into: now.id }) },
    joined: ending && [ending.id, now.id],
    build: { always: confirmed, unlessApart: faults.length === 0 },
  });
  return { ...drawing, seq };
}

/** The tree with the versions of a change in it. */
function treeAfter(
  before: readonly TreePlace[],
  versions: readonly Version[],
  merged: { id: string; into: string } | null,
): TreePlace[] {
  const key = ({ id, fromOn }: Pick<TreePlace, 'id' | 'fromOn'>) => `${id} ${fromOn}`;
  const after = new Map(before.map((place) => [key(place), place]));
  for (const { id, fid, kind, code, name, parentId, fromOn, toOn } of versions)
    after.set(key({ id, fromOn }), {
      ...{ id, fid, kind, code, name, parentId, fromOn, toOn },
      into: merged?.id === id ? merged.into : null,
    });
  return [...after.values()].sort((a, b) => (a.fromOn < b.fromOn ? -1 : a.fromOn > b.fromOn ? 1 : 0));
}

const apartFaults = (drawn: Drawing | null): Fault[] =>
  drawn?.apart ? [{ field: 'into', code: 'places-apart', confirmable: true }] : [];

/** What the change is about: the places it names as they stand, and who has the code or the name it would give. */
async function concernedBy(db: Kysely<Tables>, view: View, change: AreaChange): Promise<Concerned<PlaceThen>> {
  const { kind, code, newCode, on } = change;
  const nobody: Found = { place: null, begun: false, pending: [] };
  const own = await findPlace(db, view, code);
  const heir = kind === 'merge' ? await findPlace(db, view, change.into) : nobody;
  const town = kind === 'move' ? (await findPlace(db, view, change.town)).place : null;
  const { place } = own;
  const { place: into } = heir;
  const under = kind === 'move' ? town?.id : place?.parentId;
  return {
    ...{ place, into, town },
    replaceable: [own, heir].flatMap(({ begun, place }) => (begun && place ? [place.id] : [])),
    pending: [
      ...own.pending.map((one) => ({ ...one, field: 'code' as const })),
      ...heir.pending.map((one) => ({ ...one, field: 'into' as const })),
    ],
    holders: newCode === null ? [] : await holdersOf(db, newCode, on),
    namesake: place && under ? await namesakeOf(db, change, { place, into, under }) : null,
  };
}

interface Found {
  /** The place as it stands without an end; null where it will have ended. */
  place: PlaceThen | null;
  /** Whether a change of places began that. */
  begun: boolean;
  /** The day of the last change of it to come, under the name it has today. */
  pending: { name: string; on: LocalDate }[];
}

/** The place of a code today. */
async function findPlace(db: Kysely<Tables>, view: View, code: string): Promise<Found> {
  const found = await placeOfCode({ db }, view, code);
  if (!found) return { place: null, begun: false, pending: [] };
  const rows = await db
    .selectFrom('area')
    .where('id', '=', found.id)
    .select(['id', 'fid', 'kind', 'code', 'name', 'officialName', 'type', 'parentId', 'position', 'fromOn'])
    .select(['toOn', 'since', 'until'])
    .execute();
  const held = rows.filter(({ until }) => until === null);
  const days = held.flatMap(({ fromOn, toOn }) => [fromOn, toOn ?? '']).filter((day) => day > view.on);
  const last = days.sort().at(-1);
  const open = held.find(({ toOn }) => toOn === null);
  if (!open) return { place: null, begun: false, pending: last ? [{ name: found.name, on: last }] : [] };
  const { toOn: _toOn, since: _since, until: _until, ...place } = open;
  const writers = rows.filter(({ fromOn, toOn }) => fromOn === open.fromOn && toOn === null).map(({ since }) => since);
  const begun = await db
    .selectFrom('change')
    .where('seq', 'in', writers)
    .where('action', 'in', areaActions)
    .select('seq')
    .executeTakeFirst();
  return { place, begun: begun !== undefined, pending: last ? [{ name: found.name, on: last }] : [] };
}

/** Versions that hold on a day or later. */
const holding = (db: Kysely<Tables>, on: LocalDate) =>
  db
    .selectFrom('area')
    .where('until', 'is', null)
    .where((where) => where.or([where('toOn', 'is', null), where('toOn', '>', on)]))
    .select(['id', 'name']);

const holdersOf = (db: Kysely<Tables>, code: string, on: LocalDate) =>
  holding(db, on).where('code', '=', code).execute();

/** A place of the town that is called the same as this one will be, as names are compared; null where it keeps its name and town. */
async function namesakeOf(
  db: Kysely<Tables>,
  change: AreaChange,
  { place, into, under }: { place: PlaceThen; into: PlaceThen | null; under: string },
): Promise<string | null> {
  const name = change.kind === 'move' ? place.name : change.name;
  if (!name || (change.kind === 'rename' && name === place.name)) return null;
  const stemOf = place.kind === 'town' ? townStem : villageStem;
  const own = change.kind === 'split' ? [] : [place.id, into?.id];
  const siblings = await holding(db, change.on).where('parentId', '=', under).execute();
  return siblings.find((one) => !own.includes(one.id) && stemOf(one.name) === stemOf(name))?.name ?? null;
}
