import type { CellValue } from 'hucre';
import type { Language } from '../words/fill.ts';
import { writeWorkbook } from '../words/workbook/write-workbook.ts';
import type { AuditRow } from './answer.ts';
import { auditColumns, auditKinds, auditTitle } from './audit-words.message.ts';

const inShanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The log as a workbook: every cell is text and stays text, whatever it begins with. */
export async function auditWorkbook(rows: AuditRow[], lang: Language): Promise<Uint8Array> {
  const cells = rows.map(({ at, kind, actor, address, said, place, source }): CellValue[] => [
    inShanghai.format(new Date(at)),
    auditKinds[kind][lang],
    actor?.name ?? '',
    actor?.post ?? '',
    actor?.login ?? '',
    address ?? '',
    said[lang],
    place ? `${place.name} ${place.code}` : '',
    source ?? '',
  ]);
  const widths = [20, 14, 12, 20, 16, 18, 60, 24, 40];
  return writeWorkbook([
    {
      name: auditTitle[lang],
      rows: [auditColumns[lang], ...cells],
      columns: widths.map((width) => ({ width, numFmt: '@' })),
      freezePane: { rows: 1 },
      autoFilter: { range: `A1:I${cells.length + 1}` },
    },
  ]);
}
