import { type Cell, type CellValue, type WriteSheet, writeXlsx } from 'hucre';

/**
 * 工作簿 — sheets as the bytes of an .xlsx; every workbook of the server is written here. A text comes back as it was typed also where it looks like
 * an escaped character: in these files `_x0041_` stands for A. Source: ECMA-376, 22.9.2.19 (ST_Xstring).
 */
export const writeWorkbook = (sheets: WriteSheet[]): Promise<Uint8Array> => writeXlsx({ sheets: sheets.map(typed) });

const typed = (sheet: WriteSheet): WriteSheet => ({
  ...sheet,
  ...(sheet.rows ? { rows: sheet.rows.map((row) => row.map(asTyped)) } : {}),
  ...(sheet.cells ? { cells: new Map([...sheet.cells].map(([at, cell]) => [at, typedCell(cell)])) } : {}),
});

const typedCell = (cell: Partial<Cell>): Partial<Cell> => ({
  ...cell,
  ...(cell.value === undefined ? {} : { value: asTyped(cell.value) }),
  ...(cell.formulaResult === undefined ? {} : { formulaResult: asTyped(cell.formulaResult) }),
});

const asTyped = (value: CellValue): CellValue =>
  typeof value === 'string' ? value.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') : value;
