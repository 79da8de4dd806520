import type { LedgerKind } from '../format/hand-over.ts';
import { bare, type RawCell, textOf } from './cell-value.zh.ts';
import type { Column } from './column.ts';
import { ledgerColumns, ledgerMarks, workedOutHeaders } from './columns.zh.ts';

/** A column found in a sheet: where, what it is, and the unit of money its header names. */
interface FoundColumn {
  at: number;
  header: string;
  column: Column;
  unit: 'wan' | 'yuan' | null;
}

/** A header row found: the ledger it belongs to, its columns, and headers nobody knows. */
export interface Header {
  ledger: LedgerKind;
  row: number;
  columns: FoundColumn[];
  unknown: { at: number; header: string }[];
  /** Columns that say again what a column before them says. */
  repeated: { at: number; header: string }[];
  /** Columns that hold what the product works out by itself. */
  workedOut: { at: number; header: string }[];
}

const rowsLookedAt = 15;

/** A header to compare by: without width, case, blanks, quotes and brackets. */
export const plainHeader = (header: string): string => bare(header).replace(/[()[\]【】/]/g, '');

const byHeader = new Map(
  (Object.keys(ledgerColumns) as LedgerKind[]).map((ledger) => [
    ledger,
    new Map(ledgerColumns[ledger].flatMap((column) => column.headers.map((header) => [plainHeader(header), column]))),
  ]),
);
const workedOutOnes = new Set(workedOutHeaders.map(plainHeader));

/** The header row of a sheet: the one among the first rows whose headers fit one ledger best; null when none fits. */
export function findHeader(rows: RawCell[][]): Header | null {
  let best: Header | null = null;
  for (const [row, cells] of rows.slice(0, rowsLookedAt).entries()) {
    for (const ledger of byHeader.keys()) {
      const found = match(cells, ledger, row);
      if (found && found.columns.length > (best?.columns.length ?? 0)) best = found;
    }
  }
  return best;
}

function match(cells: RawCell[], ledger: LedgerKind, row: number): Header | null {
  const columns: FoundColumn[] = [];
  const unknown: Header['unknown'] = [];
  const repeated: Header['repeated'] = [];
  const workedOut: Header['workedOut'] = [];
  const taken = new Set<string>();
  for (const [at, cell] of cells.entries()) {
    const header = textOf(cell);
    if (header === null) continue;
    const { name, unit } = withoutUnit(header);
    const column = byHeader.get(ledger)?.get(name);
    if (!column) {
      if (workedOutOnes.has(name)) workedOut.push({ at, header });
      else if (!/^(序号|编号|备注|no\.?)$/i.test(name)) unknown.push({ at, header });
      continue;
    }
    if (taken.has(column.key)) {
      repeated.push({ at, header });
      continue;
    }
    taken.add(column.key);
    columns.push({ at, header, column, unit });
  }
  const { keys, atLeast } = ledgerMarks[ledger];
  const marks = keys.filter((key) => taken.has(key)).length;
  const must = ledgerColumns[ledger].filter((column) => column.must).every(({ key }) => taken.has(key));
  return marks >= atLeast && must && columns.length >= 2
    ? { ledger, row, columns, unknown, repeated, workedOut }
    : null;
}

/** A header without the unit in its brackets; a header that brackets something else keeps it. */
function withoutUnit(header: string): { name: string; unit: 'wan' | 'yuan' | null } {
  const plain = bare(header);
  const [, unit] = /[(【[](?:单位)?(万元|元)[)】\]]$/.exec(plain) ?? [];
  const name = plain.replace(/[(【[](?:单位)?(万元|元|个|天|√\/×|是\/否|有\/无|必填)[)】\]]$/, '');
  return { name: plainHeader(name), unit: unit === '万元' ? 'wan' : unit === '元' ? 'yuan' : null };
}
