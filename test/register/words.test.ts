import { describe, expect, test } from 'vitest';
import { all, any, not } from '../../server/register/define.ts';
import { conditionText, stateTitle, stateWhy, valueText } from '../../server/register/register.message.ts';
import { type RecordValues, stateOf } from '../../server/register/rules.ts';
import { villageCommittee } from '../../server/register/shipped/village-committee.register.ts';
import { everyKind } from './pieces.ts';

const { limits } = everyKind;

test.each([
  [{ is: 'set', field: 'note' }, '已填报“说明”', '“Note” is filled in'],
  [{ is: 'empty', field: 'note' }, '未填报“说明”', '“Note” is left blank'],
  [{ is: 'no', field: 'shared' }, '“共建”为“否”', '“Shared” is no'],
  [{ is: 'complete', field: 'six' }, '“六有”齐全', '“Six haves” is complete'],
  [{ is: 'among', field: 'grade', options: ['good', 'fair'] }, '“等次”为好或一般', '“Grade” is Good or Fair'],
  [{ is: 'least', field: 'years', than: { limit: 'least' } }, '“年限”3年以上', '“Years” is 3 years or more'],
  [{ is: 'most', field: 'spent', than: 5_000_000 }, '“金额”5.00万元以内', '“Amount” is ¥50,000 or less'],
  [{ is: 'reached', field: 'warnOn' }, '“提醒日期”已到', '“Reminder” has come'],
  [{ is: 'past', field: 'plannedOn', days: 0 }, '“计划日期”已过', '“Planned for” is past'],
  [{ is: 'past', field: 'plannedOn', days: 1 }, '“计划日期”已过超过1天', '“Planned for” is more than 1 day past'],
  [{ is: 'within', field: 'plannedOn', days: 0 }, '“计划日期”为当日', '“Planned for” is today'],
  [
    { is: 'within', field: 'plannedOn', days: { limit: 'days' } },
    '距“计划日期”10天以内',
    '“Planned for” is within 10 days',
  ],
  [{ is: 'beyond', field: 'plannedOn', days: 10 }, '距“计划日期”超过10天', '“Planned for” is more than 10 days ahead'],
  [
    { is: 'before', field: 'plannedOn', other: 'endsOn' },
    '“计划日期”早于“期满日期”',
    '“Planned for” is before “Ends on”',
  ],
] as const)('%j is said', (one, zh, en) => {
  const given = 'options' in one ? { ...one, options: [...one.options] } : one;
  expect(conditionText(everyKind, given, limits)).toEqual({ zh, en });
});

test('conditions within conditions stand in brackets', () => {
  const [a, b, c] = ['note', 'grade', 'spent'].map((field) => ({ is: 'set' as const, field }));
  if (!a || !b || !c) throw new Error('three are made');
  expect(conditionText(everyKind, all(a, any(b, not(c))), limits)).toEqual({
    zh: '已填报“说明”，且（已填报“等次”，或不满足：已填报“金额”）',
    en: '“Note” is filled in and (“Grade” is filled in or it does not hold that “Amount” is filled in)',
  });
});

test.each<[string, RecordValues[string], string, string]>([
  ['begunOn', '2026-03-05', '2026年3月5日', '5 Mar 2026'],
  ['grade', 'poor', '差', 'Poor'],
  ['grade', 'gone', '未填报', 'left blank'],
  ['shared', false, '否', 'no'],
  ['years', 3, '3年', '3 years'],
  ['spent', 12_500_000, '12.50万元', '¥125,000'],
  ['six', { place: true, flag: true }, '齐全', 'all there'],
  ['six', { place: true, flag: false }, '有场所；缺党旗', 'Place; lacking Flag'],
  ['six', { place: true }, '有场所', 'Place'],
  ['six', {}, '未填报', 'left blank'],
  ['note', '甲', '甲', '甲'],
  ['note', null, '未填报', 'left blank'],
])('%s %j reads %s', (id, value, zh, en) => expect(valueText(everyKind, id, value)).toEqual({ zh, en }));

describe('each state of the village committees', () => {
  const by = { on: '2026-10-30', limits: villageCommittee.limits };
  const blanks = { lastOn: null, term: 'y5', extendedTo: null, electedOn: null, reason: null };
  test.each<[string, RecordValues, string, string]>([
    ['elected', { electedOn: '2026-10-12' }, '已换届', '2026年10月12日完成换届选举。'],
    ['unclear', {}, '底数不清（无本届日期）', '未填报本届产生日期，届满日期无法推算。'],
    [
      'extended',
      { lastOn: '2021-08-01', extendedTo: '2026-12-31' },
      '已批准延期',
      '2026年8月1日届满，已批准延期至2026年12月31日。',
    ],
    ['overdue', { lastOn: '2021-08-01' }, '届满未换届', '2026年8月1日届满，尚未换届。'],
    ['near', { lastOn: '2022-01-01' }, '6个月内届满', '2027年1月1日届满，已到提醒日期（2026年7月1日）。'],
    ['term', { lastOn: '2024-01-01' }, '任期内', '任期至2029年1月1日。'],
  ])('%s says what it is and why, in both languages', (id, given, title, why) => {
    const values = { ...blanks, ...given };
    const state = stateOf(villageCommittee, values, by);
    if (!state) throw new Error('not reported');
    expect([state.id, stateTitle(state, by.limits).zh]).toEqual([id, title]);
    const said = stateWhy(villageCommittee, state, values, by);
    expect(said.zh).toBe(why);
    for (const text of [said.zh, said.en, stateTitle(state, by.limits).en])
      expect(text).not.toMatch(/[{}]|left blank,? \d/);
    expect(said.zh.length).toBeLessThanOrEqual(60);
  });
});
