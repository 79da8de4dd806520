import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LedgerFile, LedgerKind, LedgerRow, ReadFile } from '../../geodata/format/hand-over.ts';
import { readLedgers } from '../../geodata/sheet/read-ledgers.ts';

/** Where the sample county's files lie. */
export const sampleFolder = join(import.meta.dirname, '../../geodata/sample/files');

/** Every ledger of the sample county as the sheet reader understands it, by file name. */
export async function readSample(): Promise<ReadFile[]> {
  const names = readdirSync(sampleFolder).filter((name) => /\.(xlsx|csv)$/.test(name));
  const read = await Promise.all(
    names.sort().map((name) => readLedgers(name, new Uint8Array(readFileSync(join(sampleFolder, name))))),
  );
  return read.flat();
}

/** Rows of one kind of ledger, oldest report first. */
export function rowsOf(read: ReadFile[], kind: LedgerKind): LedgerRow[] {
  return read
    .filter((file): file is LedgerFile => file.is === 'ledger' && file.ledger === kind)
    .flatMap(({ rows }) => rows)
    .sort((a, b) => (String(a.cells.reportedOn) < String(b.cells.reportedOn) ? -1 : 1));
}

/** The last report of each place by its code, folded over the ones before as the store folds them. */
export function lastReports<Report>(
  rows: LedgerRow[],
  read: (row: LedgerRow, before: Report | null) => Report | string,
): Map<string, Report> {
  const last = new Map<string, Report>();
  for (const row of rows) {
    const code = String(row.cells.code);
    const report = read(row, last.get(code) ?? null);
    if (typeof report === 'string') throw new Error(`${code} lacks ${report}`);
    last.set(code, report);
  }
  return last;
}
