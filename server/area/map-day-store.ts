import type { Selectable } from 'kysely';
import type { Bounds, LonLat } from '../../geodata/area/area.ts';
import { heldAt } from '../change/scope.ts';
import type { MapDayTable } from '../db/map-day-schema.ts';
import type { Store } from '../db/open.ts';
import type { LocalDate, View } from '../rights/view.ts';

/** What the shape of a place measures. */
export interface ShapeFacts {
  areaM2: number;
  label: LonLat;
  bounds: Bounds;
}

/** 区划变更后的底图 — the files that draw the county from a day on, and the shapes that differ from the edition's. */
export interface MapDay {
  tiles: string;
  plain: string;
  boundaries: string;
  bounds: Bounds;
  /** By area id. */
  shapes: Record<string, ShapeFacts>;
}

/** The newest that holds on the view's day; null where the edition in force is drawn as it came. */
export async function readMapDay(store: Pick<Store, 'db'>, view: View): Promise<MapDay | null> {
  const row = await store.db
    .selectFrom('mapDay')
    .innerJoin('mapEdition', 'mapEdition.boundaries', 'mapDay.base')
    .where(heldAt('mapDay', view))
    .where(heldAt('mapEdition', view))
    .where('mapDay.id', '<=', view.on)
    .selectAll('mapDay')
    .orderBy('mapDay.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { tiles, plain, boundaries, west, south, east, north } = row;
  return { tiles, plain, boundaries, bounds: [west, south, east, north], shapes: JSON.parse(row.shapes) };
}

/** Maps of days from `from` on as they hold now, and as they stood before the change `seq` replaced them. */
export async function readMapDays(
  db: Store['db'],
  { from, seq }: { from: LocalDate; seq: number },
): Promise<{ held: Selectable<MapDayTable>[]; before: Selectable<MapDayTable>[] }> {
  const rows = await db.selectFrom('mapDay').where('id', '>=', from).selectAll().execute();
  return { held: rows.filter(({ until }) => until === null), before: rows.filter(({ until }) => until === seq) };
}
