import { heldAt, inPlaces } from '../change/scope.ts';
import type { Store } from '../db/open.ts';
import type { LocalDate, View } from '../rights/view.ts';

/** 撤并 — a place that was merged into another before the view's day: what it was called, and the place its records stand under now. */
export interface Merged {
  id: string;
  name: string;
  code: string;
  untilOn: LocalDate;
  heirId: string;
}

/** Places merged away by the view's day, by id; of several in a row each with the last. */
export async function readMerged(store: Store, view: View): Promise<Map<string, Merged>> {
  const rows = await store.db
    .selectFrom('area')
    .innerJoin('change', (join) =>
      join
        .onRef('change.seq', '=', 'area.since')
        .on('change.action', '=', 'merge')
        .onRef('change.subjectId', '!=', 'area.id'),
    )
    .where(inPlaces('area.id', view))
    .where(heldAt('area', view))
    .where('area.toOn', '<=', view.on)
    .select(['area.id', 'name', 'code', 'area.toOn', 'change.subjectId as heirId'])
    .execute();
  const into = new Map(rows.map(({ id, heirId }) => [id, heirId]));
  const heirOf = (id: string): string => {
    const next = into.get(id);
    return next === undefined ? id : heirOf(next);
  };
  return new Map(
    rows.flatMap(({ toOn, ...row }) => {
      const merged = { ...row, untilOn: toOn ?? '', heirId: heirOf(row.id) };
      return toOn === null ? [] : [[row.id, merged] as const];
    }),
  );
}
