import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import type { LedgerFile } from '../../geodata/format/hand-over.ts';
import { csvOf } from '../../geodata/sample/sheet-file.ts';
import { readLedgers } from '../../geodata/sheet/read-ledgers.ts';
import { checkWorkbookZip } from '../../geodata/sheet/workbook-zip.ts';
import { sheetNotes } from '../../server/words/notes-sheet.message.ts';

const header = ['行政区划代码', '乡镇', '村名', '报送日期', '建设阶段', '补助资金（万元）', '便民服务大厅'];
const record = ['990127108205', '云台镇', '北徐家沟', '2026-08-23', '主体在建', '12.5', '√'];
const cells = {
  code: '990127108205',
  town: '云台镇',
  village: '北徐家沟',
  reportedOn: '2026-08-23',
  stage: 'structure-underway',
  subsidyFen: 12_500_000,
  'item.hall': true,
};
const text = (mark: string, end: string) => [header, record].map((row) => row.join(mark) + end).join('');
const utf16 = (big: boolean) => {
  const bytes = Buffer.from(`\ufeff${text('\t', '\r\n')}`, 'utf16le');
  return new Uint8Array(big ? bytes.swap16() : bytes);
};
const gbk = (rows: string[][]) => csvOf('a.csv', { name: 'a', title: null, header, rows }, 'gbk').bytes;
const utf8 = (content: string) => new TextEncoder().encode(content);
const one = async (bytes: Uint8Array, file = 'a.csv'): Promise<LedgerFile> => {
  const [read] = await readLedgers(file, bytes);
  if (read?.is !== 'ledger') throw new Error(JSON.stringify(read));
  return read;
};

describe('a village’s code is read whatever its column is headed', () => {
  test.each(['行政村代码', '村级代码', '村编码', '行政区代码', '统计用区划代码', '村（社区）代码', '社区编码', 'Code'])(
    '%s',
    async (named) => {
      const rows = [header.with(0, named), record].map((row) => row.join(',')).join('\n');
      const ledger = await one(utf8(rows));
      expect(ledger.rows[0]?.cells.code).toBe('990127108205');
      expect(ledger.notes).toEqual([]);
    },
  );

  test.each(['镇代码', '乡镇代码', '镇级编码', '所属镇代码'])('%s is its town’s', async (named) => {
    const rows = [header.with(1, named), record.with(1, '990127108')].map((row) => row.join(',')).join('\n');
    expect((await one(utf8(rows))).rows[0]?.cells).toMatchObject({ code: '990127108205', townCode: '990127108' });
  });
});

const zip = (parts: Record<string, Uint8Array>) => zipSync(parts, { level: 1 });

describe('a CSV is read whatever program saved it', () => {
  test.each([
    ['in GBK', gbk([record])],
    ['in UTF-8 without a mark', utf8(text(',', '\n'))],
    ['in UTF-8 with its mark', utf8(`\ufeff${text(',', '\r\n')}`)],
    ['in UTF-16, little end first', utf16(false)],
    ['in UTF-16, big end first', utf16(true)],
    ['separated by semicolons', utf8(text(';', '\n'))],
    ['separated by tabs', utf8(text('\t', '\n'))],
    ['with old line ends', utf8(text(',', '\r'))],
    ['with blank lines above and between', utf8(`\n\n${text(',', '\n\n')}`)],
    ['with codes kept as text before Excel', utf8(text(',', '\n').replace('990127108205', '"=""990127108205"""'))],
    [
      'with everything in quotes',
      utf8([header, record].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')),
    ],
  ])('%s', async (_, bytes) => expect((await one(bytes)).rows.map((row) => row.cells)).toEqual([cells]));

  test('a character of four bytes is kept', async () => {
    // 𬒗 in GB18030; the row before it keeps the file from being UTF-8.
    const before = gbk([record.with(2, '甲')]);
    const at = before.findIndex((byte, index) => byte === 0xbc && before[index + 1] === 0xd7);
    const bytes = Uint8Array.from([...before.slice(0, at), 0x99, 0x30, 0xb5, 0x36, ...before.slice(at + 2)]);
    const village = (await one(bytes)).rows[0]?.cells.village;
    expect([...String(village)]).toHaveLength(1);
    expect(String(village).codePointAt(0)).toBeGreaterThan(0xffff);
  });
  test('a quoted cell keeps its commas and lines', async () => {
    const findings = '"公开栏未更新；\n值班安排，未上墙"';
    const rows = ['督查编号,督查日期,督查级别,被查村,发现问题', `1,2026-09-01,县级,东关,${findings}`].join('\n');
    expect((await one(utf8(rows))).rows[0]?.cells.findings).toEqual(['公开栏未更新', '', '值班安排，未上墙']);
  });
  test('a quote that is never closed neither breaks nor hangs', async () => {
    expect(await readLedgers('a.csv', utf8(`${text(',', '\n')}"${'甲,'.repeat(20_000)}`))).toHaveLength(1);
  });
});

const workbook = async (rows: unknown[][], given: object = {}, more: object = {}) =>
  new Uint8Array(
    await writeXlsx({
      sheets: [{ name: '台账', rows: rows as (string | number | Date | null)[][], ...given }],
      ...more,
    }),
  );
const recordWith = (at: number, value: unknown) => record.map((one, number) => (number === at ? value : one));
const rowOf = async (rows: unknown[][], given: object = {}, more: object = {}) =>
  (await one(await workbook(rows, given, more), 'a.xlsx')).rows[0];

describe('a workbook', () => {
  const day = new Date('2026-08-23T00:00:00Z');
  const daily = { columns: header.map((_, at) => (at === 3 ? { numFmt: 'yyyy-mm-dd' } : {})) };
  test.each([
    ['counted from 1900', {}],
    ['counted from 1904', { dateSystem: '1904' }],
  ])('with dates %s', async (_, more) =>
    expect((await rowOf([header, recordWith(3, day)], daily, more))?.cells).toEqual(cells),
  );
  test.each([
    ['1900', 46257],
    ['1904', 44795],
  ])('with bare numbers for dates, counted from %s', async (dateSystem, serial) =>
    expect((await rowOf([header, recordWith(3, serial)], {}, { dateSystem }))?.cells).toEqual(cells),
  );
  test('with codes as numbers keeps all twelve digits', async () =>
    expect((await rowOf([header, recordWith(0, 990127108205)]))?.cells.code).toBe('990127108205'));
  test('with empty rows above counts rows as Excel shows them', async () =>
    expect(await rowOf([[], [], header, [], record])).toEqual({ row: 5, cells }));
  test('with formulas gives what they last came to', async () => {
    const formula = new Map([['1,5', { value: 12.5, type: 'formula', formula: '10+2.5', formulaResult: 12.5 }]]);
    expect((await rowOf([header, recordWith(5, null)], { cells: formula }))?.cells.subsidyFen).toBe(12_500_000);
  });
  test('with a formula that failed says so', async () => {
    const ledger = await one(await workbook([header, record.with(2, '#REF!')]), 'a.xlsx');
    expect(ledger.notes).toMatchObject([
      { code: 'cell-unreadable', at: { column: '村名' }, values: { text: '#REF!' } },
    ]);
  });
  test('with a column twice reads the first', async () => {
    const ledger = await one(
      await workbook([
        [...header, '村名称'],
        [...record, '别村'],
      ]),
      'a.xlsx',
    );
    expect(ledger.rows[0]?.cells).toEqual(cells);
    expect(ledger.notes).toMatchObject([{ code: 'column-twice', at: { column: '村名称' } }]);
  });
  test('of several sheets gives every ledger in it and says what is none', async () => {
    const sheets = [
      { name: '说明', rows: [['请各镇按时报送']] },
      { name: '阵地', rows: [header, record] },
      {
        name: '方案',
        rows: [
          ['事项', '内容', '日期'],
          ['起始日', '', '2026-08-17'],
        ],
      },
      { name: '空', rows: [] },
    ];
    const read = await readLedgers('a.xlsx', new Uint8Array(await writeXlsx({ sheets })));
    expect(read.map((file) => file.is === 'ledger' && file.ledger)).toEqual(['venue', 'campaign']);
    expect(read.flatMap(({ notes }) => notes).map(({ code, at }) => [code, at.sheet])).toEqual([
      ['sheet-no-ledger', '说明'],
    ]);
  });
});

describe('a day without its year', () => {
  const short = record.with(3, '8月23日');
  test.each([
    ['from the name of the file', '台账_2026-08-30.xlsx', [header, short], '2026-08-23'],
    ['from the name of the file in words', '云岫县2026年8月周报.xlsx', [header, short], '2026-08-23'],
    ['from the title', 'a.xlsx', [['云岫县阵地建设台账（截至2026年8月30日）'], header, short], '2026-08-23'],
    ['from the other dates', 'a.xlsx', [header, short, record], '2026-08-23'],
    ['which lies nearer', '台账_2027-01-05.xlsx', [header, record.with(3, '12月28日')], '2026-12-28'],
  ])('takes the year %s', async (_, file, rows, day) => {
    const ledger = await one(await workbook(rows), file);
    expect(ledger.rows[0]?.cells.reportedOn).toBe(day);
    expect(ledger.notes).toMatchObject([{ code: 'year-from-file', severity: 'understood', values: { cells: 1 } }]);
  });
  test('stays open where nothing says the year', async () => {
    const ledger = await one(await workbook([header, short]), 'a.xlsx');
    expect(ledger.rows[0]?.cells.reportedOn).toBeNull();
    expect(ledger.notes).toMatchObject([{ code: 'day-without-year', severity: 'warning', at: { row: 2 } }]);
  });
});

describe('what may not be opened is refused from its directory', () => {
  const many = (count: number) =>
    zip(Object.fromEntries(Array.from({ length: count }, (_, at) => [`xl/${at}`, strToU8('')])));
  /** The size a directory declares is what is checked; the bytes need not be there. */
  const declaring = (megabytes: number) => {
    const bytes = zip({ 'xl/workbook.xml': strToU8('<workbook/>') });
    const view = new DataView(bytes.buffer);
    const entry = bytes.findIndex((_, at) => view.byteLength > at + 4 && view.getUint32(at, true) === 0x02014b50);
    view.setUint32(entry + 24, megabytes * 2 ** 20, true);
    return bytes;
  };
  test.each([
    ['5,000 parts', many(5_000), undefined],
    ['5,001 parts', many(5_001), 'zip-too-many-entries'],
    ['200 MB', declaring(200), undefined],
    ['201 MB', declaring(201), 'zip-too-large'],
    ['a binary workbook', zip({ 'xl/workbook.bin': strToU8('x') }), 'workbook-xlsb'],
  ])('%s', (_, bytes, fault) => expect(checkWorkbookZip(bytes)?.fault).toBe(fault));

  const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)]);
  test.each([
    ['a WPS sheet', 'a.et', ole, 'workbook-et'],
    ['an old file of anything', 'a.xlsx', ole, 'workbook-unreadable'],
    ['a zip of anything', 'a.xlsx', zip({ 'readme.txt': strToU8('x') }), 'workbook-unreadable'],
  ])('%s gets its sentence', async (_, file, bytes, code) => {
    expect(await readLedgers(file, bytes)).toMatchObject([{ is: 'refused', notes: [{ code, severity: 'refused' }] }]);
    expect(sheetNotes[code]).toBeDefined();
  });
  test('a workbook with a password', async () => {
    const locked = await workbook([header, record], {}, { encryption: { password: 'secret', spinCount: 1 } });
    expect(await readLedgers('a.xlsx', locked)).toMatchObject([{ notes: [{ code: 'workbook-encrypted' }] }]);
  });
});

describe('damaged bytes never break the reader', () => {
  test('cut anywhere', { timeout: 20_000 }, async () => {
    const whole = await workbook([header, record]);
    for (let length = 1; length < whole.length; length += 97) {
      const read = await readLedgers('a.xlsx', whole.slice(0, length));
      expect(read.every(({ is }) => is === 'refused')).toBe(true);
    }
  });
  test('with any byte changed', { timeout: 20_000 }, async () => {
    const whole = await workbook([header, record]);
    for (let at = 0; at < whole.length; at += 61) {
      const read = await readLedgers('a.xlsx', whole.with(at, (whole[at] ?? 0) ^ 0xff));
      expect(read.length).toBeGreaterThan(0);
    }
  });
  test('with two cells at the corners of the sheet', { timeout: 20_000 }, async () => {
    const sheet =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';
    const parts = unzipSync(await workbook([header, record]));
    const bytes = zip({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet) });
    expect(await readLedgers('a.xlsx', bytes)).toMatchObject([{ is: 'refused' }]);
  });
});
