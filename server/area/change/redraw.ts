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

/**
 * 重绘 — draws the edition in force anew in the capped child, for a day and every later one on which places change. Nothing is stored but files,
 * which lie unused under the names of their hashes until a record names them.
 */
export async function redrawn(store: Store, view: View, asked: ToRedraw): Promise<Redrawing> {
  const none: Redrawing = { apart: false, days: [] };
  const edition = await readBaseEdition(store, view);
  const boundaries = edition && filePath(store.dataDir, edition.boundaries);
  if (!edition || !boundaries || !existsSync(boundaries)) return none;
  const { tree, on, joined, before, build } = asked;
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
  const base = await measured(store, tree);
  return {
    apart,
    days: made.map((county, at) => dayRow(store, { county, base, id: days[at] ?? on, edition: edition.boundaries })),
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

interface Measured {
  id: string;
  areaM2: number | null;
}

/** Ids of places by number, and what the edition's shapes measure. */
async function measured(store: Store, tree: readonly TreePlace[]): Promise<Map<number, Measured>> {
  const rows = await store.db.selectFrom('areaShape').where('until', 'is', null).select(['id', 'areaM2']).execute();
  const shapes = new Map(rows.map(({ id, areaM2 }) => [id, areaM2]));
  return new Map(tree.map(({ id, fid }) => [fid, { id, areaM2: shapes.get(id) ?? null }]));
}

/** Shapes drawn again differ by what coordinates are rounded to; by more than this they are others. */
const sameM2 = 1;

function dayRow(
  store: Store,
  given: { county: Redrawn['days'][number]; base: Map<number, Measured>; id: LocalDate; edition: string },
): DrawnDay {
  const { county, base, id, edition } = given;
  const shapes: Record<string, ShapeFacts> = {};
  for (const { fid, areaM2, label, bounds } of county.metrics) {
    const known = base.get(fid);
    if (known && (known.areaM2 === null || Math.abs(known.areaM2 - areaM2) > sameM2))
      shapes[known.id] = { areaM2, label, bounds };
  }
  const [west, south, east, north] = county.bounds;
  return {
    id,
    base: edition,
    tiles: saveFile(store.dataDir, county.tiles, 'pmtiles'),
    plain: saveFile(store.dataDir, county.plain, 'json'),
    boundaries: saveFile(store.dataDir, county.boundaries, 'geojson'),
    shapes: JSON.stringify(shapes),
    ...{ west, south, east, north },
  };
}
