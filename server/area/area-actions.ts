import type { Insertable } from 'kysely';
import type { PlaceMetrics } from '../../geodata/build/county-files.ts';
import type { Transaction } from '../change/write.ts';
import type { MapDayTable } from '../db/map-day-schema.ts';
import type { Area } from './area-store.ts';
import type { MapEdition } from './map-edition-store.ts';

export type AreaGiven = Omit<Area, 'areaM2' | 'label' | 'bounds'>;

/** Records places: new ones, and for a rename the old name closed (`toOn`) and the new one. */
export async function putAreas(tx: Transaction, areas: AreaGiven[], at?: string): Promise<void> {
  const rows = areas.map((area) => {
    const action = area.toOn === null ? 'place' : 'close';
    const since = tx.change({ action, subject: 'area', subjectId: area.id, placeId: area.id, at });
    const { id, fid, kind, code, name, officialName, type, parentId, position, fromOn, toOn } = area;
    return { id, fid, kind, code, name, officialName, type, parentId, position, fromOn, toOn, since, until: null };
  });
  await tx.insertVersions('area', rows);
}

/** Records what the shapes of a boundary edition measure; one change for the edition. */
export async function putShapes(
  tx: Transaction,
  shapes: { areaId: string; metrics: PlaceMetrics }[],
  at?: string,
): Promise<void> {
  if (shapes.length === 0) return;
  const since = tx.change({ action: 'draw', subject: 'boundary', subjectId: 'map', placeId: null, at });
  const rows = shapes.map(({ areaId, metrics: { areaM2, label, bounds } }) => {
    const [west, south, east, north] = bounds;
    return { id: areaId, areaM2, labelLon: label[0], labelLat: label[1], west, south, east, north, since, until: null };
  });
  await tx.insertVersions('areaShape', rows);
}

/** Puts the files of a new edition in force, with its maps of days to come on which places change. */
export async function putMapEdition(
  tx: Transaction,
  { bounds, groundBounds, ...files }: MapEdition,
  { at, days = [] }: { at?: string | undefined; days?: Omit<Insertable<MapDayTable>, 'since' | 'until'>[] } = {},
): Promise<void> {
  const since = tx.change({ action: 'draw', subject: 'map', subjectId: 'map', placeId: null, at });
  const [west, south, east, north] = bounds;
  const ground = groundBounds === null ? null : JSON.stringify(groundBounds);
  await tx.insertVersions('mapEdition', [
    { id: 'map', ...files, groundBounds: ground, west, south, east, north, since, until: null },
  ]);
  await tx.insertVersions(
    'mapDay',
    days.map((day) => ({ ...day, since, until: null })),
  );
}
