import { type Cell, type CellValue, type WriteSheet, writeXlsx } from 'hucre';
import { sheetNames, type WantedName } from './sheet-names.ts';

/** A cell's text and a header or footer take so many UTF-16 units. Source: Microsoft, Excel specifications and limits. */
const mostInCell = 32_767;
const mostInFooter = 255;

/**
 * 工作簿 — sheets as the bytes of an .xlsx; every workbook of the server is written here. Names of sheets become legal and distinct; a text comes back
 * as it was typed also where it looks like an escaped character: in these files `_x0041_` stands for A. Source: ECMA-376, 22.9.2.19 (ST_Xstring).
 */
export function writeWorkbook(sheets: (WriteSheet & Pick<WantedName, 'tail'>)[]): Promise<Uint8Array> {
  const names = sheetNames(sheets);
  return writeXlsx({
    sheets: sheets.map(({ tail: _, ...sheet }, at) => typed({ ...sheet, name: names[at] ?? sheet.name })),
  });
}

const typed = (sheet: WriteSheet): WriteSheet => ({
  ...sheet,
  ...(sheet.headerFooter?.oddFooter
    ? { headerFooter: { ...sheet.headerFooter, oddFooter: within(sheet.headerFooter.oddFooter, mostInFooter) } }
    : {}),
  ...(sheet.rows ? { rows: sheet.rows.map((row) => row.map(asTyped)) } : {}),
  ...(sheet.cells ? { cells: new Map([...sheet.cells].map(([at, cell]) => [at, typedCell(cell)])) } : {}),
});

const typedCell = (cell: Partial<Cell>): Partial<Cell> => ({
  ...cell,
  ...(cell.value === undefined ? {} : { value: asTyped(cell.value) }),
  ...(cell.formulaResult === undefined ? {} : { formulaResult: asTyped(cell.formulaResult) }),
});

const asTyped = (value: CellValue): CellValue =>
  typeof value === 'string' ? within(value, mostInCell).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') : value;

/** A text of at most so many units, “…” at its end where something is missing. */
function within(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`;
}
