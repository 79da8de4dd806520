import { readFileSync } from 'node:fs';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { readMapEdition } from '../../area/map-edition-store.ts';
import { openSeq } from '../../change/view-at.ts';
import { filePath } from '../../db/files.ts';
import { Refusal } from '../../http/refusal.ts';
import type { PaperGiven } from '../kind.ts';
import type { ViewRows } from './view-rows.ts';

/** Steps coordinates may be rounded by, in metres, and the decimals of a degree they stand for (at the equator). */
const roundings = { 1: 5, 10: 4, 100: 3 } as const;
export type Rounding = keyof typeof roundings;

type Shape = Polygon | MultiPolygon;

/** 当前视图 GeoJSON — the places of a view with state and reason (RFC 7946, WGS 84), coordinates rounded; none that the viewer does not see. */
export async function viewGeoJson(
  { answer, layer }: Pick<ViewRows, 'answer' | 'layer'>,
  { store, view, lang, by, at }: PaperGiven,
  rounding: Rounding,
): Promise<Uint8Array> {
  const edition = await readMapEdition(store, view);
  if (!edition) throw new Refusal('map-missing');
  const text = readFileSync(filePath(store.dataDir, edition.boundaries), 'utf8');
  const shapes = new Map(
    (JSON.parse(text) as FeatureCollection<Shape, { fid: number }>).features.map(({ properties, geometry }) => [
      properties.fid,
      geometry,
    ]),
  );
  const titles = new Map(layer.classes.map(({ id, title }) => [id, title[lang]]));
  const features = answer.rows.map(
    ({ fid, code, name, town, class: state, value, why }): Feature<Shape | null> => ({
      ...{ type: 'Feature', id: fid, geometry: roundedShape(shapes.get(fid) ?? null, rounding) },
      properties: { code, name, town, class: state, state: titles.get(state) ?? state, value, why: why[lang] },
    }),
  );
  const exported = {
    layer: layer.id,
    title: layer.title[lang],
    on: view.on,
    seq: await openSeq(store, view),
    by,
    at,
    internal: true,
    rounding,
  };
  return new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', exported, features }));
}

/** A shape with its coordinates rounded; points that fall together are one, rings and parts that shrink to a line are left out, null when nothing is left. */
export function roundedShape(shape: Shape | null, rounding: Rounding): Shape | null {
  if (shape === null) return null;
  const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  const kept = parts.flatMap((rings) => {
    const [outer, ...holes] = rings.map((ring) => roundedRing(ring, 10 ** roundings[rounding]));
    return outer && outer.length >= 4 ? [[outer, ...holes.filter((hole) => hole.length >= 4)]] : [];
  });
  const [only] = kept;
  if (!only) return null;
  return kept.length === 1 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: kept };
}

function roundedRing(ring: Position[], per: number): Position[] {
  const points = ring.map((point) => point.slice(0, 2).map((value) => Math.round(value * per) / per));
  return points.filter(([x, y], at) => at === 0 || x !== points[at - 1]?.[0] || y !== points[at - 1]?.[1]);
}
