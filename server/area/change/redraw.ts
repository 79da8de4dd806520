import { existsSync } from 'node:fs';
import type { Insertable } from 'kysely';
import type { TreePlace } from '../../change/place-tree.ts';
import type { Redrawn } from '../../child/jobs.ts';
import { buildLimits } from '../../child/limits.ts';
import { runChild } from '../../child/run-child.ts';
import { filePath, saveFile } from '../../db/files.ts';
import type { MapDayTable } from '../../db/map-day-schema.ts';
import type { Store } from '../../db/open.ts';
import type { LocalDate, View } from '../../rights/view.ts';
import type { ShapeFacts } from '../map-day-store.ts';
import { readBaseEdition } from '../map-edition-store.ts';
import { type DrawnTree, treeOn, turnsFrom } from '../tree.ts';

/** A map of a day, to be stored under the change that made it. */
export type DrawnDay = Omit<Insertable<MapDayTable>, 'since' | 'until'>;

/** What is drawn: the places as they will stand, from `on`; `joined` are the ids of two that become one. */
export interface ToRedraw {
  tree: readonly TreePlace[];
  on: LocalDate;
  joined: [string, string] | null;
  /** The tree before, which tells the pieces of the two. */
  before: readonly TreePlace[];
  build: { always: boolean; unlessApart: boolean };
}

export interface Redrawing {
  apart: boolean;
  /** None where the edition has no boundaries, or they are more than the child may take. */
  days: DrawnDay[];
}

/** A boundary edition, and what its shapes measure by number of the place. */
export interface DrawnEdition {
  boundaries: string;
  areaM2: ReadonlyMap<number, number | null>;
}

/**
 * 重绘 — draws the edition in force anew in the capped child, for a day and every later one on which places change. Nothing is stored but files,
 * which lie unused under the names of their hashes until a record names them.
 */
export async function redrawn(store: Store, view: View, given: ToRedraw): Promise<Redrawing> {
  const edition = await readBaseEdition(store, view);
  if (!edition) return { apart: false, days: [] };
  return redrawnFrom(store, { boundaries: edition.boundaries, areaM2: await measured(store, given.tree) }, given);
}

/** Draws an edition anew that need not be in force yet. */
export async function redrawnFrom(store: Store, edition: DrawnEdition, given: ToRedraw): Promise<Redrawing> {
  const none: Redrawing = { apart: false, days: [] };
  const boundaries = filePath(store.dataDir, edition.boundaries);
  if (!existsSync(boundaries)) return none;
  const { tree, on, joined, before, build } = given;
  const days = turnsFrom(tree, on);
  const outcome = await runChild(
    {
      ...{ job: 'redraw', boundaries, build },
      days: days.map((day) => withBareTowns(treeOn(tree, day), tree)),
      between: joined && [piecesOf(before, joined[0], on), piecesOf(before, joined[1], on)],
    },
    buildLimits,
    edition.boundaries,
  );
  if ('refused' in outcome) return none;
  const { apart, days: made } = outcome.result;
  const ids = new Map(tree.map(({ fid, id }) => [fid, id]));
  return {
    apart,
    days: made.map((county, at) => dayRow(store, { county, ids, edition, id: days[at] ?? on })),
  };
}

/** Towns no village ever lay in are drawn as they were given. */
function withBareTowns(day: DrawnTree, tree: readonly TreePlace[]) {
  const settled = new Set(tree.map(({ parentId }) => parentId));
  const bare = new Set(tree.filter(({ id, kind }) => kind === 'town' && !settled.has(id)).map(({ fid }) => fid));
  return { ...day, towns: day.towns.map((town) => ({ ...town, bare: bare.has(town.fid) })) };
}

/** Numbers of the pieces a place is made of on a day. */
function piecesOf(tree: readonly TreePlace[], id: string, on: LocalDate): number[] {
  const fid = tree.find((place) => place.id === id)?.fid;
  return treeOn(tree, on).villages.flatMap((village) => (village.fid === fid ? [village.piece] : []));
}

/** What the shapes of the edition in force measure. */
async function measured(store: Store, tree: readonly TreePlace[]): Promise<DrawnEdition['areaM2']> {
  const rows = await store.db.selectFrom('areaShape').where('until', 'is', null).select(['id', 'areaM2']).execute();
  const shapes = new Map(rows.map(({ id, areaM2 }) => [id, areaM2]));
  return new Map(tree.map(({ id, fid }) => [fid, shapes.get(id) ?? null]));
}

/** Shapes drawn again differ by what coordinates are rounded to; by more than this they are others. */
const sameM2 = 1;

function dayRow(
  store: Store,
  given: { county: Redrawn['days'][number]; ids: ReadonlyMap<number, string>; id: LocalDate; edition: DrawnEdition },
): DrawnDay {
  const { county, ids, id, edition } = given;
  const shapes: Record<string, ShapeFacts> = {};
  for (const { fid, areaM2, label, bounds } of county.metrics) {
    const placeId = ids.get(fid);
    const before = edition.areaM2.get(fid) ?? null;
    if (placeId !== undefined && (before === null || Math.abs(before - areaM2) > sameM2))
      shapes[placeId] = { areaM2, label, bounds };
  }
  const [west, south, east, north] = county.bounds;
  return {
    id,
    base: edition.boundaries,
    tiles: saveFile(store.dataDir, county.tiles, 'pmtiles'),
    plain: saveFile(store.dataDir, county.plain, 'json'),
    boundaries: saveFile(store.dataDir, county.boundaries, 'geojson'),
    shapes: JSON.stringify(shapes),
    ...{ west, south, east, north },
  };
}
