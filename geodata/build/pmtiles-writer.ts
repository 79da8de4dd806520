import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { PbfWriter } from 'pbf';
import { zxyToTileId } from 'pmtiles';
import type { Bounds } from '../area/area.ts';

/** A tile to keep: its place and its uncompressed bytes. */
export interface TileToKeep {
  z: number;
  x: number;
  y: number;
  bytes: Uint8Array;
}

export interface ArchiveMetadata {
  name: string;
  layers: string[];
}

interface Entry {
  id: number;
  run: number;
  offset: number;
  length: number;
}

const rootLimit = 16_384 - 127;
const leafSize = 4_096;

/** Writes an archive of gzip-compressed vector tiles, clustered; equal tiles are kept once. Source: PMTiles 3. */
export function writeArchive(tiles: TileToKeep[], bounds: Bounds, metadata: ArchiveMetadata): Uint8Array {
  const { entries, body, contents } = pack(tiles);
  const meta = gzipSync(
    JSON.stringify({ name: metadata.name, vector_layers: metadata.layers.map((id) => ({ id, fields: {} })) }),
  );
  const { root, leaves } = directories(entries);
  const zooms = tiles.map(({ z }) => z);
  const header = writeHeader({
    lengths: [root.length, meta.length, leaves.length, body.length],
    counts: [tiles.length, entries.length, contents],
    zooms: [Math.min(...zooms, 14), Math.max(...zooms, 0)],
    bounds,
  });
  return Buffer.concat([header, root, meta, leaves, body]);
}

function pack(tiles: TileToKeep[]): { entries: Entry[]; body: Buffer; contents: number } {
  const known = new Map<string, { offset: number; length: number }>();
  const entries: Entry[] = [];
  const parts: Buffer[] = [];
  let size = 0;
  const inOrder = tiles.map((tile) => ({ id: zxyToTileId(tile.z, tile.x, tile.y), tile })).sort((a, b) => a.id - b.id);
  for (const { id, tile } of inOrder) {
    const hash = createHash('sha1').update(tile.bytes).digest('latin1');
    let place = known.get(hash);
    if (!place) {
      const bytes = gzipSync(tile.bytes, { level: 9 });
      place = { offset: size, length: bytes.length };
      known.set(hash, place);
      parts.push(bytes);
      size += bytes.length;
    }
    const last = entries.at(-1);
    if (last && last.offset === place.offset && last.id + last.run === id) last.run++;
    else entries.push({ id, run: 1, ...place });
  }
  return { entries, body: Buffer.concat(parts), contents: known.size };
}

function directories(entries: Entry[]): { root: Buffer; leaves: Buffer } {
  const whole = writeDirectory(entries);
  if (whole.length <= rootLimit) return { root: whole, leaves: Buffer.alloc(0) };
  const leaves: Buffer[] = [];
  const pointers: Entry[] = [];
  let offset = 0;
  for (let from = 0; from < entries.length; from += leafSize) {
    const leaf = writeDirectory(entries.slice(from, from + leafSize));
    pointers.push({ id: entries[from]?.id ?? 0, run: 0, offset, length: leaf.length });
    leaves.push(leaf);
    offset += leaf.length;
  }
  return { root: writeDirectory(pointers), leaves: Buffer.concat(leaves) };
}

function writeDirectory(entries: Entry[]): Buffer {
  const pbf = new PbfWriter();
  pbf.writeVarint(entries.length);
  let last = 0;
  for (const { id } of entries) {
    pbf.writeVarint(id - last);
    last = id;
  }
  for (const { run } of entries) pbf.writeVarint(run);
  for (const { length } of entries) pbf.writeVarint(length);
  for (const [at, { offset }] of entries.entries()) {
    const before = entries[at - 1];
    pbf.writeVarint(before && before.offset + before.length === offset ? 0 : offset + 1);
  }
  return gzipSync(pbf.finish());
}

interface HeaderFacts {
  lengths: [root: number, metadata: number, leaves: number, body: number];
  counts: [addressed: number, entries: number, contents: number];
  zooms: [min: number, max: number];
  bounds: Bounds;
}

function writeHeader({ lengths, counts, zooms, bounds }: HeaderFacts): Buffer {
  const header = Buffer.alloc(127);
  header.write('PMTiles', 0, 'latin1');
  header[7] = 3;
  let at = 8;
  let offset = 127;
  for (const length of lengths) {
    header.writeBigUInt64LE(BigInt(offset), at);
    header.writeBigUInt64LE(BigInt(length), at + 8);
    offset += length;
    at += 16;
  }
  for (const count of counts) {
    header.writeBigUInt64LE(BigInt(count), at);
    at += 8;
  }
  // clustered, both compressions gzip, tile type vector
  header.set([1, 2, 2, 1, zooms[0], zooms[1]], at);
  at += 6;
  const [west, south, east, north] = bounds;
  for (const degrees of [west, south, east, north]) {
    header.writeInt32LE(Math.round(degrees * 1e7), at);
    at += 4;
  }
  header[at] = zooms[0];
  header.writeInt32LE(Math.round(((west + east) / 2) * 1e7), at + 1);
  header.writeInt32LE(Math.round(((south + north) / 2) * 1e7), at + 5);
  return header;
}
