import type { LedgerRow, LedgerValue } from '../../geodata/format/hand-over.ts';

/** Reads of one ledger row by field key. A column the ledger does not have is `undefined`: the last report stands. */
export class Cells {
  private readonly cells: Record<string, LedgerValue>;

  constructor(row: LedgerRow) {
    this.cells = row.cells;
  }

  has(key: string): boolean {
    return this.cells[key] !== undefined;
  }

  text(key: string): string | null {
    const value = this.cells[key];
    if (Array.isArray(value)) return value.join('；') || null;
    return value === undefined || value === null || value === '' ? null : String(value);
  }

  number(key: string): number | null {
    const value = this.cells[key];
    return typeof value === 'number' ? value : null;
  }

  flag(key: string): boolean | null {
    const value = this.cells[key];
    return typeof value === 'boolean' ? value : null;
  }

  list(key: string): string[] {
    const value = this.cells[key];
    if (Array.isArray(value)) return value;
    return typeof value === 'string' && value !== '' ? [value] : [];
  }

  /** Keys of the row that begin so, e.g. `item.`, without that beginning. */
  keysAfter(beginning: string): string[] {
    return Object.keys(this.cells).flatMap((key) => (key.startsWith(beginning) ? [key.slice(beginning.length)] : []));
  }

  /** The cell's text, or what stood before when the ledger has no such column. */
  textOr(key: string, before: string | null): string | null {
    return this.has(key) ? this.text(key) : before;
  }

  numberOr(key: string, before: number | null): number | null {
    return this.has(key) ? this.number(key) : before;
  }
}

/** The town a row names, else its town's code. */
export const townOf = (cells: Cells): string | null => cells.text('town') ?? cells.text('townCode');

/** The village a row names, else the place it names in one cell: 望岭镇后马家沟村. */
export const villageOf = (cells: Cells): string | null => cells.text('village') ?? cells.text('place');
