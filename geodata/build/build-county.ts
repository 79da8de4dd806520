import { area, bbox } from '@turf/turf';
import type { Feature, MultiPolygon, Position } from 'geojson';
import type { Bounds, LonLat, Shape } from '../area/area.ts';
import { labelPoint } from '../area/label-point.ts';
import type { Note } from '../note.ts';
import type { CountyFiles, CountyToBuild, PlaceMetrics } from './county-files.ts';
import { cutTiles, type ZoomLayers } from './cut-tiles.ts';
import { plainMap } from './plain-map.ts';
import { type TileToKeep, writeArchive } from './pmtiles-writer.ts';
import { tileUnitM, zoomsOf } from './tile-math.ts';
import { type ArcShape, bordersOf, joinBorders, polygonsOf, type Topology } from './topology.ts';

/** Points kept this many tile units apart cannot be distinguished from the whole border on a screen of twice the pixels. */
const unitsKept = 6;
/** Zooms below the deepest whose detail the plain map has. */
const plainAt = 3;

/**
 * Makes the files of one boundary edition. Towns and county are the union of their villages, so that every border is drawn once and
 * fits; a town without villages keeps the shape given. Pure: bytes out, nothing written.
 */
export async function buildCounty(county: CountyToBuild): Promise<CountyFiles> {
  const bounds = boundsOf(county);
  const zooms = zoomsOf(bounds);
  const lat = (bounds[1] + bounds[3]) / 2;
  const levels = Array.from({ length: zooms.max - zooms.min + 1 }, (_, at) => zooms.max - at);
  const intervals = levels.map((zoom) => Number((tileUnitM(zoom, lat) * unitsKept).toPrecision(3)));
  const steps = (await joinBorders(county, intervals))[Symbol.iterator]();
  const whole: Topology = steps.next().value;
  const places = placesOf(county, whole);
  const metrics = places.map(({ fid, shape }) => metricsOf(fid, shape));
  const labels = labelFeatures(county, metrics);
  const tiles: TileToKeep[] = [];
  let plain = whole;
  for (const [at, zoom] of levels.entries()) {
    const step: Topology = steps.next().value;
    if (at === Math.min(levels.length - 1, plainAt)) plain = step;
    for (const tile of cutTiles(layersOf(step, { county, labels, whole: places }), bounds, zoom)) tiles.push(tile);
  }
  return {
    tiles: writeArchive(tiles, bounds, { name: 'county', layers: ['county', 'town', 'village', 'border', 'label'] }),
    plain: jsonBytes(plainMap(plain, bounds)),
    boundaries: jsonBytes({
      type: 'FeatureCollection',
      features: places.map(({ fid, level, shape }) => ({
        type: 'Feature',
        id: fid,
        properties: { fid, level },
        geometry: shape,
      })),
    }),
    metrics,
    bounds,
    notes: lostNotes(county, whole),
  };
}

interface DrawnPlace {
  fid: number;
  level: 1 | 2 | 3;
  shape: Shape;
}

const jsonBytes = (value: unknown) => new Uint8Array(Buffer.from(JSON.stringify(value)));
const shapeOf = (coordinates: Position[][][]): Shape => ({ type: 'MultiPolygon', coordinates });

/** The box around everything that is drawn; all zero when nothing is. */
function boundsOf({ county, towns, villages }: CountyToBuild): Bounds {
  const bounds: Bounds = [180, 90, -180, -90];
  const full = new Set(villages.map(({ townFid }) => townFid));
  const outlines = towns.filter(({ fid }) => !full.has(fid));
  const parts = [...villages, ...outlines].flatMap(({ shape }) => shape ?? []);
  for (const { coordinates } of parts.length > 0 || !county.shape ? parts : [county.shape]) {
    for (const [lon = 0, lat = 0] of coordinates.flat(2)) {
      bounds[0] = Math.min(bounds[0], lon);
      bounds[1] = Math.min(bounds[1], lat);
      bounds[2] = Math.max(bounds[2], lon);
      bounds[3] = Math.max(bounds[3], lat);
    }
  }
  return bounds[0] <= bounds[2] ? bounds : [0, 0, 0, 0];
}

function placesOf(county: CountyToBuild, whole: Topology): DrawnPlace[] {
  const drawn = (shape: ArcShape, level: 1 | 2 | 3, fid = shape.fid): DrawnPlace => ({
    fid,
    level,
    shape: shapeOf(polygonsOf(whole, shape)),
  });
  const towns = whole.towns.filter(({ fid }) => fid !== 0).map((town) => drawn(town, 2));
  const known = new Set(towns.map(({ fid }) => fid));
  const given = county.towns.flatMap(({ fid, shape }) =>
    shape && !known.has(fid) ? [{ fid, level: 2 as const, shape }] : [],
  );
  return [
    ...(whole.county ? [drawn(whole.county, 1, county.county.fid)] : []),
    ...[...towns, ...given].sort((a, b) => a.fid - b.fid),
    ...whole.villages.map((village) => drawn(village, 3)).sort((a, b) => a.fid - b.fid),
  ];
}

function metricsOf(fid: number, shape: Shape): PlaceMetrics {
  const feature: Feature<MultiPolygon> = { type: 'Feature', properties: {}, geometry: shape };
  const [west, south, east, north] = bbox(feature);
  return { fid, areaM2: area(feature), label: labelPoint(shape) as LonLat, bounds: [west, south, east, north] };
}

function labelFeatures(county: CountyToBuild, metrics: PlaceMetrics[]): Feature[] {
  const at = new Map(metrics.map(({ fid, label }) => [fid, label]));
  const labels = (places: { fid: number; name: string }[], level: number) =>
    places.flatMap(({ fid, name }): Feature[] => {
      const coordinates = at.get(fid);
      if (!coordinates) return [];
      return [{ type: 'Feature', id: fid, properties: { fid, name, level }, geometry: { type: 'Point', coordinates } }];
    });
  const villages = [...new Map(county.villages.map((village) => [village.fid, village])).values()];
  return [...labels([county.county], 1), ...labels(county.towns, 2), ...labels(villages, 3)];
}

function layersOf(
  step: Topology,
  { county, labels, whole }: { county: CountyToBuild; labels: Feature[]; whole: DrawnPlace[] },
): ZoomLayers {
  const polygon = (shape: ArcShape, fid: number, properties: Record<string, number>): Feature => ({
    type: 'Feature',
    id: fid,
    properties,
    geometry: shapeOf(polygonsOf(step, shape)),
  });
  const towns = step.towns.filter(({ fid }) => fid !== 0);
  const known = new Set(towns.map(({ fid }) => fid));
  const given = whole.filter(({ level, fid }) => level === 2 && !known.has(fid));
  return {
    county: step.county ? [polygon(step.county, county.county.fid, {})] : [],
    town: [
      ...towns.map((town) => polygon(town, town.fid, {})),
      ...given.map(({ fid, shape }): Feature => ({ type: 'Feature', id: fid, properties: {}, geometry: shape })),
    ],
    village: step.villages.map((village) => polygon(village, village.fid, { town: village.town })),
    border: bordersOf(step).map(({ level, line }) => ({
      type: 'Feature',
      properties: { level },
      geometry: { type: 'LineString', coordinates: line },
    })),
    label: labels,
  };
}

/** Villages that are left without any ground once overlaps are resolved. */
function lostNotes({ villages }: CountyToBuild, whole: Topology): Note[] {
  const drawn = new Set(whole.villages.map(({ fid }) => fid));
  return villages
    .filter(({ fid }) => !drawn.has(fid))
    .map(({ code, name }) => ({
      code: 'village-without-ground',
      severity: 'warning',
      at: { file: '', areaCode: code, areaName: name },
    }));
}
