import { daysAfter } from '../calendar/rules.ts';
import { viewAt } from '../change/view-at.ts';
import type { Transaction } from '../change/write.ts';
import type { Store } from '../db/open.ts';
import { newId } from '../id.ts';
import type { LocalDate, View, Viewer } from '../view.ts';
import { areaNotes } from './area-notes.message.ts';
import type { AreaChange, AreaChanged } from './form-answers.ts';
import { placeOfCode } from './form-place.ts';
import { type Fault, type FaultCode, isRealDay, textFaults } from './rules.ts';
import { saveOnce } from './save-once.ts';
import { refuseFaults } from './settle.ts';

type Change<Kind extends AreaChange['kind']> = Extract<AreaChange, { kind: Kind }>;

/** The version of a place without an end. */
interface Standing {
  id: string;
  fid: number;
  kind: string;
  code: string;
  name: string;
  officialName: string | null;
  type: string | null;
  parentId: string | null;
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
    if (!isRealDay(change.on)) refuseFaults([{ field: 'on', code: 'day-not-real' }]);
    const place = await standing(tx, view, change.code, 'code');
    refuseFaults(dayFaults(change.on, place));
    const { now, seq } = await changeOne(tx, view, change, place);
    const { code, name, kind } = now;
    const named = { code, name, kind: kind === 'town' ? 'town' : 'village' } as const;
    return { seq, answer: { place: named, notes: areaNotes[change.kind] } };
  });
}

interface Changed {
  now: Standing;
  seq: number;
}

function changeOne(tx: Transaction, view: View, change: AreaChange, place: Standing): Promise<Changed> {
  switch (change.kind) {
    case 'rename':
      return rename(tx, change, place);
    case 'merge':
      return merge(tx, view, change, place);
    case 'split':
      return split(tx, change, place);
    case 'move':
      return move(tx, view, change, place);
  }
}

async function rename(tx: Transaction, change: Change<'rename'>, place: Standing): Promise<Changed> {
  const { on, name, newCode } = change;
  if (place.kind === 'county') refuse('code', 'move-not-possible');
  refuseFaults([...textFaults('name', name, 60, true), ...(await codeFaults(tx, newCode, place, on))]);
  const now = { ...place, name: name.trim(), code: newCode ?? place.code };
  if (now.name === place.name && now.code === place.code) refuse('name', 'nothing-changed');
  if (now.name !== place.name) now.officialName = null;
  return next(tx, { action: 'rename', on, place, now });
}

async function merge(tx: Transaction, view: View, change: Change<'merge'>, ending: Standing): Promise<Changed> {
  const { on, name, newCode } = change;
  const place = await standing(tx, view, change.into, 'into');
  if (place.id === ending.id) refuse('into', 'same-place');
  if (place.kind !== 'village' || ending.kind !== 'village') refuse('into', 'village-unknown');
  if (place.parentId !== ending.parentId) refuse('into', 'other-town');
  refuseFaults([
    ...dayFaults(on, place),
    ...textFaults('name', name, 60),
    ...(await codeFaults(tx, newCode, place, on, ending.id)),
  ]);
  const now = { ...place, name: name?.trim() || place.name, code: newCode ?? place.code };
  if (now.name !== place.name) now.officialName = null;
  return next(tx, { action: 'merge', on, place, now, ending });
}

async function split(tx: Transaction, change: Change<'split'>, place: Standing): Promise<Changed> {
  const { on, name, newCode } = change;
  if (place.kind !== 'village') refuse('code', 'village-unknown');
  refuseFaults([...textFaults('name', name, 60, true), ...(await codeFaults(tx, newCode, null, on))]);
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

async function move(tx: Transaction, view: View, change: Change<'move'>, place: Standing): Promise<Changed> {
  const { on, newCode } = change;
  if (place.kind !== 'village') refuse('code', 'village-unknown');
  const town = await placeOfCode(tx, view, change.town);
  if (town?.kind !== 'town') return refuse('town', 'town-unknown');
  if (town.id === place.parentId) refuse('town', 'nothing-changed');
  refuseFaults(await codeFaults(tx, newCode, place, on));
  const position = await afterLast(tx, town.id);
  return next(tx, {
    action: 'move',
    on,
    place,
    now: { ...place, parentId: town.id, position, code: newCode ?? place.code },
  });
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

function refuse(field: string, code: FaultCode): never {
  refuseFaults([{ field, code }]);
  throw new Error('a fault was not refused');
}

/** The place of a code today, as it stands without an end; refuses where there is none. */
async function standing(tx: Transaction, view: View, code: string, field: string): Promise<Standing> {
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
  return row ?? refuse(field, 'village-unknown');
}

/** A version lasts a day at least. */
function dayFaults(on: LocalDate, { fromOn }: Standing): Fault[] {
  return on > fromOn ? [] : [{ field: 'on', code: 'day-before', value: daysAfter(fromOn, 1) }];
}

/** A code is free where no other place has it on the day or later; that of a place that ends with the change is. */
async function codeFaults(
  { db }: Transaction,
  code: string | null,
  place: Standing | null,
  on: LocalDate,
  endingId?: string,
): Promise<Fault[]> {
  if (code === null) return [];
  if (!/^[\p{L}\p{N}_-]{1,40}$/u.test(code)) return [{ field: 'newCode', code: 'code-malformed' }];
  const holders = await db
    .selectFrom('area')
    .where('code', '=', code)
    .where('until', 'is', null)
    .where((where) => where.or([where('toOn', 'is', null), where('toOn', '>', on)]))
    .select(['id', 'name'])
    .execute();
  const other = holders.find(({ id }) => id !== place?.id && id !== endingId);
  return other ? [{ field: 'newCode', code: 'code-taken', value: other.name }] : [];
}

async function afterLast({ db }: Transaction, parentId: string | null): Promise<number> {
  const last = await db
    .selectFrom('area')
    .where('parentId', '=', parentId)
    .where('until', 'is', null)
    .select((select) => select.fn.max('position').as('position'))
    .executeTakeFirst();
  return Number(last?.position ?? 0) + 1;
}
