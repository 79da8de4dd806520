import type { Kysely } from 'kysely';
import { newId } from '../../db/id.ts';
import type { Tables } from '../../db/schema.ts';
import type { AreaChange } from '../../form/form-answers.ts';
import type { LocalDate } from '../../rights/view.ts';
import type { DatedPlace } from '../rules.ts';

type Change<Kind extends AreaChange['kind']> = Extract<AreaChange, { kind: Kind }>;

/** The version of a place without an end. */
export interface PlaceThen extends DatedPlace {
  fid: number;
  officialName: string | null;
  type: string | null;
  position: number;
  fromOn: LocalDate;
}

/** A version as a change writes it. */
export interface Version extends PlaceThen {
  toOn: LocalDate | null;
}

/** What a change comes to: the place as it stands then, and every version written. */
export interface Written {
  action: AreaChange['kind'];
  now: PlaceThen;
  versions: Version[];
  /** A place that ends with it. */
  ending: PlaceThen | null;
}

interface Places {
  place: PlaceThen | null;
  into: PlaceThen | null;
  town: PlaceThen | null;
}

/** The versions of a change in which nothing is wrong. */
export async function versionsOf(db: Kysely<Tables>, change: AreaChange, places: Places): Promise<Written> {
  const place = found(places.place);
  switch (change.kind) {
    case 'rename':
      return next(change, place, called(place, change.name, change.newCode));
    case 'merge': {
      const into = found(places.into);
      return next(change, into, called(into, change.name, change.newCode), place);
    }
    case 'split':
      return split(db, change, place);
    case 'move': {
      const town = found(places.town);
      const position = await afterLast(db, town.id);
      return next(change, place, { ...called(place, null, change.newCode), parentId: town.id, position });
    }
  }
}

function found(place: PlaceThen | null): PlaceThen {
  if (place === null) throw new Error('a place that is not there was not refused');
  return place;
}

/** A place under another name or code where given; another name takes the official one away. */
function called(place: PlaceThen, name: string | null, newCode: string | null): PlaceThen {
  const now = { ...place, name: name || place.name, code: newCode ?? place.code };
  return now.name === place.name ? now : { ...now, officialName: null };
}

/** Ends the version that stands and begins the next; one that began on the day is replaced. */
function next({ kind, on }: AreaChange, place: PlaceThen, now: PlaceThen, ending: PlaceThen | null = null): Written {
  return {
    action: kind,
    now,
    ending,
    versions: [
      ...(place.fromOn < on ? [{ ...place, toOn: on }] : []),
      { ...now, fromOn: on, toOn: null },
      ...(ending ? [{ ...ending, toOn: on }] : []),
    ],
  };
}

async function split(db: Kysely<Tables>, { on, name, newCode }: Change<'split'>, place: PlaceThen): Promise<Written> {
  const last = await db
    .selectFrom('area')
    .select((select) => select.fn.max('fid').as('fid'))
    .executeTakeFirst();
  const now: PlaceThen = {
    ...{ ...place, id: newId(), fid: Number(last?.fid ?? 0) + 1 },
    ...{ code: newCode, name, officialName: null, position: await afterLast(db, place.parentId), fromOn: on },
  };
  return { action: 'split', now, ending: null, versions: [{ ...now, toOn: null }] };
}

async function afterLast(db: Kysely<Tables>, parentId: string | null): Promise<number> {
  const last = await db
    .selectFrom('area')
    .where('parentId', '=', parentId)
    .where('until', 'is', null)
    .select((select) => select.fn.max('position').as('position'))
    .executeTakeFirst();
  return Number(last?.position ?? 0) + 1;
}
