import type { LedgerFile, LedgerRow, LedgerValue, ReadFile, RefusedFile } from '../format/hand-over.ts';
import type { Note, Spot } from '../note.ts';
import { type CellBasis, type RawCell, readCell, textOf } from './cell-value.zh.ts';
import { type DayBasis, dayOf } from './day.zh.ts';
import { fileDayOf, yearOfRows } from './file-day.zh.ts';
import { findHeader, type Header } from './find-header.zh.ts';
import { mostRows, type RawSheet, readCells } from './read-cells.ts';
import { skippedRow } from './skipped-row.zh.ts';

/**
 * 台账 — reads every ledger in a workbook or CSV: which it is, its columns, and each row's cells typed by their column. What cannot be read becomes a note
 * with row and column. A file without any ledger is refused. Never throws.
 */
export async function readLedgers(file: string, bytes: Uint8Array): Promise<ReadFile[]> {
  const read = await readCells(file, bytes);
  if ('fault' in read) return [refused(file, read.fault, 'values' in read ? read.values : undefined)];
  const ledgers: LedgerFile[] = [];
  const passedOver: Note[] = [];
  for (const sheet of read.sheets) {
    const header = findHeader(sheet.rows);
    if (header && !sheet.hidden) ledgers.push(readSheet(file, sheet, { header, from1904: read.from1904 }));
    else if (header) passedOver.push({ code: 'sheet-hidden', severity: 'warning', at: { file, sheet: sheet.name } });
    else if (sheet.rows.some((row) => row.some((cell) => textOf(cell) !== null)))
      passedOver.push({ code: 'sheet-no-ledger', severity: 'warning', at: { file, sheet: sheet.name } });
  }
  const [first] = ledgers;
  if (!first) return [refused(file, 'ledger-not-recognised')];
  first.notes.unshift(...passedOver);
  return ledgers;
}

function refused(file: string, code: string, values?: Note['values']): RefusedFile {
  return { is: 'refused', file, notes: [{ code, severity: 'refused', at: { file }, ...(values ? { values } : {}) }] };
}

function readSheet(
  file: string,
  sheet: RawSheet,
  { header, from1904 }: { header: Header; from1904: boolean },
): LedgerFile {
  const at: Spot = { file, sheet: sheet.name };
  const notes = headerNotes(header, at);
  const rows: LedgerRow[] = [];
  const headerCells = sheet.rows[header.row] ?? [];
  const days = header.columns.filter(({ column }) => column.kind === 'date').map((column) => column.at);
  const fileDay =
    fileDayOf(file, sheet.rows.slice(0, header.row)) ?? yearOfRows(sheet.rows.slice(header.row + 1, mostRows), days);
  const reading = { header, basis: { fileDay, from1904 }, notes, yearless: 0 };
  let totals = 0;
  for (const [index, cells] of sheet.rows.slice(0, mostRows).entries()) {
    if (index <= header.row) continue;
    const skipped = skippedRow(cells, headerCells);
    if (skipped === 'total') totals++;
    if (skipped !== null) continue;
    const row = readRow(cells, { ...at, row: index + 1 }, reading);
    if (row) rows.push({ row: index + 1, cells: row });
  }
  if (header.ledger === 'inspection' && !header.columns.some(({ column }) => column.key === 'level')) {
    for (const { cells } of rows) cells.level = 'county';
    notes.push({ code: 'visit-level-assumed', severity: 'understood', at });
  }
  if (totals > 0) notes.push({ code: 'total-rows', severity: 'understood', at, values: { rows: totals } });
  if (reading.yearless > 0 && fileDay)
    notes.push({
      code: 'year-from-file',
      severity: 'understood',
      at,
      values: { cells: reading.yearless, year: fileDay.year },
    });
  if (sheet.rows.length > mostRows)
    notes.push({ code: 'sheet-too-long', severity: 'refused', at, values: { rows: mostRows } });
  if (rows.length === 0) notes.push({ code: 'ledger-empty', severity: 'warning', at });
  return { is: 'ledger', file, sheet: sheet.name, ledger: header.ledger, rows, notes };
}

function headerNotes({ row, unknown, repeated, workedOut }: Header, at: Spot): Note[] {
  const note =
    (code: string, severity: Note['severity'] = 'warning') =>
    ({ header: column }: { header: string }): Note => ({
      code,
      severity,
      at: { ...at, row: row + 1, column },
    });
  return [
    ...unknown.map(note('column-not-known')),
    ...repeated.map(note('column-twice')),
    ...workedOut.map(note('column-worked-out', 'understood')),
  ];
}

interface Reading {
  header: Header;
  basis: DayBasis;
  notes: Note[];
  /** Dates whose year was taken from the file. */
  yearless: number;
}

const withoutFile: DayBasis = { fileDay: null, from1904: false };

function readRow(cells: RawCell[], at: Spot, reading: Reading): Record<string, LedgerValue> | null {
  const { header, basis, notes } = reading;
  const row: Record<string, LedgerValue> = {};
  for (const { at: position, header: title, column, unit } of header.columns) {
    const { key, must, kind } = column;
    const cell = cells[position];
    const read = readCell(cell, column, { ...basis, unit } satisfies CellBasis);
    const spot = { ...at, column: title };
    if ('fault' in read) {
      const severity = must || read.fault === 'code-broken' ? 'refused' : 'warning';
      notes.push({ code: read.fault, severity, at: spot, values: { text: textOf(cell) ?? '' } });
      row[key] = null;
      continue;
    }
    row[key] = read.value;
    if (
      kind === 'date' &&
      read.value !== null &&
      typeof cell === 'string' &&
      typeof dayOf(cell, withoutFile) !== 'string'
    )
      reading.yearless++;
    if (must && read.value === null) notes.push({ code: 'cell-needed', severity: 'refused', at: spot });
  }
  const placed = ['venue', 'organisation', 'responsibility'].includes(header.ledger);
  if (placed && !row.code && !row.village && !row.place && !row.town) {
    notes.push({ code: 'row-without-place', severity: 'refused', at });
    return null;
  }
  return row;
}
