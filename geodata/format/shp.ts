import type { Geometry, Position } from 'geojson';
import { nestRings } from './nest-rings.ts';
import { Unreadable } from './raw-layer.ts';

/** Geometries of a .shp in file order, null for null shapes; Z and M are left out. */
export interface ShpRecords {
  geometries: (Geometry | null)[];
  /** Records whose coordinates are no numbers, counted from 1. */
  withoutNumbers: number[];
}

const pointTypes = new Set([1, 11, 21]);
const multipointTypes = new Set([8, 18, 28]);
const lineTypes = new Set([3, 13, 23]);
const polygonTypes = new Set([5, 15, 25]);

interface Extent {
  at: number;
  end: number;
}

/**
 * Reads a .shp, every length and count checked against the bytes there are. `shx` is used when records do not follow each other.
 * Refuses with {@link Unreadable}: shp-not-a-shapefile, shp-cut, shp-record-damaged, shp-type-unknown.
 * Source: ESRI Shapefile Technical Description, July 1998.
 */
export function readShp(bytes: Uint8Array, shx: Uint8Array | null): ShpRecords {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 100 || view.getInt32(0) !== 9994 || view.getInt32(28, true) !== 1000) {
    throw new Unreadable('shp-not-a-shapefile');
  }
  const declared = view.getInt32(24) * 2;
  const extents = recordExtents(view, shx, declared);
  const withoutNumbers: number[] = [];
  const geometries = extents.map((extent, index) => {
    const geometry = readRecord(view, extent, index + 1);
    if (geometry && !hasNumbers(geometry)) {
      withoutNumbers.push(index + 1);
      return null;
    }
    return geometry;
  });
  return { geometries, withoutNumbers };
}

function recordExtents(view: DataView, shx: Uint8Array | null, declared: number): Extent[] {
  const inOrder = followRecords(view, Math.min(view.byteLength, declared >= 100 ? declared : view.byteLength));
  if (!inOrder.brokenAt) {
    if (declared > view.byteLength) throw new Unreadable('shp-cut', { bytes: view.byteLength, declared });
    return inOrder.extents;
  }
  const indexed = shx ? followIndex(view, shx) : null;
  if (indexed) return indexed;
  if (declared > view.byteLength) throw new Unreadable('shp-cut', { bytes: view.byteLength, declared });
  throw new Unreadable('shp-record-damaged', { record: inOrder.brokenAt });
}

/** Records one after the other; `brokenAt` is the number of the first whose length cannot be, else 0. */
function followRecords(view: DataView, end: number): { extents: Extent[]; brokenAt: number } {
  const extents: Extent[] = [];
  let at = 100;
  while (at + 8 <= end) {
    const length = view.getInt32(at + 4) * 2;
    const extent = { at: at + 8, end: at + 8 + length };
    if (length < 4 || extent.end > view.byteLength) return { extents, brokenAt: extents.length + 1 };
    extents.push(extent);
    at = extent.end;
  }
  return { extents, brokenAt: 0 };
}

function followIndex(view: DataView, shx: Uint8Array): Extent[] | null {
  const index = new DataView(shx.buffer, shx.byteOffset, shx.byteLength);
  if (shx.length < 108 || index.getInt32(0) !== 9994) return null;
  const extents: Extent[] = [];
  for (let at = 100; at + 8 <= shx.length; at += 8) {
    const start = index.getInt32(at) * 2;
    const length = index.getInt32(at + 4) * 2;
    if (start < 100 || length < 4 || start + 8 + length > view.byteLength) return null;
    extents.push({ at: start + 8, end: start + 8 + length });
  }
  return extents;
}

function readRecord(view: DataView, extent: Extent, record: number): Geometry | null {
  const type = view.getInt32(extent.at, true);
  const room = extent.end - extent.at;
  const damaged = () => new Unreadable('shp-record-damaged', { record });
  if (type === 0) return null;
  if (pointTypes.has(type)) {
    if (room < 20) throw damaged();
    return { type: 'Point', coordinates: readPositions(view, extent.at + 4, 1)[0] as Position };
  }
  if (multipointTypes.has(type)) {
    const count = room >= 40 ? view.getInt32(extent.at + 36, true) : -1;
    if (count < 0 || count > (room - 40) / 16) throw damaged();
    return { type: 'MultiPoint', coordinates: readPositions(view, extent.at + 40, count) };
  }
  if (!lineTypes.has(type) && !polygonTypes.has(type)) throw new Unreadable('shp-type-unknown', { record, type });
  const parts = readParts(view, extent.at, room);
  if (!parts) throw damaged();
  if (lineTypes.has(type)) return { type: 'MultiLineString', coordinates: parts };
  return { type: 'MultiPolygon', coordinates: nestRings(parts) };
}

function readParts(view: DataView, at: number, room: number): Position[][] | null {
  if (room < 44) return null;
  const parts = view.getInt32(at + 36, true);
  const points = view.getInt32(at + 40, true);
  if (parts < 0 || points < 0 || 44 + parts * 4 + points * 16 > room) return null;
  const starts = Array.from({ length: parts }, (_, i) => view.getInt32(at + 44 + i * 4, true));
  starts.push(points);
  if (starts.some((start, i) => start < 0 || start > points || (i > 0 && start < (starts[i - 1] as number))))
    return null;
  const first = at + 44 + parts * 4;
  return starts
    .slice(0, -1)
    .map((start, i) => readPositions(view, first + start * 16, (starts[i + 1] as number) - start));
}

const readPositions = (view: DataView, at: number, count: number): Position[] =>
  Array.from({ length: count }, (_, i) => [view.getFloat64(at + i * 16, true), view.getFloat64(at + i * 16 + 8, true)]);

/** Values beyond 1e30 stand for "no value" in the format. */
const isNumber = (value: number | undefined) => value !== undefined && Number.isFinite(value) && Math.abs(value) < 1e30;

function hasNumbers(geometry: Geometry): boolean {
  const check = (part: unknown): boolean =>
    Array.isArray(part) && (typeof part[0] === 'number' ? part.every((value) => isNumber(value)) : part.every(check));
  return geometry.type !== 'GeometryCollection' && check(geometry.coordinates);
}
