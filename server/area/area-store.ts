import type { ExpressionBuilder } from 'kysely';
import type { AreaKind, Bounds, LonLat } from '../../geodata/area/area.ts';
import { heldAt, inPlaces } from '../change/scope.ts';
import type { Store } from '../db/open.ts';
import type { Tables } from '../db/schema.ts';
import { isAdministrator, type LocalDate, type View } from '../rights/view.ts';
import { readMapDay } from './map-day-store.ts';
import { type Merged, readMerged } from './merged-store.ts';

/** 县 / 镇 / 村 with its name, code and parent on the view's day and what its shape measures; the last three null without a shape. */
export interface Area {
  id: string;
  fid: number;
  kind: AreaKind;
  code: string;
  name: string;
  officialName: string | null;
  type: string | null;
  parentId: string | null;
  position: number;
  fromOn: LocalDate;
  toOn: LocalDate | null;
  areaM2: number | null;
  label: LonLat | null;
  bounds: Bounds | null;
}

const kindOrder: Record<AreaKind, number> = { county: 0, town: 1, village: 2 };

/** County, towns and the villages the user sees, valid on the view's day: county, towns, villages, each in official order. */
export async function readAreas(store: Store, view: View): Promise<Area[]> {
  const [rows, day] = await Promise.all([readRows(store, view), readMapDay(store, view)]);
  const order = new Map(rows.map(({ id, position }) => [id, position]));
  return rows
    .map((row): Area => ({ ...areaOf(row), ...day?.shapes[row.id] }))
    .sort(
      (a, b) =>
        kindOrder[a.kind] - kindOrder[b.kind] ||
        (order.get(a.parentId ?? '') ?? 0) - (order.get(b.parentId ?? '') ?? 0) ||
        a.position - b.position,
    );
}

function readRows(store: Store, view: View) {
  return store.db
    .selectFrom('area')
    .leftJoin('areaShape', (join) =>
      join
        .onRef('areaShape.id', '=', 'area.id')
        .on('areaShape.since', '<=', view.seq)
        .on((on) => on.or([on('areaShape.until', 'is', null), on('areaShape.until', '>', view.seq)])),
    )
    .where(named(view))
    .where(heldAt('area', view))
    .where('area.fromOn', '<=', view.on)
    .where((where) => where.or([where('area.toOn', 'is', null), where('area.toOn', '>', view.on)]))
    .selectAll('area')
    .select(['areaM2', 'labelLon', 'labelLat', 'west', 'south', 'east', 'north'])
    .execute();
}

function areaOf(row: Awaited<ReturnType<typeof readRows>>[number]): Area {
  return {
    id: row.id,
    fid: row.fid,
    kind: row.kind as AreaKind,
    code: row.code,
    name: row.name,
    officialName: row.officialName,
    type: row.type,
    parentId: row.parentId,
    position: row.position,
    fromOn: row.fromOn,
    toOn: row.toOn,
    areaM2: row.areaM2,
    label: row.labelLon === null || row.labelLat === null ? null : [row.labelLon, row.labelLat],
    bounds:
      row.west === null || row.south === null || row.east === null || row.north === null
        ? null
        : [row.west, row.south, row.east, row.north],
  };
}

/** County and towns are open to every viewer; villages where they are in scope. */
function named(view: View) {
  return (where: ExpressionBuilder<Tables, 'area'>) => {
    const own = inPlaces<'area'>('area.id', view)(where);
    return isAdministrator(view.user) ? own : where.or([where('area.kind', '!=', 'village'), own]);
  };
}

/** 曾用名 — names and codes a place had before the view's day, and those of places merged into it, oldest first. */
export interface FormerName {
  id: string;
  name: string;
  code: string;
  untilOn: LocalDate;
  /** Whether it was that of a place merged into this one. */
  merged: boolean;
}

export async function readFormerNames(
  store: Store,
  view: View,
  merging: Promise<Map<string, Merged>> = readMerged(store, view),
): Promise<FormerName[]> {
  const named = store.db
    .selectFrom('area')
    .where(inPlaces('area.id', view))
    .where(heldAt('area', view))
    .where('toOn', 'is not', null)
    .where('toOn', '<=', view.on)
    .select(['id', 'name', 'code', 'toOn'])
    .orderBy('toOn')
    .execute();
  const [rows, merged] = await Promise.all([named, merging]);
  return rows.flatMap(({ toOn, ...row }) =>
    toOn === null
      ? []
      : [{ ...row, untilOn: toOn, id: merged.get(row.id)?.heirId ?? row.id, merged: merged.has(row.id) }],
  );
}

const placed = ['area', 'areaShape', 'mapEdition', 'mapDay', 'areaWithdrawal'] as const;

/** When places last moved (areas-seq.ts), asked of the store. */
export async function readAreasSeq(store: Store, view: Pick<View, 'seq'>): Promise<number> {
  const newest = (table: (typeof placed)[number]) =>
    store.db
      .selectFrom(table)
      .where('since', '<=', view.seq)
      .select((select) => select.fn.max('since').as('since'))
      .executeTakeFirst();
  const found = await Promise.all(placed.map(newest));
  return Math.max(0, ...found.map((row) => row?.since ?? 0));
}
