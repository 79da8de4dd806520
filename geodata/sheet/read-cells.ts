import { parseCsv, read, type Sheet } from 'hucre';
import { decodeFile } from '../format/text-encoding.ts';
import type { RawCell } from './cell-value.zh.ts';

/** One sheet as rows of cells; `firstRow` 1 is the first row Excel shows. */
export interface RawSheet {
  name: string;
  hidden: boolean;
  rows: RawCell[][];
}

/** The sheets of a file, or why there are none: a code for a note. */
export type CellsRead =
  | { sheets: RawSheet[]; encoding: string | null }
  | { fault: 'workbook-encrypted' | 'workbook-unreadable' | 'workbook-xlsb' | 'file-empty' };

/** Reads a workbook (.xlsx, .xls, .ods) or a CSV in any of the encodings offices use. Never throws. */
export async function readCells(file: string, bytes: Uint8Array): Promise<CellsRead> {
  if (bytes.length === 0) return { fault: 'file-empty' };
  if (/\.xlsb$/i.test(file)) return { fault: 'workbook-xlsb' };
  if (!isWorkbook(bytes)) return readCsv(file, bytes);
  try {
    const workbook = await read(bytes);
    return { encoding: null, sheets: workbook.sheets.map((sheet) => rawSheet(sheet)) };
  } catch (problem) {
    const encrypted = /encrypt|password/i.test(problem instanceof Error ? `${problem.name} ${problem.message}` : '');
    return { fault: encrypted ? 'workbook-encrypted' : 'workbook-unreadable' };
  }
}

/** A zip (xlsx, ods) or an OLE file (xls, encrypted xlsx). */
function isWorkbook(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return (a === 0x50 && b === 0x4b && c === 3 && d === 4) || (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0);
}

function rawSheet(sheet: Sheet): RawSheet {
  return {
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows: Array.from(sheet.rows, (row) => row ?? []),
  };
}

function readCsv(file: string, bytes: Uint8Array): CellsRead {
  if (bytes.subarray(0, 4096).includes(0) && !(bytes[0] === 0xff && bytes[1] === 0xfe))
    return { fault: 'workbook-unreadable' };
  const { text, label } = decodeFile(bytes);
  const plain = text.replace(/^\ufeff/, '');
  const name = file.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '');
  try {
    const rows = parseCsv(plain, { delimiter: delimiterOf(plain) }) as RawCell[][];
    return { encoding: label, sheets: [{ name, hidden: false, rows }] };
  } catch {
    return { fault: 'workbook-unreadable' };
  }
}

/** The separator the first lines agree on. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 4000);
  const counted = [',', '\t', ';'].map((mark) => ({ mark, count: head.split(mark).length }));
  return counted.sort((a, b) => b.count - a.count)[0]?.mark ?? ',';
}
