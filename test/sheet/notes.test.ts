import { expect, test } from 'vitest';
import { sheetNotes } from '../../server/words/notes-sheet.message.ts';
import { say } from '../../server/words/say.ts';

const spot = { row: 3, column: '补助资金（万元）' };
const values = { text: '若干', rows: 2, cells: 1, year: 2026 };

test.each(Object.keys(sheetNotes))('%s reads well for a workbook and for a CSV, in both languages', (code) => {
  for (const lang of ['zh', 'en'] as const) {
    for (const [file, sheet] of [
      ['周报.xlsx', '阵地'],
      ['周报.csv', '周报'],
    ] as const) {
      const sentence = say({ code, severity: 'warning', at: { file, sheet, ...spot }, values }, lang);
      expect(sentence).not.toMatch(/[{}]|“”| {2}| :|undefined/);
      expect(sentence).toMatch(lang === 'zh' ? /。$/ : /\.$/);
    }
  }
});
