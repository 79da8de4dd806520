import { Unreadable } from './raw-layer.ts';

/** One column of a DBF, its name still bytes: names are cut at ten bytes, even inside a character. */
export interface DbfColumn {
  nameBytes: Uint8Array;
  type: string;
  at: number;
  length: number;
}

/** A DBF whose text is not decoded yet. */
export interface DbfTable {
  /** 语言驱动 ID — language driver byte at offset 29, 0 when not given. */
  languageByte: number;
  columns: DbfColumn[];
  rows: Uint8Array[];
  deleted: boolean[];
  /** Rows the header declares; more than `rows` when the file is cut. */
  declaredRows: number;
}

/**
 * Reads header and records of a dBASE III–VII table, all lengths checked against the bytes there are.
 * Refuses with {@link Unreadable}: dbf-not-a-table. Source: dBASE file header structure, Borland.
 */
export function readDbf(bytes: Uint8Array): DbfTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33) throw new Unreadable('dbf-not-a-table');
  const declaredRows = view.getUint32(4, true);
  const headerLength = view.getUint16(8, true);
  const rowLength = view.getUint16(10, true);
  if (headerLength < 33 || headerLength > bytes.length || rowLength < 1 || !isVersion(bytes[0] as number)) {
    throw new Unreadable('dbf-not-a-table');
  }
  const columns = readColumns(bytes, headerLength, rowLength);
  const count = Math.min(declaredRows, Math.floor((bytes.length - headerLength) / rowLength));
  const rows: Uint8Array[] = [];
  const deleted: boolean[] = [];
  for (let i = 0; i < count; i++) {
    const at = headerLength + i * rowLength;
    rows.push(bytes.subarray(at, at + rowLength));
    deleted.push(bytes[at] === 0x2a);
  }
  return { languageByte: bytes[29] as number, columns, rows, deleted, declaredRows };
}

const isVersion = (byte: number) =>
  [0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8b, 0x8c, 0xcb, 0xf5, 0xfb].includes(byte);

function readColumns(bytes: Uint8Array, headerLength: number, rowLength: number): DbfColumn[] {
  const columns: DbfColumn[] = [];
  let at = 1;
  for (let start = 32; start + 32 <= headerLength && bytes[start] !== 0x0d; start += 32) {
    const name = bytes.subarray(start, start + 11);
    const end = name.indexOf(0);
    const type = String.fromCharCode(bytes[start + 11] as number);
    const length = bytes[start + 16] as number;
    if (at + length > rowLength) throw new Unreadable('dbf-not-a-table');
    columns.push({ nameBytes: end < 0 ? name : name.subarray(0, end), type, at, length });
    at += length;
  }
  return columns;
}

/** Bytes of one cell without the padding on both sides. */
export function cellBytes(row: Uint8Array, column: DbfColumn): Uint8Array {
  let start = column.at;
  let end = column.at + column.length;
  const isPadding = (byte: number | undefined) => byte === 0x20 || byte === 0;
  while (end > start && isPadding(row[end - 1])) end--;
  while (start < end && isPadding(row[start])) start++;
  return row.subarray(start, end);
}
