import { type DrawnDay, redrawnFrom } from '../area/change/redraw.ts';
import type { MapEdition } from '../area/map-edition-store.ts';
import { readTree } from '../change/place-tree.ts';
import type { BuiltFiles } from '../child/jobs.ts';
import type { Store } from '../db/open.ts';
import type { ImportPlan } from './plan/plan.ts';

/** Maps of days to come under a new edition; `undrawn` where places change on such a day and no map could be drawn. */
export interface PendingMaps {
  days: DrawnDay[];
  undrawn: boolean;
}

/** 待生效变更的底图 — new boundaries drawn for every later day on which places change, as they stand after the import. */
export async function pendingMaps(
  store: Store,
  { plan, built, edition }: { plan: ImportPlan; built: BuiltFiles | null; edition: MapEdition | null },
): Promise<PendingMaps> {
  const none = { days: [], undrawn: false };
  if (plan.first || !built?.county || !edition) return none;
  const keyOf = ({ id, fromOn }: { id: string; fromOn: string }) => `${id} ${fromOn}`;
  const standing = await readTree(store.db);
  const after = new Map(standing.map((place) => [keyOf(place), place]));
  for (const { officialName: _official, type: _type, position: _position, ...place } of plan.areas.changed)
    after.set(keyOf(place), { ...place, into: after.get(keyOf(place))?.into ?? null });
  const tree = [...after.values()].sort((a, b) => (a.fromOn < b.fromOn ? -1 : a.fromOn > b.fromOn ? 1 : 0));
  const [on] = tree
    .flatMap(({ fromOn, toOn }) => [fromOn, toOn ?? ''])
    .filter((day) => day > plan.today)
    .sort();
  if (on === undefined) return none;
  const { days } = await redrawnFrom(
    store,
    {
      boundaries: edition.boundaries,
      areaM2: new Map(built.county.metrics.map(({ fid, areaM2 }) => [fid, areaM2])),
    },
    { tree, on, joined: null, before: tree, build: { always: true, unlessApart: true } },
  );
  return { days, undrawn: days.length === 0 };
}
