import type { Cell, CellValue, ColumnDef, WriteSheet } from 'hucre';

/** Formats of cells: text stays text whatever it begins with, also when somebody edits it. */
const formats = { text: '@', count: '0', money: '0.00', day: 'yyyy-mm-dd' } as const;
export type LedgerKind = keyof typeof formats;

/** A column of a ledger; `total` what stands below it: how many are filled, or the sum. Long text wraps. */
export interface LedgerColumn<Row> {
  title: string;
  width: number;
  kind: LedgerKind;
  total?: 'count' | 'sum';
  cell(row: Row, at: number): string | number | null;
}
/** What a ledger says around its rows. */
export interface LedgerWords {
  /** Name of the sheet. */
  name: string;
  /** First line. */
  title: string;
  total: string;
  /** At the foot of each printed page. */
  foot: string;
}

const lineAround = { style: 'thin', color: { rgb: 'B7BDB9' } } as const;
const border = { top: lineAround, bottom: lineAround, left: lineAround, right: lineAround };
const wrapped = { vertical: 'center', wrapText: true } as const;
const centred = { ...wrapped, horizontal: 'center' } as const;
const first = 2;
/** Of text of 11 points, in points. */
const lineHeight = 15;

/**
 * 台账 — rows as a sheet: its first line the title, the header frozen, filtered and repeated on each printed page, days, sums and counts as such,
 * everything else as text, totals as formulas that follow the filter, A4 across, as wide as the page.
 */
export function ledgerSheet<Row>(rows: Row[], columns: LedgerColumn<Row>[], words: LedgerWords): WriteSheet {
  const header = columns.map(({ title }) => title);
  const last = rows.length + first;
  const letter = columnName(columns.length);
  const cells = new Map<string, Partial<Cell>>([
    ['0,0', { value: words.title, type: 'string', style: { font: { bold: true, size: 14 }, numFmt: formats.text } }],
    ...header.map((title, at) => [`1,${at}`, headed(title)] as const),
    [`${last},0`, headed(words.total)],
    ...columns.flatMap(({ total }, at) => {
      if (!total || at === 0) return [];
      const values = rows.map((row) => columns[at]?.cell(row, 0) ?? null);
      return [[`${last},${at}`, totalCell(total, columnName(at + 1), last, values)] as const];
    }),
  ]);
  return {
    name: words.name,
    rows: [
      [words.title],
      header,
      ...rows.map((row, n) => columns.map(({ kind, cell }) => shown(cell(row, n), kind))),
      columns.map(() => null),
    ],
    columns: columns.map(
      ({ width, kind }, at): ColumnDef => ({
        width,
        // A number or day at the right edge of its cell runs into the text of the next.
        style: { numFmt: formats[kind], border, alignment: at === 0 || kind === 'day' ? centred : wrapped },
      }),
    ),
    cells,
    rowDefs: rowHeights([header, ...rows.map((row, n) => columns.map(({ cell }) => cell(row, n)))], columns),
    merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: columns.length - 1 }],
    freezePane: { rows: first },
    autoFilter: { range: `A${first}:${letter}${last}` },
    headerFooter: { oddFooter: `&L${words.foot.replaceAll('&', '&&')}&R&P / &N` },
    pageSetup: {
      ...{ orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      printTitlesRow: `$1:$${first}`,
      margins: { top: 0.5, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
    },
  };
}

/** Heights of the rows, the header first, whose text takes more than one line: not every program that opens a sheet makes room by itself. */
function rowHeights<Row>(lines: (string | number | null)[][], columns: LedgerColumn<Row>[]) {
  return new Map(
    lines.flatMap((cells, at) => {
      const tallest = Math.max(...cells.map((cell, n) => linesIn(cell, columns[n]?.width ?? 1)));
      return tallest > 1 ? [[at + 1, { height: tallest * lineHeight }] as const] : [];
    }),
  );
}

/** Lines a text takes in a column: a Chinese character is as wide as two digits, and the edges take about one. */
function linesIn(cell: string | number | null, width: number): number {
  if (typeof cell !== 'string') return 1;
  const wide = (line: string) => [...line].reduce((sum, one) => sum + (one <= 'ÿ' ? 1.1 : 2), 0);
  return cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(wide(line) / (width - 1))), 0);
}

/** A total follows the filter: SUBTOTAL leaves out the rows that are hidden. */
function totalCell(total: 'count' | 'sum', column: string, last: number, values: CellValue[]): Partial<Cell> {
  const range = `${column}${first + 1}:${column}${last}`;
  const result =
    total === 'count'
      ? values.filter((value) => value !== null && value !== '').length
      : values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0);
  const style = {
    font: { bold: true },
    border,
    numFmt: Number.isInteger(result) ? formats.count : formats.money,
  };
  // Without rows a formula would count the cell it stands in.
  if (values.length === 0) return { type: 'number', value: 0, style };
  return {
    type: 'formula',
    formula: `SUBTOTAL(${total === 'count' ? 103 : 109},${range})`,
    formulaResult: result,
    style,
  };
}

function shown(value: string | number | null, kind: LedgerKind): CellValue {
  return kind === 'day' && typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : value;
}

const headed = (value: string): Partial<Cell> => ({
  value,
  type: 'string',
  style: {
    ...{ font: { bold: true, size: 11 }, numFmt: formats.text, border },
    ...{
      fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E9EDEA' } },
      alignment: centred,
    },
  },
});

function columnName(number: number): string {
  return number <= 26
    ? String.fromCharCode(64 + number)
    : columnName(Math.floor((number - 1) / 26)) + columnName(((number - 1) % 26) + 1);
}
