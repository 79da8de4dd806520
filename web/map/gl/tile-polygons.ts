import { PbfReader } from 'pbf';

/** A polygon feature of a tile: rings as flat x, y lists in tile units, without closing points; exterior rings start a polygon. */
export interface TilePolygon {
  fid: number;
  polygons: number[][][];
}

/** The polygons of one layer of a Mapbox Vector Tile and the side of the tile in its units. Source: MVT 2.1. */
export function readTilePolygons(bytes: Uint8Array, layer: string): { extent: number; features: TilePolygon[] } {
  const found = { extent: 4096, features: [] as TilePolygon[] };
  new PbfReader(bytes).readFields((tag, _, pbf) => {
    if (tag !== 3) return;
    const one = { name: '', extent: 4096, features: [] as TilePolygon[] };
    pbf.readMessage(readLayer, one);
    if (one.name === layer) Object.assign(found, { extent: one.extent, features: one.features });
  }, undefined);
  return found;
}

function readLayer(
  tag: number,
  layer: { name: string; extent: number; features: TilePolygon[] },
  pbf: PbfReader,
): void {
  if (tag === 1) layer.name = pbf.readString();
  else if (tag === 5) layer.extent = pbf.readVarint();
  else if (tag === 2) {
    const feature = { fid: 0, kind: 0, rings: [] as number[][] };
    pbf.readMessage(readFeature, feature);
    if (feature.kind === 3) layer.features.push({ fid: feature.fid, polygons: polygonsOf(feature.rings) });
  }
}

function readFeature(tag: number, feature: { fid: number; kind: number; rings: number[][] }, pbf: PbfReader): void {
  if (tag === 1) feature.fid = pbf.readVarint();
  else if (tag === 3) feature.kind = pbf.readVarint();
  else if (tag === 4) feature.rings = readRings(pbf);
}

function readRings(pbf: PbfReader): number[][] {
  const end = pbf.readVarint() + pbf.pos;
  const rings: number[][] = [];
  let ring: number[] = [];
  let [x, y, command, left] = [0, 0, 1, 0];
  while (pbf.pos < end) {
    if (left === 0) {
      const word = pbf.readVarint();
      command = word & 7;
      left = word >> 3;
    }
    left--;
    if (command === 7) {
      left = 0;
      continue;
    }
    x += pbf.readSVarint();
    y += pbf.readSVarint();
    if (command === 1) {
      ring = [];
      rings.push(ring);
    }
    ring.push(x, y);
  }
  return rings;
}

/** Rings grouped by exterior: in a tile exteriors have a positive area, holes a negative one. */
function polygonsOf(rings: number[][]): number[][][] {
  const polygons: number[][][] = [];
  for (const ring of rings) {
    const area = doubledArea(ring);
    if (ring.length < 6 || area === 0) continue;
    const last = polygons.at(-1);
    if (area > 0 || !last) polygons.push([ring]);
    else last.push(ring);
  }
  return polygons;
}

function doubledArea(ring: number[]): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    sum += (ring[j] ?? 0) * (ring[i + 1] ?? 0) - (ring[i] ?? 0) * (ring[j + 1] ?? 0);
  }
  return sum;
}

/** Whether a point in tile units lies in the feature (even-odd over all rings). */
export function holdsPoint(feature: TilePolygon, px: number, py: number): boolean {
  let inside = false;
  for (const ring of feature.polygons.flat()) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [xi, yi, xj, yj] = [ring[i] ?? 0, ring[i + 1] ?? 0, ring[j] ?? 0, ring[j + 1] ?? 0];
      if (yi > py !== yj > py && px < ((xj - xi) * (py - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}
