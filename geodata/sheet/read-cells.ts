import { EncryptedFileError, parseCsv, read, type Sheet } from 'hucre';
import { decodeFile } from '../format/text-encoding.ts';
import type { RawCell } from './cell-value.zh.ts';
import { checkWorkbookZip, type WorkbookZip } from './workbook-zip.ts';

/** One sheet as rows of cells, from the first row Excel shows, empty ones included. */
export interface RawSheet {
  name: string;
  hidden: boolean;
  rows: RawCell[][];
}

/** The sheets of a file, or why there are none: a code for a note, with its values. */
export type CellsRead =
  | { sheets: RawSheet[]; encoding: string | null; from1904: boolean }
  | { fault: 'workbook-encrypted' | 'workbook-unreadable' | 'workbook-et' | 'file-empty' }
  | NonNullable<WorkbookZip>;

/** Rows of one sheet that are read at most; a county has hundreds. */
export const mostRows = 100_000;

/** Reads a workbook (.xlsx, .xls, .ods) or a CSV in any of the encodings offices use. Never throws. */
export async function readCells(file: string, bytes: Uint8Array): Promise<CellsRead> {
  if (bytes.length === 0) return { fault: 'file-empty' };
  if (/\.xlsb$/i.test(file)) return { fault: 'workbook-xlsb' };
  const container = containerOf(bytes);
  if (container === null) return readCsv(file, bytes);
  if (/\.et$/i.test(file)) return { fault: 'workbook-et' };
  const unfit = container === 'zip' ? checkWorkbookZip(bytes) : null;
  if (unfit) return unfit;
  try {
    const workbook = await read(bytes, { maxRows: mostRows + 1 });
    const sheets = workbook.sheets.map((sheet) => rawSheet(sheet));
    return { encoding: null, sheets, from1904: workbook.dateSystem === '1904' };
  } catch (problem) {
    const locked = problem instanceof EncryptedFileError && hasStream(bytes, ['EncryptedPackage', 'Workbook']);
    return { fault: locked ? 'workbook-encrypted' : 'workbook-unreadable' };
  }
}

/** Whether an OLE file has a stream of one of these names; without any it is no workbook, locked or not. */
function hasStream(bytes: Uint8Array, names: string[]): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return names.some((name) => file.includes(name, 0, 'utf16le'));
}

/** A zip (xlsx, ods) or an OLE file (xls, encrypted xlsx); null for anything else. */
function containerOf(bytes: Uint8Array): 'zip' | 'ole' | null {
  const [a, b, c, d] = bytes;
  if (a === 0x50 && b === 0x4b && c === 3 && d === 4) return 'zip';
  return a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0 ? 'ole' : null;
}

function rawSheet(sheet: Sheet): RawSheet {
  return {
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows: Array.from(sheet.rows, (row) => row ?? []),
  };
}

function readCsv(file: string, bytes: Uint8Array): CellsRead {
  const wide = bytes[0] === 0xff ? bytes[1] === 0xfe : bytes[0] === 0xfe && bytes[1] === 0xff;
  if (!wide && bytes.subarray(0, 4096).includes(0)) return { fault: 'workbook-unreadable' };
  const { text, label } = decodeCsv(bytes);
  const plain = text.replace(/^\ufeff/, '');
  const name = file.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '');
  try {
    const cells = parseCsv(plain, { delimiter: delimiterOf(plain), maxRows: mostRows + 1 }) as RawCell[][];
    const rows = cells.map((row) => row.map(kept));
    return { encoding: label, sheets: [{ name, hidden: false, rows }], from1904: false };
  } catch {
    return { fault: 'workbook-unreadable' };
  }
}

/** `="610327104201"` is how a CSV keeps digits as text before Excel; other formulas stay as they are written. */
const kept = (cell: RawCell): RawCell =>
  typeof cell === 'string'
    ? cell.replace(/^\s*="((?:[^"]|"")*)"\s*$/, (_, text: string) => text.replaceAll('""', '"'))
    : cell;

function decodeCsv(bytes: Uint8Array): { text: string; label: string } {
  if (bytes[0] === 0xfe) return { text: new TextDecoder('utf-16be').decode(bytes), label: 'utf-16be' };
  return decodeFile(bytes);
}

/** The separator the first lines agree on. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 4000).replace(/"[^"]*"/g, '');
  const counted = [',', '\t', ';'].map((mark) => ({ mark, count: head.split(mark).length }));
  return counted.sort((a, b) => b.count - a.count)[0]?.mark ?? ',';
}
