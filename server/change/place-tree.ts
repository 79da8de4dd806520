import type { Kysely } from 'kysely';
import type { Tables } from '../db/schema.ts';
import type { LocalDate } from '../rights/view.ts';

/** One version of a place as known now; `into` is the place it was merged into when it ended. */
export interface TreePlace {
  id: string;
  fid: number;
  kind: string;
  code: string;
  name: string;
  parentId: string | null;
  fromOn: LocalDate;
  toOn: LocalDate | null;
  into: string | null;
}

/** Every version of every place as known now, earliest day first. */
export async function readTree(db: Kysely<Tables>): Promise<TreePlace[]> {
  return db
    .selectFrom('area')
    .leftJoin('change', (join) =>
      join
        .onRef('change.seq', '=', 'area.since')
        .on('change.action', '=', 'merge')
        .onRef('change.subjectId', '!=', 'area.id'),
    )
    .where('area.until', 'is', null)
    .select(['area.id', 'fid', 'kind', 'code', 'name', 'parentId', 'fromOn', 'toOn', 'change.subjectId as into'])
    .orderBy('fromOn')
    .execute();
}

/** The version of each place that stands on a day or stood last before it. `tree` earliest day first. */
export function lastBy(tree: readonly TreePlace[], on: LocalDate): Map<string, TreePlace> {
  return new Map(tree.filter(({ fromOn }) => fromOn <= on).map((place) => [place.id, place]));
}

/** The place that a place is part of on a day: itself while it stands, then what it was merged into, and so on; null where it only ended. */
export function heirOf(last: Map<string, TreePlace>, id: string, on: LocalDate): TreePlace | null {
  const seen = new Set<string>();
  for (
    let place = last.get(id);
    place && !seen.has(place.id);
    place = place.into === null ? undefined : last.get(place.into)
  ) {
    if (place.toOn === null || place.toOn > on) return place;
    seen.add(place.id);
  }
  return null;
}
