import { type CellValue, writeXlsx } from 'hucre';
import type { Language } from '../message/fill.ts';
import type { ListAnswer } from './answer.ts';
import type { Layer } from './layer.ts';
import { workbookTitle, workbookWords } from './list-workbook.message.ts';
import { dayText } from './phrase.message.ts';

/** A cell that a spreadsheet program must not take for a formula. */
function safe(value: string | number | null): CellValue {
  if (typeof value !== 'string') return value;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return new Date(`${value}T00:00:00Z`);
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

/** 台账 — the list as a workbook: title with its day, header frozen and filtered, days and numbers as such. */
export async function listWorkbook(
  { answer, layer }: { answer: ListAnswer; layer: Layer },
  lang: Language,
): Promise<Uint8Array> {
  const words = workbookWords[lang];
  const titles = new Map(layer.classes.map(({ id, title }) => [id, title[lang]]));
  const unit = layer.unit === null ? words.value : `${words.value}（${layer.unit[lang]}）`;
  const header = [
    words.number,
    words.code,
    words.town,
    words.place,
    words.state,
    unit,
    words.why,
    ...answer.columns.map(({ title }) => title[lang]),
  ];
  const rows = answer.rows.map((row, at): CellValue[] => [
    at + 1,
    row.code,
    safe(row.town),
    safe(row.name),
    titles.get(row.class) ?? row.class,
    row.value,
    safe(row.why[lang]),
    ...answer.columns.map(({ key }) => safe(row.cells[key] ?? null)),
  ]);
  const title = workbookTitle({ layer: layer.title, day: dayText(answer.on), count: rows.length })[lang];
  const widths = [6, 16, 12, 16, 16, 12, 60, ...answer.columns.map(() => 14)];
  const bytes = await writeXlsx({
    sheets: [
      {
        name: layer.title[lang].replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
        rows: [[title], header, ...rows],
        columns: widths.map((width) => ({ width })),
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: header.length - 1 }],
        freezePane: { rows: 2 },
        autoFilter: { range: `A2:${columnName(header.length)}${rows.length + 2}` },
      },
    ],
  });
  return bytes as Uint8Array;
}

function columnName(number: number): string {
  return number <= 26
    ? String.fromCharCode(64 + number)
    : columnName(Math.floor((number - 1) / 26)) + columnName(((number - 1) % 26) + 1);
}
