import { inflateSync } from 'node:zlib';
import type { Feature, LineString, Position } from 'geojson';

/** Fields of a protocol-buffer message, in their order: numbers (as varints) and bytes. */
function* fields(bytes: Uint8Array): Generator<{ field: number; value: number; bytes: Uint8Array }> {
  for (let at = 0; at < bytes.length; ) {
    const [key, next] = varint(bytes, at);
    const [field, kind] = [Math.floor(key / 8), key % 8];
    if (kind === 0) {
      const [value, end] = varint(bytes, next);
      yield { field, value, bytes: bytes.subarray(next, end) };
      at = end;
    } else if (kind === 2) {
      const [size, begin] = varint(bytes, next);
      yield { field, value: size, bytes: bytes.subarray(begin, begin + size) };
      at = begin + size;
    } else at = next + (kind === 1 ? 8 : 4);
  }
}

function varint(bytes: Uint8Array, from: number): [value: number, next: number] {
  let value = 0;
  for (let at = from, unit = 1; ; at++, unit *= 128) {
    const byte = bytes[at] ?? 0;
    value += (byte % 128) * unit;
    if (byte < 128) return [value, at + 1];
  }
}

function packed(bytes: Uint8Array, signed: boolean): number[] {
  const values: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [value, next] = varint(bytes, at);
    values.push(signed ? (value % 2 === 0 ? value / 2 : -(value + 1) / 2) : value);
    at = next;
  }
  return values;
}

const summed = (steps: number[]) => {
  let sum = 0;
  return steps.map((step) => {
    sum += step;
    return sum;
  });
};

/** Roads out of an OpenStreetMap extract (PBF: https://wiki.openstreetmap.org/wiki/PBF_Format): every way with a `highway`, its tags as properties. */
export function osmRoads(file: Uint8Array): Feature<LineString>[] {
  const places = new Map<number, Position>();
  const ways: { refs: number[]; tags: Record<string, string> }[] = [];
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  for (let at = 0; at < file.length; ) {
    const headSize = view.getUint32(at);
    const head = [...fields(file.subarray(at + 4, at + 4 + headSize))];
    const size = head.find(({ field }) => field === 3)?.value ?? 0;
    const kind = new TextDecoder().decode(head.find(({ field }) => field === 1)?.bytes);
    const blob = [...fields(file.subarray(at + 4 + headSize, at + 4 + headSize + size))];
    at += 4 + headSize + size;
    if (kind !== 'OSMData') continue;
    const raw = blob.find(({ field }) => field === 1)?.bytes;
    readBlock(raw ?? inflateSync(blob.find(({ field }) => field === 3)?.bytes ?? new Uint8Array()), places, ways);
  }
  return ways.flatMap(({ refs, tags }): Feature<LineString>[] => {
    const coordinates = refs.flatMap((ref) => {
      const place = places.get(ref);
      return place ? [place] : [];
    });
    if (coordinates.length < 2) return [];
    return [{ type: 'Feature', properties: tags, geometry: { type: 'LineString', coordinates } }];
  });
}

function readBlock(
  block: Uint8Array,
  places: Map<number, Position>,
  ways: { refs: number[]; tags: Record<string, string> }[],
): void {
  const all = [...fields(block)];
  const strings = [...fields(all.find(({ field }) => field === 1)?.bytes ?? new Uint8Array())].map(({ bytes }) =>
    new TextDecoder().decode(bytes),
  );
  const granularity = all.find(({ field }) => field === 17)?.value ?? 100;
  for (const group of all.filter(({ field }) => field === 2))
    for (const { field, bytes } of fields(group.bytes)) {
      if (field === 2) {
        const dense = new Map([...fields(bytes)].map((one) => [one.field, one.bytes]));
        const [ids, lats, lons] = [1, 8, 9].map((key) => summed(packed(dense.get(key) ?? new Uint8Array(), true)));
        for (const [n, id] of (ids ?? []).entries())
          places.set(id, [((lons?.[n] ?? 0) * granularity) / 1e9, ((lats?.[n] ?? 0) * granularity) / 1e9]);
      }
      if (field !== 3) continue;
      const way = new Map([...fields(bytes)].map((one) => [one.field, one.bytes]));
      const [keys, values] = [2, 3].map((key) => packed(way.get(key) ?? new Uint8Array(), false));
      const tags = Object.fromEntries((keys ?? []).map((key, n) => [strings[key], strings[values?.[n] ?? 0]]));
      if (tags.highway) ways.push({ refs: summed(packed(way.get(8) ?? new Uint8Array(), true)), tags });
    }
}
