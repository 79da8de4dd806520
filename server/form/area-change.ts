import { areaChangeFaults, type Concerned, type StandingPlace } from '../area/rules.ts';
import { viewAt } from '../change/view-at.ts';
import type { Transaction } from '../change/write.ts';
import type { Store } from '../db/open.ts';
import { newId } from '../id.ts';
import type { LocalDate, View, Viewer } from '../view.ts';
import { areaNotes } from './area-notes.message.ts';
import type { AreaChange, AreaChanged } from './form-answers.ts';
import { placeOfCode } from './form-place.ts';
import { saveOnce } from './save-once.ts';
import { refuseFaults } from './settle.ts';

type Change<Kind extends AreaChange['kind']> = Extract<AreaChange, { kind: Kind }>;

/** The version of a place without an end. */
interface Standing extends StandingPlace {
  fid: number;
  officialName: string | null;
  type: string | null;
  position: number;
  fromOn: LocalDate;
}

/**
 * 区划变更 — renames a town or village, merges a village into another of its town, splits a new one off, or gives it to another town, from the day
 * `on`. What stood before stays as it was up to that day. One change.
 */
export async function changeAreas(store: Store, viewer: Viewer, change: AreaChange): Promise<AreaChanged> {
  const view = await viewAt(store, viewer);
  return saveOnce(store, viewer, change.id, async (tx) => {
    const concerned = await concernedBy(tx, view, change);
    refuseFaults(areaChangeFaults(change, concerned));
    const { now, seq } = await changeOne(tx, change, concerned);
    const { code, name, kind } = now;
    const named = { code, name, kind: kind === 'town' ? 'town' : 'village' } as const;
    return { seq, answer: { place: named, notes: areaNotes[change.kind] } };
  });
}

interface Changed {
  now: Standing;
  seq: number;
}

/** Writes a change in which nothing is wrong. */
function changeOne(tx: Transaction, change: AreaChange, { place, into, town }: Concerned<Standing>): Promise<Changed> {
  switch (change.kind) {
    case 'rename':
      return rename(tx, change, found(place));
    case 'merge':
      return merge(tx, change, found(place), found(into));
    case 'split':
      return split(tx, change, found(place));
    case 'move':
      return move(tx, change, found(place), found(town));
  }
}

function found(place: Standing | null): Standing {
  if (place === null) throw new Error('a place that is not there was not refused');
  return place;
}

function rename(tx: Transaction, change: Change<'rename'>, place: Standing): Promise<Changed> {
  const { on, name, newCode } = change;
  return next(tx, { action: 'rename', on, place, now: called(place, name, newCode) });
}

function merge(tx: Transaction, change: Change<'merge'>, ending: Standing, place: Standing): Promise<Changed> {
  const { on, name, newCode } = change;
  return next(tx, { action: 'merge', on, place, now: called(place, name, newCode), ending });
}

async function split(tx: Transaction, change: Change<'split'>, place: Standing): Promise<Changed> {
  const { on, name, newCode } = change;
  const last = await tx.db
    .selectFrom('area')
    .select((select) => select.fn.max('fid').as('fid'))
    .executeTakeFirst();
  const now: Standing = {
    ...place,
    id: newId(),
    fid: Number(last?.fid ?? 0) + 1,
    code: newCode,
    name: name.trim(),
    officialName: null,
    position: await afterLast(tx, place.parentId),
    fromOn: on,
  };
  const seq = tx.change({ action: 'split', subject: 'area', subjectId: now.id, placeId: now.id });
  await tx.insertVersions('area', [{ ...now, toOn: null, since: seq, until: null }]);
  return { now, seq };
}

async function move(tx: Transaction, change: Change<'move'>, place: Standing, town: Standing): Promise<Changed> {
  const { on, newCode } = change;
  const position = await afterLast(tx, town.id);
  const now = { ...called(place, null, newCode), parentId: town.id, position };
  return next(tx, { action: 'move', on, place, now });
}

/** A place under another name or code where given; another name takes the official one away. */
function called(place: Standing, name: string | null, newCode: string | null): Standing {
  const now = { ...place, name: name?.trim() || place.name, code: newCode ?? place.code };
  return now.name === place.name ? now : { ...now, officialName: null };
}

interface Next {
  action: 'rename' | 'merge' | 'move';
  on: LocalDate;
  place: Standing;
  now: Standing;
  /** A place that ends with it. */
  ending?: Standing;
}

/** Ends the version that stands on the day and begins the next. */
async function next(tx: Transaction, { action, on, place, now, ending }: Next): Promise<Changed> {
  const seq = tx.change({ action, subject: 'area', subjectId: place.id, placeId: place.id });
  const kept = { since: seq, until: null };
  await tx.insertVersions('area', [
    { ...place, toOn: on, ...kept },
    { ...now, fromOn: on, toOn: null, ...kept },
    ...(ending ? [{ ...ending, toOn: on, ...kept }] : []),
  ]);
  return { now, seq };
}

/** What the change is about: the places it names as they stand, and who has the code it would give. */
async function concernedBy(tx: Transaction, view: View, change: AreaChange): Promise<Concerned<Standing>> {
  const { kind, code, newCode, on } = change;
  return {
    place: await standing(tx, view, code),
    into: kind === 'merge' ? await standing(tx, view, change.into) : null,
    town: kind === 'move' ? await standing(tx, view, change.town) : null,
    holders: newCode === null ? [] : await holdersOf(tx, newCode, on),
  };
}

/** The place of a code today, as it stands without an end. */
async function standing(tx: Transaction, view: View, code: string): Promise<Standing | null> {
  const found = await placeOfCode(tx, view, code);
  const row =
    found &&
    (await tx.db
      .selectFrom('area')
      .where('id', '=', found.id)
      .where('until', 'is', null)
      .where('toOn', 'is', null)
      .select(['id', 'fid', 'kind', 'code', 'name', 'officialName', 'type', 'parentId', 'position', 'fromOn'])
      .executeTakeFirst());
  return row ?? null;
}

const holdersOf = ({ db }: Transaction, code: string, on: LocalDate) =>
  db
    .selectFrom('area')
    .where('code', '=', code)
    .where('until', 'is', null)
    .where((where) => where.or([where('toOn', 'is', null), where('toOn', '>', on)]))
    .select(['id', 'name'])
    .execute();

async function afterLast({ db }: Transaction, parentId: string | null): Promise<number> {
  const last = await db
    .selectFrom('area')
    .where('parentId', '=', parentId)
    .where('until', 'is', null)
    .select((select) => select.fn.max('position').as('position'))
    .executeTakeFirst();
  return Number(last?.position ?? 0) + 1;
}
