import { unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { readLedgers } from '../../geodata/sheet/read-ledgers.ts';
import { sheetNotes } from '../../server/words/notes-sheet.message.ts';

type Cell = string | number | boolean | Date | null;
const header: Cell[] = ['行政区划代码', '乡镇', '村名', '报送日期', '建设阶段'];
const record: Cell[] = ['990127100001', '岫阳镇', '东关', '2026-08-23', '主体在建'];

const workbook = async (...sheets: { name: string; rows: Cell[][]; merges?: object[] }[]) =>
  new Uint8Array((await writeXlsx({ sheets } as Parameters<typeof writeXlsx>[0])) as Uint8Array);
const merge = (startRow: number, startCol: number, endRow: number, endCol: number) => ({
  startRow,
  startCol,
  endRow,
  endCol,
});
/** A workbook with one of its parts written anew. */
async function patched(part: string, change: (text: string) => string): Promise<Uint8Array> {
  const entries = unzipSync(await workbook({ name: '台账', rows: [header, record] }));
  const text = new TextDecoder().decode(entries[part]);
  const changed = change(text);
  if (changed === text) throw new Error(`${part} is as before`);
  return zipSync({ ...entries, [part]: new TextEncoder().encode(changed) });
}
const sheet = 'xl/worksheets/sheet1.xml';
const text = (content: string) => new TextEncoder().encode(content);

const forms: [string, string, () => Promise<Uint8Array> | Uint8Array][] = [
  [
    'a form of two header rows with merged cells',
    'a.xlsx',
    () =>
      workbook({
        name: '统计表',
        rows: [
          ['基本情况', null, '人口', null],
          ['村名', '乡镇', '男', '女'],
          ['东关', '岫阳镇', 120, 118],
        ],
        merges: [merge(0, 0, 0, 1), merge(0, 2, 0, 3)],
      }),
  ],
  [
    'a form of four header rows',
    'a.xlsx',
    () =>
      workbook({
        name: '年鉴',
        rows: [['各镇基本情况'], ['单位：万元'], ['镇', '产值', null], [null, '农业', '工业'], ['岫阳镇', 1.5, 2]],
        merges: [merge(0, 0, 0, 2), merge(1, 0, 1, 2), merge(2, 1, 2, 2)],
      }),
  ],
  [
    'an application form of labels and blanks',
    'a.xlsx',
    () =>
      workbook({
        name: '申请表',
        rows: [['姓名', null, '性别', null], ['单位', null, null, null], ['理由']],
        merges: [merge(1, 1, 1, 3)],
      }),
  ],
  ['empty', 'a.xlsx', () => workbook({ name: 'Sheet1', rows: [] })],
  ['with a title only', 'a.xlsx', () => workbook({ name: 'Sheet1', rows: [['阵地建设台账']] })],
  ['with a header only', 'a.xlsx', () => workbook({ name: 'Sheet1', rows: [header] })],
  [
    'of numbers and truths',
    'a.xlsx',
    () =>
      workbook({
        name: 'Sheet1',
        rows: [
          [1, 2, true],
          [new Date(0), null, 3],
        ],
      }),
  ],
  [
    'of twenty sheets',
    'a.xlsx',
    () =>
      workbook(
        ...Array.from({ length: 20 }, (_, at) => ({
          name: `表${at}`,
          rows: [
            ['项目', '值'],
            [`${at}`, at],
          ] as Cell[][],
        })),
      ),
  ],
  [
    'of two hundred columns',
    'a.xlsx',
    () =>
      workbook({
        name: '宽',
        rows: [Array.from({ length: 200 }, (_, at) => `列${at}`), Array.from({ length: 200 }, (_, at) => at)],
      }),
  ],
  [
    'checked down to its last row',
    'a.xlsx',
    () =>
      patched(sheet, (xml) =>
        xml.replace(
          '</sheetData>',
          '</sheetData><dataValidations count="1"><dataValidation type="list" sqref="A1:E1048576"><formula1>"是,否"</formula1></dataValidation></dataValidations>',
        ),
      ),
  ],
  [
    'claiming a million rows',
    'a.xlsx',
    () =>
      patched(sheet, (xml) =>
        xml.replace(
          '</sheetData>',
          '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>尾</t></is></c></row></sheetData>',
        ),
      ),
  ],
  [
    'with a cell of an error',
    'a.xlsx',
    () =>
      patched(sheet, (xml) =>
        xml.replace('</sheetData>', '<row r="9"><c r="A9" t="e"><v>#REF!</v></c></row></sheetData>'),
      ),
  ],
  [
    'with a shared string that is not there',
    'a.xlsx',
    () =>
      patched(sheet, (xml) =>
        xml.replace('</sheetData>', '<row r="9"><c r="A9" t="s"><v>99999</v></c></row></sheetData>'),
      ),
  ],
  ['with a sheet cut short', 'a.xlsx', () => patched(sheet, (xml) => xml.slice(0, xml.length / 2))],
  [
    'an old .xls',
    'a.xls',
    () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)]),
  ],
  ['a web page called .xls', 'a.xls', () => text('<html><table><tr><td>村名</td></tr></table></html>')],
  ['a CSV with a quotation mark left open', 'a.csv', () => text('村名,备注\n东关,"未完\n西关,好\n')],
  ['a CSV of unlike rows', 'a.csv', () => text('a;b;c\n1;2\n1;2;3;4\n\n;\n')],
  ['a CSV of one very long line', 'a.csv', () => text('甲,'.repeat(50_000))],
];

describe('workbooks of others never break the reader', () => {
  test.each(forms)('%s', { timeout: 20_000 }, async (_, name, make) => {
    const read = await readLedgers(name, await make());
    expect(read.length).toBeGreaterThan(0);
    for (const file of read) {
      if (file.is === 'refused') expect(file.notes.length).toBeGreaterThan(0);
      for (const { code } of file.notes) expect(sheetNotes[code] ?? code).not.toBe(code);
    }
  });
});
