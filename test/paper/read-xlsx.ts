import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre';

/** A sheet as read back: its rows without title and header, and what stands in its file. */
export interface ReadSheet {
  name: string;
  title: string;
  header: string[];
  rows: unknown[][];
  totals: unknown[];
  xml: string;
}

/** What a .xlsx says, sheet by sheet, with the names its workbook defines. */
export async function readLedger(bytes: Uint8Array): Promise<{ sheets: ReadSheet[]; workbook: string }> {
  const files = unzipSync(bytes);
  const { sheets } = await readXlsx(bytes);
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  return {
    workbook: text('xl/workbook.xml'),
    sheets: sheets.map(({ name, rows }, at) => ({
      ...{ name, title: String(rows[0]?.[0]), header: (rows[1] ?? []).map(String) },
      ...{ rows: rows.slice(2, -1), totals: rows.at(-1) ?? [], xml: text(`xl/worksheets/sheet${at + 1}.xml`) },
    })),
  };
}
