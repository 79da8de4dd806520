import { zipSync } from 'fflate';
import type { Position } from 'geojson';

const utf8 = new TextEncoder();

/** Bytes of each character of an encoding, found by decoding every sequence of one and two bytes. */
const tables = new Map<string, Map<string, number[]>>();
function tableOf(label: string): Map<string, number[]> {
  const known = tables.get(label);
  if (known) return known;
  const decoder = new TextDecoder(label);
  const table = new Map<string, number[]>();
  const add = (bytes: number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== '�' && !table.has(text)) table.set(text, bytes);
  };
  for (let first = 0; first < 256; first++) add([first]);
  for (let first = 0x81; first < 0xff; first++) for (let second = 0x40; second < 0xff; second++) add([first, second]);
  tables.set(label, table);
  return table;
}

/** Text in an encoding TextDecoder knows by `label`. Throws where it has no such character. */
export function encode(text: string, label: string): Uint8Array {
  if (label === 'utf-8') return utf8.encode(text);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = tableOf(label).get(character);
      if (!bytes) throw new Error(`${label} has no ${character}`);
      return bytes;
    }),
  );
}

export interface TableShape {
  /** Of the text in it, as TextDecoder names it. */
  encoding: string;
  languageByte?: number;
}

/** A dBASE III table of text columns; names are cut at ten bytes, as the format does. */
export function writeDbf(
  columns: string[],
  rows: string[][],
  { encoding, languageByte = 0 }: TableShape,
): Uint8Array<ArrayBuffer> {
  const cells = rows.map((row) => row.map((cell) => encode(cell, encoding)));
  const widths = columns.map((_, column) => Math.max(1, ...cells.map((row) => row[column]?.length ?? 0)));
  const headerLength = 33 + 32 * columns.length;
  const rowLength = 1 + widths.reduce((sum, width) => sum + width, 0);
  const bytes = new Uint8Array(headerLength + rows.length * rowLength + 1).fill(0x20, headerLength);
  const view = new DataView(bytes.buffer);
  bytes[0] = 3;
  view.setUint32(4, rows.length, true);
  view.setUint16(8, headerLength, true);
  view.setUint16(10, rowLength, true);
  bytes[29] = languageByte;
  columns.forEach((name, column) => {
    bytes.set(encode(name, encoding).subarray(0, 10), 32 + 32 * column);
    bytes[32 + 32 * column + 11] = 'C'.charCodeAt(0);
    bytes[32 + 32 * column + 16] = widths[column] ?? 1;
  });
  bytes[headerLength - 1] = 0x0d;
  cells.forEach((row, index) => {
    let at = headerLength + index * rowLength + 1;
    row.forEach((cell, column) => {
      bytes.set(cell, at);
      at += widths[column] ?? 1;
    });
  });
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}

/** Parts of one shape: rings of a polygon, lines of a line, or one part with one position for a point. */
export type Parts = Position[][];
const shapeTypes = { point: 1, line: 3, polygon: 5 } as const;

/** The main file of a shapefile; exterior rings go in clockwise, as the format wants it. Source: ESRI Shapefile Technical Description, 1998. */
export function writeShp(kind: keyof typeof shapeTypes, shapes: Parts[]): Uint8Array<ArrayBuffer> {
  const lengthOf = (parts: Parts) =>
    kind === 'point' ? 20 : 44 + 4 * parts.length + 16 * parts.reduce((sum, part) => sum + part.length, 0);
  const bytes = new Uint8Array(100 + shapes.reduce((sum, parts) => sum + 8 + lengthOf(parts), 0));
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, bytes.length / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, shapeTypes[kind], true);
  let at = 100;
  shapes.forEach((parts, index) => {
    view.setInt32(at, index + 1);
    view.setInt32(at + 4, lengthOf(parts) / 2);
    view.setInt32(at + 8, shapeTypes[kind], true);
    const begin = at + 12;
    const numbers = kind === 'point' ? begin : begin + 40 + 4 * parts.length;
    if (kind !== 'point') {
      view.setInt32(begin + 32, parts.length, true);
      view.setInt32(begin + 36, parts.flat().length, true);
      let first = 0;
      parts.forEach((part, number) => {
        view.setInt32(begin + 40 + 4 * number, first, true);
        first += part.length;
      });
    }
    parts.flat().forEach(([x = 0, y = 0], number) => {
      view.setFloat64(numbers + 16 * number, x, true);
      view.setFloat64(numbers + 16 * number + 8, y, true);
    });
    at += 8 + lengthOf(parts);
  });
  return bytes;
}

/** Rings of polygons as a shapefile has them: exteriors clockwise, holes the other way, all in one record. */
export const clockwise = (polygons: Position[][][]): Parts =>
  polygons.flatMap((rings) => rings.map((ring) => [...ring].reverse()));

/** Files of one stem, loose or in a zip. */
export const loose = (stem: string, parts: Record<string, Uint8Array | string>) =>
  Object.entries(parts).map(([ending, content]) => ({
    name: `${stem}.${ending}`,
    bytes: typeof content === 'string' ? utf8.encode(content) : content,
  }));
export const zipped = (files: { name: string; bytes: Uint8Array }[]): Uint8Array =>
  zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])));
