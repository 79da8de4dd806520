import { type CellValue, writeXlsx } from 'hucre';

/** A ledger as its office lays it out. Cells that are `Date` are real dates of the workbook, midnight UTC. */
export interface SampleSheet {
  name: string;
  /** Row above the header; null: the sheet begins with its header. */
  title: string | null;
  header: string[];
  rows: CellValue[][];
}

/** A file of the sample: its name and its bytes. */
export interface SampleFile {
  name: string;
  bytes: Uint8Array;
}

/** A day as a real date of a workbook. */
export const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** A workbook of one sheet, with title, bold header, filter and frozen header row. */
export async function workbookOf(name: string, { name: sheet, title, header, rows }: SampleSheet): Promise<SampleFile> {
  const above = title === null ? [] : [[title, ...header.slice(1).map(() => null)]];
  const at = above.length;
  const columns = header.map((text, column) => ({
    width: widthOf(text, rows, column),
    numFmt: dateColumn(rows, column),
  }));
  const cells = new Map(
    header.map((value, column) => [
      `${at},${column}`,
      { value, type: 'string' as const, style: { font: { bold: true }, alignment: { wrapText: true } } },
    ]),
  );
  const bytes = await writeXlsx({
    properties: { created: new Date('2026-10-30T08:00:00Z'), modified: new Date('2026-10-30T08:00:00Z') },
    sheets: [
      {
        name: sheet,
        columns,
        rows: [...above, header, ...rows],
        cells,
        merges: above.map(() => ({ startRow: 0, startCol: 0, endRow: 0, endCol: header.length - 1 })),
        freezePane: { rows: at + 1 },
      },
    ],
  });
  return { name, bytes: new Uint8Array(bytes) };
}

const dateColumn = (rows: CellValue[][], column: number) =>
  rows.some((row) => row[column] instanceof Date) ? 'yyyy-mm-dd' : undefined;

function widthOf(header: string, rows: CellValue[][], column: number): number {
  const longest = rows.slice(0, 60).reduce((most, row) => {
    const cell = row[column];
    return Math.max(most, cell instanceof Date ? 11 : String(cell ?? '').length * 1.8);
  }, header.length * 1.2);
  return Math.min(48, Math.max(6, Math.ceil(longest) + 1));
}

/** A CSV as an office program saves it: GBK, or UTF-8 with its mark; lines end with CR LF. */
export function csvOf(name: string, { header, rows }: SampleSheet, encoding: 'gbk' | 'utf-8'): SampleFile {
  const text = [header, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
  return { name, bytes: encoding === 'gbk' ? gbkOf(text) : new TextEncoder().encode(`\ufeff${text}`) };
}

function quoted(cell: CellValue | undefined): string {
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

let table: Map<string, number> | null = null;

/** Text in GBK; a character it does not have is an error. */
function gbkOf(text: string): Uint8Array {
  table ??= gbkTable();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const pair = table.get(character);
    if (code < 0x80) bytes.push(code);
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff);
    else throw new Error(`GBK has no ${character}`);
  }
  return new Uint8Array(bytes);
}

/** Every character of two bytes with its code, from the decoder itself. */
function gbkTable(): Map<string, number> {
  const decoder = new TextDecoder('gbk');
  const pairs = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = trail === 0x7f ? '\ufffd' : decoder.decode(new Uint8Array([lead, trail]));
      if ([...character].length === 1 && character !== '\ufffd' && !pairs.has(character)) {
        pairs.set(character, lead * 256 + trail);
      }
    }
  }
  return pairs;
}
