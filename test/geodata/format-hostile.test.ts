import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readGeographic } from '../../geodata/format/read-geographic.ts';

const options = { known: null, declared: 'EPSG:4326' };
const square = [
  [86, 14],
  [86, 15],
  [87, 15],
  [87, 14],
  [86, 14],
];

/** A shapefile of `count` squares, as a reader should find it. */
function shapefile(count: number): Uint8Array {
  const record = 8 + 44 + 4 + square.length * 16;
  const bytes = new Uint8Array(100 + count * record);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, bytes.length / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, 5, true);
  for (let i = 0; i < count; i++) {
    const at = 100 + i * record;
    view.setInt32(at, i + 1);
    view.setInt32(at + 4, (record - 8) / 2);
    view.setInt32(at + 8, 5, true);
    view.setInt32(at + 44, 1, true);
    view.setInt32(at + 48, square.length, true);
    square.forEach(([x = 0, y = 0], n) => {
      view.setFloat64(at + 56 + n * 16, x, true);
      view.setFloat64(at + 64 + n * 16, y, true);
    });
  }
  return bytes;
}

const withInt = (at: number, value: number, isLittle = true) => {
  const bytes = shapefile(3);
  new DataView(bytes.buffer).setInt32(at, value, isLittle);
  return bytes;
};
const withNumber = (at: number, value: number) => {
  const bytes = shapefile(3);
  new DataView(bytes.buffer).setFloat64(at, value, true);
  return bytes;
};

const read = (name: string, bytes: Uint8Array) => readGeographic([{ name, bytes }], options);

describe('a shapefile whose counts and lengths lie', () => {
  const rows: [string, Uint8Array, string][] = [
    ['cut in a record', shapefile(3).subarray(0, 300), 'shp-cut'],
    ['cut in the header', shapefile(3).subarray(0, 60), 'shp-not-a-shapefile'],
    ['empty', new Uint8Array(0), 'shp-not-a-shapefile'],
    ['with another magic number', withInt(0, 1234, false), 'shp-not-a-shapefile'],
    ['with a negative record length', withInt(104, -5, false), 'shp-record-damaged'],
    ['with a record of two thousand million words', withInt(104, 2_000_000_000, false), 'shp-record-damaged'],
    ['with a negative count of parts', withInt(144, -1), 'shp-record-damaged'],
    ['with a thousand million parts', withInt(144, 1_000_000_000), 'shp-record-damaged'],
    ['with a negative count of points', withInt(148, -7), 'shp-record-damaged'],
    ['with more points than bytes', withInt(148, 50_000), 'shp-record-damaged'],
    ['with a part that starts beyond its points', withInt(152, 99), 'shp-record-damaged'],
    ['of a type nobody knows', withInt(108, 77), 'shp-type-unknown'],
    ['without any record', shapefile(0), 'no-features'],
  ];
  for (const [what, bytes, code] of rows) {
    test(`${what} is refused as ${code}`, async () => {
      const [file] = await read('a.shp', bytes);
      expect([file?.is, file?.notes.at(-1)?.code]).toEqual(['refused', code]);
    });
  }
  test('with coordinates that are no numbers it says which shape', async () => {
    const [file] = await read('a.shp', withNumber(156, Number.NaN));
    expect(file?.notes.filter(({ code }) => code === 'shape-without-numbers').map(({ at }) => at.feature)).toEqual([1]);
  });
  test('whole, it loads', async () => {
    const [file] = await read('a.shp', shapefile(3));
    expect(file?.is === 'boundaries' && file.areas.length).toBe(3);
  });
  test('with any bytes changed, nothing is thrown', async () => {
    const change = fc.tuple(fc.nat(shapefile(3).length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
        const bytes = shapefile(3);
        for (const [at, value] of changes) bytes[at] = value;
        const found = await read('a.shp', bytes);
        return found.every(({ notes }) => notes.length > 0 && notes.every(({ code }) => code !== 'reader-failed'));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a zip that lies', () => {
  const zip = zipSync({ 'a.shp': shapefile(3) });
  test('with any bytes changed, nothing is thrown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { maxLength: 6 }), async (changes) => {
        const bytes = zip.slice();
        for (const [at, value] of changes) bytes[at] = value;
        return (await read('a.zip', bytes)).every(({ notes }) => notes.length > 0);
      }),
      { numRuns: 200 },
    );
  });
  test('declaring more than the limit is refused before it is unpacked', async () => {
    const bytes = zip.slice();
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 4 < bytes.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 3_000_000_000, true);
    }
    const [file] = await read('a.zip', bytes);
    expect(file?.notes.map(({ code }) => code)).toEqual(['zip-too-large']);
  });
  test('entry names in GBK are read as Chinese', async () => {
    // Four letters of two UTF-8 bytes hold the place of four characters of two GBK bytes.
    const two = zipSync({ 'éàüö.shp': shapefile(1), 'b.shp': shapefile(1) });
    const gbk = Uint8Array.of(0xd4, 0xc6, 0xe1, 0xb6, 0xb4, 0xe5, 0xbd, 0xe7);
    const files = await read('a.zip', asGbk(two, 'éàüö', gbk));
    expect(files.map(({ file }) => file)).toContain('a.zip/云岫村界');
  });
});

/** A zip with one entry name's bytes replaced and the UTF-8 flags taken away. */
function asGbk(zip: Uint8Array, name: string, bytes: Uint8Array): Uint8Array {
  const utf8 = new TextEncoder().encode(name);
  const out = zip.slice();
  const view = new DataView(out.buffer);
  for (let at = 0; at + utf8.length <= out.length; at++) {
    if (utf8.every((byte, i) => out[at + i] === byte)) out.set(bytes, at);
  }
  for (let at = 0; at + 30 < out.length; at++) {
    const mark = view.getUint32(at, true);
    if (mark === 0x04034b50) view.setUint16(at + 6, 0, true);
    if (mark === 0x02014b50) view.setUint16(at + 8, 0, true);
  }
  return out;
}
