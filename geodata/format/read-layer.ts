import type { Geometry, Position } from 'geojson';
import type { AreaFeature, Shape } from '../area/area.ts';
import { signedArea } from '../area/ring.ts';
import { type Decision, decideSystem } from '../coordinate/decide-system.ts';
import { findShift } from '../coordinate/find-shift.ts';
import type { Anchor } from '../coordinate/known-county.ts';
import { unshift } from '../coordinate/shifted.ts';
import type { Note } from '../note.ts';
import { type AreaRow, readAreaRows } from './area-rows.ts';
import type { BoundaryFile, GroundFile, ReadFile } from './hand-over.ts';
import { kindOfLines } from './line-kind.ts';
import { middle, positionsOf, thin } from './positions.ts';
import type { RawFeature, RawLayer } from './raw-layer.ts';
import type { GeographicOptions } from './read-geographic.ts';
import { readGround } from './read-ground.ts';

/** Turns one layer into what it is: boundaries, roads, rivers or places, in WGS 84. Mixed layers come back as several files. */
export function readLayer(layer: RawLayer, options: GeographicOptions): ReadFile[] {
  const polygons = layer.features.filter(({ geometry }) => geometry === null || isPolygon(geometry));
  const lines = layer.features.filter(({ geometry }) => geometry?.type.endsWith('LineString'));
  const points = layer.features.filter(({ geometry }) => geometry?.type.endsWith('Point'));
  const hasShapes = polygons.some(({ geometry }) => geometry !== null);
  if (!hasShapes && lines.length + points.length === 0) return [refuse(layer, 'no-shapes')];
  const { rows, assumedLevel } = readAreaRows(hasShapes ? polygons : points, layer.file);
  const decided = decide(layer, hasShapes ? polygons : points, rows, options);
  if (!decided.decision) return [{ is: 'refused', file: layer.file, notes: [...layer.notes, ...decided.notes] }];
  const decision = decided.decision;
  const notes = [...layer.notes, ...decided.notes];
  const bad = layer.features.find(({ geometry }) => geometry && !landsOnEarth(geometry, decision.toWgs84));
  if (bad) return [refuse(layer, 'outside-earth', { system: decision.reading.system }, notes, bad.number)];
  const read: ReadFile[] = [];
  if (hasShapes) read.push(boundaries(layer, polygons, { rows, assumedLevel }, decision, options));
  const kind = lines.length > 0 ? kindOfLines(lines, layer.file) : null;
  if (kind) read.push(readGround(layer, kind.is, lines, decision, kind.isAssumed ? ['lines-taken-as-roads'] : []));
  if (points.length > 0) read.push(readGround(layer, 'places', points, decision, []));
  if (!hasShapes && polygons.length > 0)
    notes.push({
      code: 'null-shapes-left-out',
      severity: 'warning',
      at: { file: layer.file },
      values: { count: polygons.length },
    });
  const first = read[0] as BoundaryFile | GroundFile;
  first.notes.unshift(...notes);
  return read;
}

const isPolygon = (geometry: Geometry) => geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';

function refuse(
  layer: RawLayer,
  code: string,
  values: Note['values'] = {},
  notes = layer.notes,
  feature?: number,
): ReadFile {
  return {
    is: 'refused',
    file: layer.file,
    notes: [...notes, { code, severity: 'refused', at: { file: layer.file, feature }, values }],
  };
}

function decide(layer: RawLayer, features: RawFeature[], rows: AreaRow[], { known, declared }: GeographicOptions) {
  const points = layer.features.flatMap(({ geometry }) => (geometry ? [...thin(geometry)] : []));
  const anchors: Anchor[] = features.flatMap(({ geometry }, i) => {
    const row = rows[i];
    return geometry && row ? [{ code: row.code, name: row.name, position: middle(geometry) }] : [];
  });
  const isChinese = rows.some(({ name, code }) => /\p{Script=Han}/u.test(name) || /^\d{12}$/.test(code ?? ''));
  const { prj, crsName, file } = layer;
  return decideSystem({ file, prj, crsName, declared, known, anchors, points, isChinese });
}

/** Longitudes up to 360 are allowed, for sets that cross the antimeridian count on. */
function landsOnEarth(geometry: Geometry, toWgs84: Decision['toWgs84']): boolean {
  for (const position of positionsOf(geometry)) {
    const [lon = Number.NaN, lat = Number.NaN] = toWgs84(position);
    if (!(Math.abs(lon) <= 360 && Math.abs(lat) <= 90.0001) && !isLatitudeFirst([lon, lat])) return false;
  }
  return true;
}

/** A single place with latitude first is a defect of that place, found later. */
const isLatitudeFirst = ([lon = 0, lat = 0]: Position) => Math.abs(lat) <= 180 && Math.abs(lon) <= 90;

function boundaries(
  layer: RawLayer,
  features: RawFeature[],
  { rows, assumedLevel }: { rows: AreaRow[]; assumedLevel: boolean },
  decision: Decision,
  { known, declared }: GeographicOptions,
): BoundaryFile {
  const { file } = layer;
  const notes: Note[] = [];
  let areas = features.map(
    ({ geometry }, i): AreaFeature => ({
      ...(rows[i] as AreaRow),
      shape: shapeOf(geometry, decision.toWgs84, layer.format),
    }),
  );
  let { reading } = decision;
  const isShiftSaid = reading.system === 'GCJ-02' || reading.system === 'BD-09';
  const shift = known && !isShiftSaid ? findShift(areas, known) : null;
  if (shift?.system) {
    const { system } = shift;
    areas = areas.map((area) => ({
      ...area,
      shape: area.shape && mapShape(area.shape, (position) => unshift(position, system)),
    }));
    notes.push({
      code: 'shifted-coordinates',
      severity: 'repaired',
      at: { file },
      values: { system, metres: Math.round(shift.offM) },
    });
    reading = { ...reading, system, basis: 'known-county' };
  } else if (shift && shift.offM > 200) {
    notes.push({ code: 'county-off', severity: 'warning', at: { file }, values: { metres: Math.round(shift.offM) } });
  }
  const mayBeShifted = !shift && reading.basis === 'range' && declared === null && areas.some(isInChina);
  if (mayBeShifted) notes.push({ code: 'may-be-shifted', severity: 'warning', at: { file } });
  if (assumedLevel) notes.push({ code: 'level-assumed', severity: 'warning', at: { file } });
  const values = { count: areas.length, system: reading.system, encoding: layer.encoding ?? 'UTF-8' };
  notes.unshift({ code: 'boundaries-understood', severity: 'understood', at: { file }, values });
  return { is: 'boundaries', file, reading, encoding: layer.encoding, areas, notes };
}

function isInChina({ name, shape }: AreaFeature): boolean {
  const [lon = 0, lat = 0] = shape?.coordinates[0]?.[0]?.[0] ?? [];
  return /\p{Script=Han}/u.test(name) && lon > 72 && lon < 137.9 && lat > 0.8 && lat < 55.9;
}

/**
 * Height and measure are kept in place of the third number, so that the check of defects can tell of them. Only GeoJSON has a rule for the
 * direction of rings that a file can break; the others are turned as the rule asks.
 */
function shapeOf(geometry: Geometry | null, toWgs84: Decision['toWgs84'], format: RawLayer['format']): Shape | null {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return null;
  const coordinates = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const shape = mapShape({ type: 'MultiPolygon', coordinates }, toWgs84);
  if (format === 'geojson') return shape;
  for (const polygon of shape.coordinates) {
    for (const [i, ring] of polygon.entries()) if (signedArea(ring) > 0 !== (i === 0)) ring.reverse();
  }
  return shape;
}

const mapShape = (shape: Shape, convert: (position: Position) => Position): Shape => ({
  type: 'MultiPolygon',
  coordinates: shape.coordinates.map((polygon) =>
    polygon.map((ring) => ring.map((position) => [...convert(position), ...position.slice(2)])),
  ),
});
