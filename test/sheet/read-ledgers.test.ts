import { writeXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import type { LedgerFile } from '../../geodata/format/hand-over.ts';
import { readLedgers } from '../../geodata/sheet/read-ledgers.ts';

type Rows = (string | number | Date | null)[][];
const header = ['行政区划代码', '乡镇', '村名', '报送日期', '建设阶段', '补助资金(万元)', '便民服务大厅'];
const record = ['990127100001', '岫阳镇', '东关', '2026-08-23', '主体在建', 12.5, '√'];

const workbook = async (rows: Rows, sheet: object = {}) =>
  new Uint8Array((await writeXlsx({ sheets: [{ name: '台账', rows, ...sheet }] })) as Uint8Array);
const csv = (rows: Rows) => new TextEncoder().encode(rows.map((row) => row.join(',')).join('\r\n'));
const one = async (bytes: Uint8Array, file = 'a.xlsx'): Promise<LedgerFile> => {
  const [read] = await readLedgers(file, bytes);
  if (read?.is !== 'ledger') throw new Error(JSON.stringify(read));
  return read;
};
const cells = {
  code: '990127100001',
  town: '岫阳镇',
  village: '东关',
  reportedOn: '2026-08-23',
  stage: 'structure-underway',
  subsidyFen: 12_500_000,
  'item.hall': true,
};

describe('a tidy ledger', () => {
  test('as workbook, below a title', async () => {
    const ledger = await one(await workbook([['云岫县阵地建设台账'], header, record]));
    expect(ledger).toMatchObject({ ledger: 'venue', sheet: '台账', rows: [{ row: 3, cells }], notes: [] });
  });
  test.each([
    ['UTF-8', csv([header, record])],
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), csv([header, record])])],
    ['separated by tabs', new TextEncoder().encode([header, record].map((row) => row.join('\t')).join('\n'))],
  ])('as CSV in %s', async (_, bytes) => expect((await one(bytes, 'a.csv')).rows).toEqual([{ row: 2, cells }]));

  test('totals, remarks, empty rows and a repeated header hold no record', async () => {
    const total = ['合计', null, null, null, null, 12.5, null];
    const ledger = await one(await workbook([header, record, [], header, total, ['填表人：某某']]));
    expect(ledger.rows).toHaveLength(1);
    expect(ledger.notes.map(({ code }) => code)).toEqual(['total-rows']);
  });
});

const cut = (await workbook([header, record])).slice(0, 900);

describe('what cannot be taken is said with its place', () => {
  const noteOf = async (rows: Rows) => (await one(await workbook(rows))).notes;
  test('a stage nobody knows', async () => {
    const bad = record.with(4, '差不多了');
    expect(await noteOf([header, bad])).toEqual([
      {
        code: 'cell-unreadable',
        severity: 'warning',
        at: { file: 'a.xlsx', sheet: '台账', row: 2, column: '建设阶段' },
        values: { text: '差不多了' },
      },
    ]);
  });
  test('a column nobody knows', async () =>
    expect(
      await noteOf([
        [...header, '天气'],
        [...record, '晴'],
      ]),
    ).toMatchObject([{ code: 'column-not-known', at: { column: '天气' } }]));
  test('a broken code is refused', async () =>
    expect(await noteOf([header, record.with(0, '9.90127E+11')])).toMatchObject([
      { code: 'code-broken', severity: 'refused', at: { row: 2 } },
    ]));
  test('a row without any place', async () =>
    expect(await noteOf([header, record, [null, null, null, ...record.slice(3)]])).toMatchObject([
      { code: 'row-without-place', severity: 'refused' },
    ]));
  test.each([
    ['empty', 'a.csv', new Uint8Array(), 'file-empty'],
    ['a cut workbook', 'a.xlsx', cut, 'workbook-unreadable'],
    ['no ledger', 'a.csv', new TextEncoder().encode('a,b\n1,2\n'), 'ledger-not-recognised'],
    ['bytes of anything', 'a.csv', new Uint8Array([1, 0, 2, 0, 3]), 'workbook-unreadable'],
    ['xlsb', 'a.xlsb', new Uint8Array([0x50, 0x4b, 3, 4]), 'workbook-xlsb'],
  ])('%s', async (_, file, bytes, code) =>
    expect(await readLedgers(file, bytes)).toMatchObject([{ is: 'refused', notes: [{ code }] }]),
  );
  test('a hidden sheet is not read', async () =>
    expect(await readLedgers('a.xlsx', await workbook([header, record], { hidden: true }))).toMatchObject([
      { is: 'refused' },
    ]));
});
