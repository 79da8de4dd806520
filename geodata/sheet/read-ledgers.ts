import type { LedgerFile, LedgerRow, LedgerValue, ReadFile, RefusedFile } from '../format/hand-over.ts';
import type { Note, Spot } from '../note.ts';
import { type RawCell, readCell, textOf } from './cell-value.zh.ts';
import { findHeader, type Header } from './find-header.zh.ts';
import { type RawSheet, readCells } from './read-cells.ts';
import { skippedRow } from './skipped-row.zh.ts';

/** Rows of one sheet that are read at most; a county has hundreds. */
const mostRows = 100_000;

/**
 * 台账 — reads every ledger in a workbook or CSV: which it is, its columns, and each row's cells typed by their column. What cannot be read becomes a note
 * with row and column. A file without any ledger is refused. Never throws.
 */
export async function readLedgers(file: string, bytes: Uint8Array): Promise<ReadFile[]> {
  const read = await readCells(file, bytes);
  if ('fault' in read) return [refused(file, read.fault)];
  const ledgers: LedgerFile[] = [];
  const passedOver: Note[] = [];
  for (const sheet of read.sheets) {
    const header = findHeader(sheet.rows);
    if (header && !sheet.hidden) ledgers.push(readSheet(file, sheet, header));
    else if (header) passedOver.push({ code: 'sheet-hidden', severity: 'warning', at: { file, sheet: sheet.name } });
    else if (sheet.rows.some((row) => row.some((cell) => textOf(cell) !== null)))
      passedOver.push({ code: 'sheet-no-ledger', severity: 'warning', at: { file, sheet: sheet.name } });
  }
  const [first] = ledgers;
  if (!first) return [refused(file, 'ledger-not-recognised')];
  first.notes.unshift(...passedOver);
  return ledgers;
}

function refused(file: string, code: string): RefusedFile {
  return { is: 'refused', file, notes: [{ code, severity: 'refused', at: { file } }] };
}

function readSheet(file: string, sheet: RawSheet, header: Header): LedgerFile {
  const notes: Note[] = [];
  const rows: LedgerRow[] = [];
  const at: Spot = { file, sheet: sheet.name };
  for (const { header: column } of header.unknown)
    notes.push({ code: 'column-not-known', severity: 'warning', at: { ...at, row: header.row + 1, column } });
  const headerCells = sheet.rows[header.row] ?? [];
  let totals = 0;
  for (const [index, cells] of sheet.rows.slice(0, mostRows).entries()) {
    if (index <= header.row) continue;
    const skipped = skippedRow(cells, headerCells);
    if (skipped === 'total') totals++;
    if (skipped !== null) continue;
    const row = readRow(cells, { header, at: { ...at, row: index + 1 }, notes });
    if (row) rows.push({ row: index + 1, cells: row });
  }
  if (totals > 0) notes.push({ code: 'total-rows', severity: 'understood', at, values: { rows: totals } });
  if (sheet.rows.length > mostRows)
    notes.push({ code: 'sheet-too-long', severity: 'refused', at, values: { rows: mostRows } });
  if (rows.length === 0) notes.push({ code: 'ledger-empty', severity: 'warning', at });
  return { is: 'ledger', file, sheet: sheet.name, ledger: header.ledger, rows, notes };
}

interface RowToRead {
  header: Header;
  at: Spot;
  notes: Note[];
}

function readRow(cells: RawCell[], { header, at, notes }: RowToRead): Record<string, LedgerValue> | null {
  const row: Record<string, LedgerValue> = {};
  for (const {
    at: column,
    header: title,
    column: { key, must, ...kind },
    unit,
  } of header.columns) {
    const reading = readCell(cells[column], { key, ...kind }, unit);
    const spot = { ...at, column: title };
    if ('fault' in reading) {
      const severity = must || reading.fault === 'code-broken' ? 'refused' : 'warning';
      notes.push({ code: reading.fault, severity, at: spot, values: { text: textOf(cells[column]) ?? '' } });
      row[key] = null;
    } else {
      row[key] = reading.value;
      if (must && reading.value === null) notes.push({ code: 'cell-needed', severity: 'refused', at: spot });
    }
  }
  const placed = ['venue', 'organisation', 'responsibility'].includes(header.ledger);
  if (placed && !row.code && !row.village && !row.town) {
    notes.push({ code: 'row-without-place', severity: 'refused', at });
    return null;
  }
  return row;
}
