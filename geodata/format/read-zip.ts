import { unzipSync } from 'fflate';
import { Unreadable } from './raw-layer.ts';

/** One file out of a zip; `name` with its folders, decoded. */
export interface ZipEntry {
  name: string;
  bytes: Uint8Array;
}

const largestUnpackedMb = 400;
const mostEntries = 20_000;

/**
 * Unpacks the entries `wanted` by name, after the directory has been checked for count and declared size; unpacking never goes beyond
 * the declared size. Names without the UTF-8 flag are read as GB18030. Refuses: zip-damaged, zip-too-many-entries, zip-too-large.
 */
export function readZip(bytes: Uint8Array, wanted: (name: string) => boolean): ZipEntry[] {
  let entries = 0;
  let unpacked = 0;
  attempt(() =>
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries++;
        if (wanted(entryName(name))) unpacked += originalSize;
        return false;
      },
    }),
  );
  if (entries > mostEntries) throw new Unreadable('zip-too-many-entries', { entries, limit: mostEntries });
  const megabytes = Math.ceil(unpacked / 2 ** 20);
  if (megabytes > largestUnpackedMb) throw new Unreadable('zip-too-large', { megabytes, limit: largestUnpackedMb });
  const files = attempt(() => unzipSync(bytes, { filter: ({ name }) => wanted(entryName(name)) }));
  return Object.entries(files).map(([name, content]) => ({ name: entryName(name), bytes: content }));
}

function attempt<Result>(read: () => Result): Result {
  try {
    return read();
  } catch {
    throw new Unreadable('zip-damaged');
  }
}

/** Names come as Latin-1 when the entry has no UTF-8 flag: back to bytes, then as a Chinese Windows wrote them. */
function entryName(name: string): string {
  const codes = Array.from(name, (letter) => letter.codePointAt(0) as number);
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return name;
  return decodeBytes(Uint8Array.from(codes));
}

function decodeBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
