import type { Geometry, Position } from 'geojson';
import { duplicateKey } from './duplicate-key.ts';
import { type CellValue, type RawFeature, type RawLayer, Unreadable } from './raw-layer.ts';
import { decodeFile } from './text-encoding.ts';
import { isTopology, readTopology } from './topojson.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const depths: Record<string, number> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/**
 * Reads GeoJSON (RFC 7946, bare geometries too) or TopoJSON, one layer each object. What breaks the structure refuses the whole file with
 * {@link Unreadable}; what can be read but is not as the standard says becomes a note. Nothing is repaired here.
 */
export function readGeoJson(file: string, bytes: Uint8Array): RawLayer[] {
  const { text, label } = decodeFile(bytes);
  let root: Json;
  try {
    root = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Unreadable('json-broken', { line: lineOfError(text) });
  }
  if (!isObject(root)) throw new Unreadable('geojson-structure', { path: '$' });
  if (isTopology(root)) return readTopology(file, root);
  const layer: RawLayer = {
    file,
    format: 'geojson',
    features: [],
    prj: null,
    crsName: crsNameOf(root),
    encoding: label === 'utf-8' ? null : label,
    notes: [],
  };
  const key = duplicateKey(text);
  if (key !== null) layer.notes.push({ code: 'json-key-twice', severity: 'warning', at: { file }, values: { key } });
  const features = featuresOf(root);
  const isCollection = root.type === 'FeatureCollection';
  if (isCollection && ['coordinates', 'geometries', 'geometry', 'properties'].some((member) => member in root)) {
    layer.notes.push({ code: 'geojson-members', severity: 'warning', at: { file } });
  }
  for (const [index, feature] of features.entries()) readFeature(layer, feature, index + 1);
  if (layer.features.length === 0 && layer.notes.length === 0) throw new Unreadable('no-features');
  return [layer];
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The line at which the text ends being JSON, by the parser's own position; 1 when it does not say. */
function lineOfError(text: string): number {
  try {
    JSON.parse(text);
  } catch (error) {
    const at = /position (\d+)/.exec(String(error));
    return at ? text.slice(0, Number(at[1])).split('\n').length : 1;
  }
  return 1;
}

function crsNameOf(root: JsonObject): string | null {
  const properties = isObject(root.crs) ? root.crs.properties : null;
  return isObject(properties) && typeof properties.name === 'string' ? properties.name : null;
}

function featuresOf(root: JsonObject): JsonObject[] {
  if (root.type === 'FeatureCollection') {
    if (!Array.isArray(root.features)) throw new Unreadable('geojson-structure', { path: 'features' });
    return root.features.map((feature, i) => {
      if (!isObject(feature) || feature.type !== 'Feature')
        throw new Unreadable('geojson-structure', { path: `features[${i}]` });
      return feature;
    });
  }
  if (root.type === 'Feature') return [root];
  if (root.type === 'GeometryCollection' || (typeof root.type === 'string' && Object.hasOwn(depths, root.type))) {
    return [{ type: 'Feature', properties: null, geometry: root, bare: true }];
  }
  throw new Unreadable('geojson-structure', { path: 'type' });
}

function readFeature(layer: RawLayer, feature: JsonObject, number: number): void {
  const loose = (what: string) =>
    layer.notes.push({
      code: 'geojson-not-standard',
      severity: 'warning',
      at: { file: layer.file, feature: number },
      values: { what },
    });
  if (!('geometry' in feature)) throw new Unreadable('geojson-structure', { path: `features[${number - 1}].geometry` });
  if (!('properties' in feature)) loose('properties');
  if (feature.properties != null && !isObject(feature.properties)) {
    throw new Unreadable('geojson-structure', { path: `features[${number - 1}].properties` });
  }
  if ('id' in feature && typeof feature.id !== 'string' && typeof feature.id !== 'number') loose('id');
  if ('coordinates' in feature || 'geometries' in feature || 'features' in feature) loose('coordinates');
  const properties = cells(feature.properties ?? null);
  if (typeof feature.id === 'string' || typeof feature.id === 'number') properties['@id'] ??= feature.id;
  if (feature.bbox !== undefined && !isBox(feature.bbox)) loose('bbox');
  if (feature.geometry === null) {
    layer.features.push({ number, geometry: null, properties });
    return;
  }
  for (const geometry of geometriesOf(feature.geometry, `features[${number - 1}].geometry`, loose)) {
    layer.features.push({ number, geometry, properties } satisfies RawFeature);
  }
}

const isBox = (box: Json) =>
  Array.isArray(box) && (box.length === 4 || box.length === 6) && box.every((n) => typeof n === 'number');

function geometriesOf(geometry: Json | undefined, path: string, loose: (what: string) => void, depth = 0): Geometry[] {
  if (!isObject(geometry) || typeof geometry.type !== 'string') throw new Unreadable('geojson-structure', { path });
  if (geometry.bbox !== undefined && !isBox(geometry.bbox)) loose('bbox');
  if ('geometry' in geometry || 'properties' in geometry || 'features' in geometry) loose('geometry');
  if (geometry.type === 'GeometryCollection') {
    if (!Array.isArray(geometry.geometries) || depth > 20)
      throw new Unreadable('geojson-structure', { path: `${path}.geometries` });
    if (depth > 0) loose('GeometryCollection');
    return geometry.geometries.flatMap((part, i) => geometriesOf(part, `${path}.geometries[${i}]`, loose, depth + 1));
  }
  if (!Object.hasOwn(depths, geometry.type)) throw new Unreadable('geojson-structure', { path: `${path}.type` });
  checkPositions(geometry.coordinates, depths[geometry.type] as number, `${path}.coordinates`, loose);
  const coordinates = geometry.coordinates as unknown as Position[];
  if (geometry.type === 'LineString' && coordinates.length < 2) throw new Unreadable('geojson-structure', { path });
  if (geometry.type === 'MultiLineString' && coordinates.some((line) => line.length < 2)) {
    throw new Unreadable('geojson-structure', { path });
  }
  return [geometry as unknown as Geometry];
}

function checkPositions(value: Json | undefined, depth: number, path: string, loose: (what: string) => void): void {
  if (!Array.isArray(value)) throw new Unreadable('geojson-structure', { path });
  if (depth > 0) {
    for (const [i, part] of value.entries()) checkPositions(part, depth - 1, `${path}[${i}]`, loose);
    return;
  }
  if (value.length < 2 || !value.every((n) => typeof n === 'number' && Number.isFinite(n))) {
    throw new Unreadable('geojson-position', { path });
  }
  if (value.length > 3) loose('position');
}

/** Nested values are left out: no column of a place is an object. */
function cells(properties: JsonObject | null): Record<string, CellValue> {
  const row: Record<string, CellValue> = {};
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (typeof value === 'string') row[name] = value.trim();
    else if (typeof value === 'number' || typeof value === 'boolean' || value === null) row[name] = value;
  }
  return row;
}
