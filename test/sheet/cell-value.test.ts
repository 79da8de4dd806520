import { describe, expect, test } from 'vitest';
import { type CellBasis, type RawCell, readCell } from '../../geodata/sheet/cell-value.zh.ts';
import type { CellKind } from '../../geodata/sheet/column.ts';

const read = (cell: RawCell, kind: CellKind, told: Partial<CellBasis> = {}) =>
  readCell(cell, { key: 'x', kind, headers: [] }, { unit: null, fileDay: null, from1904: false, ...told });

describe('a date', () => {
  test.each([
    [new Date(Date.UTC(2026, 7, 17)), '2026-08-17'],
    [46251, '2026-08-17'],
    ['46251', '2026-08-17'],
    ['2026-8-17', '2026-08-17'],
    ['2026/08/17', '2026-08-17'],
    ['2026.8.17', '2026-08-17'],
    ['20260817', '2026-08-17'],
    ['2026年8月17日', '2026-08-17'],
    ['２０２６年０８月１７日', '2026-08-17'],
    ['二〇二六年八月十七日', '2026-08-17'],
    ['二〇二六年十一月二十日', '2026-11-20'],
    ['2026-08-17 09:30:00', '2026-08-17'],
    ['', null],
    ['—', null],
  ])('%s is %s', (cell, value) => expect(read(cell, 'date')).toEqual({ value }));
  test.each([
    ['8月17日', 'day-without-year'],
    ['8.17', 'day-without-year'],
    ['2026-02-30', 'cell-unreadable'],
    ['下周', 'cell-unreadable'],
    [12, 'cell-unreadable'],
  ])('%s is not', (cell, fault) => expect(read(cell, 'date')).toEqual({ fault }));
});

describe('money in fen', () => {
  test.each([
    ['12.5', 'wan', 12_500_000],
    [12.5, 'wan', 12_500_000],
    ['125,000', 'yuan', 12_500_000],
    ['125000', null, 12_500_000],
    ['12.5万元', 'yuan', 12_500_000],
    ['0', 'wan', 0],
  ] as const)('%s under %s', (cell, unit, value) => expect(read(cell, 'fen', { unit })).toEqual({ value }));
  test('words are no money', () => expect(read('若干', 'fen')).toEqual({ fault: 'cell-unreadable' }));
});

describe('codes, words and lists', () => {
  test.each([
    [990127100001, 'code', '990127100001'],
    ['990127100001', 'code', '990127100001'],
    [' ９９０１２７１０００01', 'code', '990127100001'],
    ['√', 'flag', true],
    ['有', 'flag', true],
    ['×', 'flag', false],
    ['暗访', 'flag', false],
    ['主体在建', 'stage', 'structure-underway'],
    [' 验收 合格', 'stage', 'accepted'],
    ['市定', 'named-by', 'city'],
    ['县级', 'level', 'county'],
    ['计划', 'state', 'planned'],
    ['班子不健全；制度不落实', 'list', ['班子不健全', '制度不落实']],
    ['1.班子不健全；2.制度不落实；', 'list', ['班子不健全', '制度不落实']],
    ['谢家村、东关，万咀', 'names', ['谢家村', '东关', '万咀']],
    ['2026-09-30；；2026-10-15', 'date-list', ['2026-09-30', '', '2026-10-15']],
    ['谢家村：2026-09-30；整改中', 'date-list', ['2026-09-30', '']],
    [new Date(Date.UTC(2026, 8, 30)), 'date-list', ['2026-09-30']],
    ['１２', 'number', 12],
  ] as [RawCell, CellKind, unknown][])('%s as %s', (cell, kind, value) => expect(read(cell, kind)).toEqual({ value }));
  test('a code turned into scientific notation has lost its digits', () =>
    expect(read('9.90127E+11', 'code')).toEqual({ fault: 'code-broken' }));
});
