import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What a zip's directory says about it, without unpacking anything. */
export interface ZipDirectory {
  entries: number;
  unpackedBytes: number;
  names: string[];
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const end64Mark = 0x06064b50;
const largestDirectory = 16 * 1024 * 1024;

/**
 * Reads a zip's central directory from its last bytes; null when the file has none that can be followed.
 * `entries` is what the directory declares, `names` the first 20,000. Source: APPNOTE.TXT 6.3, sections 4.3.12–4.3.16.
 */
export function readZipDirectory(path: string): ZipDirectory | null {
  const file = openSync(path, 'r');
  try {
    const size = fstatSync(file).size;
    const tail = read(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
    const end = lastMark(tail);
    if (end < 0) return null;
    const place = directoryPlace(file, tail, end, size - tail.length);
    if (!place || place.at + place.bytes > size || place.bytes > largestDirectory) {
      return place ? { entries: place.entries, unpackedBytes: Number.MAX_SAFE_INTEGER, names: [] } : null;
    }
    return sumEntries(read(file, place.at, place.bytes), place.entries);
  } finally {
    closeSync(file);
  }
}

function read(file: number, at: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  return buffer.subarray(0, readSync(file, buffer, 0, bytes, at));
}

function lastMark(tail: Buffer): number {
  for (let i = tail.length - 22; i >= 0; i--) if (tail.readUInt32LE(i) === endMark) return i;
  return -1;
}

function directoryPlace(file: number, tail: Buffer, end: number, tailAt: number) {
  const place = {
    entries: tail.readUInt16LE(end + 10),
    bytes: tail.readUInt32LE(end + 12),
    at: tail.readUInt32LE(end + 16),
  };
  if (place.entries !== 0xffff && place.bytes !== 0xffffffff && place.at !== 0xffffffff) return place;
  if (end < 20) return null;
  const end64At = Number(tail.readBigUInt64LE(end - 20 + 8));
  if (!(end64At >= 0 && end64At <= tailAt + end)) return null;
  const end64 = read(file, end64At, 56);
  if (end64.length < 56 || end64.readUInt32LE(0) !== end64Mark) return place;
  return {
    entries: Number(end64.readBigUInt64LE(32)),
    bytes: Number(end64.readBigUInt64LE(40)),
    at: Number(end64.readBigUInt64LE(48)),
  };
}

function sumEntries(directory: Buffer, declared: number): ZipDirectory | null {
  const names: string[] = [];
  let unpackedBytes = 0;
  let at = 0;
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === entryMark) {
    const bytes = directory.readUInt32LE(at + 24);
    const [name, extra, comment] = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    unpackedBytes +=
      bytes === 0xffffffff ? zip64Bytes(directory.subarray(at + 46 + name, at + 46 + name + extra)) : bytes;
    if (names.length < 20_000) names.push(directory.toString('latin1', at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  if (names.length === 0 && declared > 0) return null;
  return { entries: Math.max(declared, names.length), unpackedBytes, names };
}

/** The unpacked size in a zip64 extra field; huge when it is missing there too. */
function zip64Bytes(extra: Buffer): number {
  for (let at = 0; at + 12 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === 1) return Number(extra.readBigUInt64LE(at + 4));
  }
  return Number.MAX_SAFE_INTEGER;
}
