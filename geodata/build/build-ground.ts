import type { Feature, Position } from 'geojson';
import type { Bounds } from '../area/area.ts';
import type { GroundFile, TerrainFile } from '../format/hand-over.ts';
import type { Note } from '../note.ts';
import type { GroundFiles, PlainGround, PlainMap } from './county-files.ts';
import { cutTiles } from './cut-tiles.ts';
import { groundImage } from './ground-image.ts';
import { riverOrder, roadRank } from './line-rank.zh.ts';
import { pathOf, plainBox } from './plain-map.ts';
import { writeArchive } from './pmtiles-writer.ts';
import { terrainBounds } from './relief.ts';
import { zoomsOf } from './tile-math.ts';

/** What the ground is made of. `bounds` and `plain` are the county's. */
export interface GroundToBuild {
  terrain: TerrainFile | null;
  rivers: GroundFile[];
  roads: GroundFile[];
  places: GroundFile[];
  bounds: Bounds;
  plain: PlainMap;
}

/** Share of the county's extent the ground goes on beyond it. */
const margin = 0.12;

/** 底图 — relief, rivers, roads and places of the county's own files; what it has none of stays null. Pure: bytes out. */
export async function buildGround(given: GroundToBuild): Promise<GroundFiles> {
  const around = widened(given.bounds);
  const rivers = ranked(given.rivers, 'order', riverOrder);
  const roads = ranked(given.roads, 'rank', roadRank);
  const places = given.places.flatMap(({ features }) => features).filter(({ geometry }) => geometry.type === 'Point');
  const lines = rivers.length + roads.length + places.length > 0;
  const imageBounds = given.terrain && common(around, terrainBounds(given.terrain));
  return {
    image: given.terrain && imageBounds ? await groundImage(given.terrain, imageBounds, given.plain) : null,
    imageBounds,
    tiles: lines ? tilesOf({ rivers, roads, places }, around, given.bounds) : null,
    plain: rivers.length + roads.length > 0 ? plainOf(rivers, roads, given.plain.bounds) : null,
    notes: given.terrain && !imageBounds ? [terrainElsewhere(given.terrain.file)] : [],
  };
}

function widened([west, south, east, north]: Bounds): Bounds {
  const [dx, dy] = [(east - west) * margin, (north - south) * margin];
  return [west - dx, south - dy, east + dx, north + dy];
}

/** What two boxes share; null when they do not meet, as when the elevation grid lies elsewhere. */
function common(one: Bounds, other: Bounds): Bounds | null {
  const [west, south] = [Math.max(one[0], other[0]), Math.max(one[1], other[1])];
  const [east, north] = [Math.min(one[2], other[2]), Math.min(one[3], other[3])];
  return west < east && south < north ? [west, south, east, north] : null;
}

function ranked(
  files: GroundFile[],
  key: 'order' | 'rank',
  rankOf: (properties: Feature['properties']) => number,
): Feature[] {
  return files
    .flatMap(({ features }) => features)
    .filter(({ geometry }) => geometry.type !== 'Point')
    .map(({ geometry, properties }) => ({ type: 'Feature', geometry, properties: { [key]: rankOf(properties) } }));
}

function tilesOf(
  { rivers, roads, places }: Record<'rivers' | 'roads' | 'places', Feature[]>,
  around: Bounds,
  bounds: Bounds,
): Uint8Array {
  const zooms = zoomsOf(bounds);
  const named = places.map(
    (place): Feature => ({
      ...place,
      properties: { name: String(place.properties?.name ?? ''), seat: seatOf(place.properties) },
    }),
  );
  const tiles = Array.from({ length: zooms.max - zooms.min + 1 }, (_, at) => zooms.min + at).flatMap((zoom) => {
    const coarse = zoom - zooms.min < 2;
    const layers = {
      river: coarse ? rivers.filter(({ properties }) => properties?.order >= 2) : rivers,
      road: coarse ? roads.filter(({ properties }) => properties?.rank <= 4) : roads,
      place: coarse ? named.filter(({ properties }) => properties?.seat > 0) : named,
    };
    return cutTiles(layers, around, zoom, 2);
  });
  return writeArchive(tiles, around, { name: 'ground', layers: ['river', 'road', 'place'] });
}

function plainOf(rivers: Feature[], roads: Feature[], bounds: Bounds): Uint8Array {
  const box = plainBox(bounds);
  const paths = (features: Feature[], key: 'order' | 'rank') => {
    const joined = new Map<number, string>();
    for (const { geometry, properties } of features) {
      const lines = linesOf(geometry);
      const rank = Number(properties?.[key]);
      joined.set(rank, (joined.get(rank) ?? '') + lines.map((line) => pathOf(line, box, false)).join(''));
    }
    return [...joined].sort(([a], [b]) => a - b);
  };
  const plain: PlainGround = {
    rivers: paths(rivers, 'order').map(([order, d]) => ({ order, d })),
    roads: paths(roads, 'rank')
      .reverse()
      .map(([rank, d]) => ({ rank, d })),
  };
  return new Uint8Array(Buffer.from(JSON.stringify(plain)));
}

const terrainElsewhere = (file: string): Note => ({ code: 'terrain-elsewhere', severity: 'warning', at: { file } });

function linesOf(geometry: Feature['geometry']): Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  return geometry.type === 'MultiLineString' ? geometry.coordinates : [];
}

/**
 * 驻地 — 2 the county seat, 1 a town's seat, 0 neither: as the file's `townSeat` says; a county sits in its town numbered 100.
 * Source: GB/T 10114, towns are numbered from 100.
 */
function seatOf(properties: Feature['properties']): 0 | 1 | 2 {
  if (properties?.townSeat !== true) return 0;
  return /^\d{6}100/.test(String(properties.townCode ?? properties.code ?? '')) ? 2 : 1;
}
