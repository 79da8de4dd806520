import type { GeoJSONVTTile } from '@maplibre/geojson-vt';
import { PbfWriter } from 'pbf';

type Feature = GeoJSONVTTile['features'][number];
type Value = string | number;

const extent = 4096;

/** Encodes the layers of one tile as a Mapbox Vector Tile; properties may be texts and numbers. Source: MVT 2.1. */
export function encodeTile(layers: { name: string; features: Feature[] }[]): Uint8Array {
  const pbf = new PbfWriter();
  for (const layer of layers) if (layer.features.length > 0) pbf.writeMessage(3, writeLayer, layer);
  return pbf.finish();
}

function writeLayer({ name, features }: { name: string; features: Feature[] }, pbf: PbfWriter): void {
  const keys = new Map<string, number>();
  const values = new Map<Value, number>();
  pbf.writeVarintField(15, 2);
  pbf.writeStringField(1, name);
  for (const feature of features) {
    const commands = commandsOf(feature);
    // A feature smaller than the tile's grid has nothing to draw, and a reader may refuse it.
    if (commands.length > 0) pbf.writeMessage(2, writeFeature, { feature, commands, keys, values });
  }
  for (const key of keys.keys()) pbf.writeStringField(3, key);
  for (const value of values.keys()) pbf.writeMessage(4, writeValue, value);
  pbf.writeVarintField(5, extent);
}

interface FeatureToWrite {
  feature: Feature;
  commands: number[];
  keys: Map<string, number>;
  values: Map<Value, number>;
}

function writeFeature({ feature, commands, keys, values }: FeatureToWrite, pbf: PbfWriter): void {
  if (typeof feature.id === 'number') pbf.writeVarintField(1, feature.id);
  const tags: number[] = [];
  for (const [key, value] of Object.entries(feature.tags ?? {})) {
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    tags.push(numbered(keys, key), numbered(values, value));
  }
  pbf.writePackedVarint(2, tags);
  pbf.writeVarintField(3, feature.type);
  pbf.writePackedVarint(4, commands);
}

function numbered<Key>(known: Map<Key, number>, key: Key): number {
  const at = known.get(key) ?? known.size;
  known.set(key, at);
  return at;
}

function writeValue(value: Value, pbf: PbfWriter): void {
  if (typeof value === 'string') pbf.writeStringField(1, value);
  else if (Number.isInteger(value)) pbf.writeSVarintField(6, value);
  else pbf.writeDoubleField(3, value);
}

const zigzag = (value: number) => (value << 1) ^ (value >> 31);

function commandsOf(feature: Feature): number[] {
  const commands: number[] = [];
  let [x, y] = [0, 0];
  const step = ([toX = 0, toY = 0]: number[]) => {
    commands.push(zigzag(toX - x), zigzag(toY - y));
    [x, y] = [toX, toY];
  };
  if (feature.type === 1) {
    const points = feature.geometry as number[][];
    commands.push(1 | (points.length << 3));
    for (const point of points) step(point);
    return commands;
  }
  for (const given of feature.geometry as number[][][]) {
    const line = withoutRepeats(given, feature.type === 3);
    if (line.length < (feature.type === 3 ? 3 : 2)) continue;
    commands.push(1 | (1 << 3));
    step(line[0] ?? []);
    commands.push(2 | ((line.length - 1) << 3));
    for (const point of line.slice(1)) step(point);
    if (feature.type === 3) commands.push(7 | (1 << 3));
  }
  return commands;
}

/** A line whose points differ from the one before; a ring also without its closing point. */
function withoutRepeats(line: number[][], ring: boolean): number[][] {
  const kept = line.filter(([x, y], at) => at === 0 || x !== line[at - 1]?.[0] || y !== line[at - 1]?.[1]);
  const [first, last] = [kept[0], kept.at(-1)];
  return ring && kept.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1] ? kept.slice(0, -1) : kept;
}
