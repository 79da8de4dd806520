import type { Bounds } from '../../geodata/area/area.ts';
import { heldAt } from '../change/scope.ts';
import type { Store } from '../db/open.ts';
import type { View } from '../rights/view.ts';
import { readMapDay } from './map-day-store.ts';

/** 底图版本 — names of the immutable files that draw the county; ground files null where the county gave none. */
export interface MapEdition {
  tiles: string;
  plain: string;
  boundaries: string;
  groundImage: string | null;
  groundTiles: string | null;
  groundPlain: string | null;
  groundBounds: Bounds | null;
  bounds: Bounds;
}

/** The edition in force, as drawn by the view's day; null before boundaries were imported. */
export async function readMapEdition(store: Store, view: View): Promise<MapEdition | null> {
  const [edition, day] = await Promise.all([readBaseEdition(store, view), readMapDay(store, view)]);
  if (edition === null || day === null) return edition;
  const { tiles, plain, boundaries, bounds } = day;
  return { ...edition, tiles, plain, boundaries, bounds };
}

/** The edition in force as its boundaries came. */
export async function readBaseEdition(store: Store, view: View): Promise<MapEdition | null> {
  const row = await store.db.selectFrom('mapEdition').where(heldAt('mapEdition', view)).selectAll().executeTakeFirst();
  if (!row) return null;
  return {
    tiles: row.tiles,
    plain: row.plain,
    boundaries: row.boundaries,
    groundImage: row.groundImage,
    groundTiles: row.groundTiles,
    groundPlain: row.groundPlain,
    groundBounds: row.groundBounds === null ? null : (JSON.parse(row.groundBounds) as Bounds),
    bounds: [row.west, row.south, row.east, row.north],
  };
}
