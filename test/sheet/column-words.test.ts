import { describe, expect, test } from 'vitest';
import type { LedgerKind } from '../../geodata/format/hand-over.ts';
import { readCell } from '../../geodata/sheet/cell-value.zh.ts';
import { ledgerColumns } from '../../geodata/sheet/columns.zh.ts';
import { findHeader, plainHeader } from '../../geodata/sheet/find-header.zh.ts';

/** Headers that make a sheet the ledger, so that one more can be tried. */
const marks: Record<LedgerKind, Record<string, string>> = {
  venue: { code: '行政区划代码', 'item.hall': '便民服务大厅', 'item.clinic': '医疗卫生室' },
  organisation: { code: '行政区划代码', name: '党组织名称', screenedOn: '排查日期', backward: '是否后进' },
  inspection: { number: '督查编号', occurredOn: '督查日期', level: '督查级别', villages: '督查村' },
  linkage: { leader: '包抓领导', town: '联系包抓乡镇' },
  responsibility: { code: '行政区划代码', function: '责任人类别', name: '姓名' },
  campaign: { item: '事项', content: '内容', on: '日期' },
};

const headerOf = (titles: string[]) => findHeader([titles]);

/** Words that stand for a field on import, as offices write them: in one bracket or another, with blanks and units. */
const synonyms: [LedgerKind, key: string, headers: string][] = [
  ['venue', 'town', '乡镇 镇 镇街 镇办 镇（街道） 乡镇（街道） 镇(街) 镇（街） 所属乡镇 所在乡镇 镇名'],
  ['venue', 'village', '村（社区） 村 村名 行政村 村/社区 村居 村（社区）名称'],
  ['venue', 'place', '地点 位置'],
  ['venue', 'code', '行政区划代码 区划代码 统计用区划代码 村代码 代码 编码'],
  ['venue', 'reportedOn', '报送日期 报送时间 上报时间 上报日期 录入日期 填报日期'],
  ['venue', 'stage', '建设阶段 当前阶段 建设进度 工程进度 形象进度 目前进展情况'],
  ['venue', 'startDoneOn', '实际开工日期 开工实际完成日期 开工时间'],
  ['venue', 'builtPlannedOn', '计划建成日期 建成计划完成日期 建成计划时间'],
  ['venue', 'builtDoneOn', '实际建成日期 建成完成日期 竣工时间 竣工日期'],
  ['venue', 'organisationAcceptedOn', '组织部验收日期 组织部门验收 组织部门验收日期'],
  ['venue', 'financeAcceptedOn', '财政局验收日期 财政部门验收 财政部门验收日期'],
  ['venue', 'subsidyFen', '核定补助 补助资金 补助金额 应拨付 核定补助（万元） 补助资金(元)'],
  ['venue', 'subsidyPaidFen', '已拨付补助 已拨付 拨付资金 已兑现 已拨付（万元）'],
  [
    'organisation',
    'leader',
    '包抓领导 包抓县级领导 联系领导 联系县级领导 联系（县级）领导 牵头县级领导 包联领导 县级领导',
  ],
  ['organisation', 'leader', '牵头领导 责任领导'],
  ['organisation', 'groupHead', '整顿工作组组长 工作组组长 组长'],
  ['organisation', 'groupUnits', '整顿工作组成员单位 工作组成员单位 成员单位 工作组单位'],
  ['organisation', 'guidingUnit', '指导单位 指导部门 包联单位 帮扶单位'],
  ['organisation', 'backward', '是否后进 软弱涣散 后进 后进村'],
  ['organisation', 'namedBy', '认定级别 确定级别 层级'],
  ['organisation', 'namedOn', '认定日期 确定日期 认定时间'],
  ['organisation', 'problems', '存在问题 主要问题 问题 短板'],
  ['organisation', 'measures', '整改措施 措施'],
  ['organisation', 'dueOn', '整改时限 整改期限 完成时限'],
  ['organisation', 'doneOn', '整改完成日期 完成时间'],
  ['organisation', 'signedOffOn', '销号日期 销号时间 整改销号日期 验收销号日期 办结'],
  ['inspection', 'level', '督查级别 层级 督查层级'],
  ['inspection', 'announced', '督查方式 明察暗访 明查暗访'],
  ['inspection', 'team', '督导组 督查组 检查组'],
  ['inspection', 'leader', '带队领导 带队人 组长'],
  ['inspection', 'villages', '督查村 被查村 村（社区） 村居'],
  ['inspection', 'findings', '发现问题 存在问题 短板'],
  ['inspection', 'closedOn', '销号日期 整改销号日期 办结'],
  ['linkage', 'leader', '包抓领导 联系领导 县级领导 包联领导'],
  ['linkage', 'town', '联系包抓乡镇 联系镇 联系包抓 包抓 包联 联系 包扶'],
  ['linkage', 'phone', '办公电话 电话 联系电话 工作电话'],
  ['responsibility', 'function', '责任人类别 责任类别'],
  ['responsibility', 'name', '姓名 责任人 具体责任人 承办人'],
  ['responsibility', 'unit', '单位 责任单位 承办单位 主办单位'],
];
const each = synonyms.flatMap(([ledger, key, headers]) =>
  headers.split(' ').map((header) => [ledger, key, header] as const),
);

describe('a column is known by every word an office has for it', () => {
  test.each(each)('%s %s: %s', (ledger, key, title) => {
    const others = Object.entries(marks[ledger]).flatMap(([mark, other]) => (mark === key ? [] : other));
    const found = headerOf([...others, title]);
    expect(found).toMatchObject({ ledger, unknown: [], repeated: [], workedOut: [] });
    expect(found?.columns.at(-1)).toMatchObject({ header: title, column: { key } });
  });
  test.each(Object.entries(ledgerColumns))('no word of the ledger %s stands for two fields', (_, columns) => {
    const words = columns.flatMap(({ key, headers }) =>
      [...new Set(headers.map(plainHeader))].map((word) => [word, key]),
    );
    const owners = Map.groupBy(words, ([word]) => word);
    expect([...owners.values()].filter((same) => same.length > 1)).toEqual([]);
  });
  test('a header that no field is called by is named', () =>
    expect(headerOf([...Object.values(marks.venue), '投资金额（万元）'])?.unknown).toMatchObject([
      { header: '投资金额（万元）' },
    ]));
  test.each(['滞后天数', '逾期', '超期天数（天）', '判定依据'])('%s is worked out, not read', (title) =>
    expect(headerOf([...Object.values(marks.venue), title])).toMatchObject({
      unknown: [],
      workedOut: [{ header: title }],
    }),
  );
});

describe('a cell is known by every word an office has for it', () => {
  const told = { fileDay: null, from1904: false, unit: null } as const;
  test.each<['flag' | 'stage' | 'state' | 'level' | 'named-by' | 'function' | 'date', string, string | boolean | null]>(
    [
      ['flag', '√ ✓ 是 具备 有 明察 明查', true],
      ['flag', '× 否 无 不具备 缺 暗访 暗查', false],
      ['stage', '建成 待验收 建成待验收 建成未验收', 'built'],
      ['stage', '验收合格 通过验收 达标', 'accepted'],
      ['state', '计划 待督查', 'planned'],
      ['state', '已督查 已检查 已完成', 'made'],
      ['state', '问题已全部销号 办结', 'closed'],
      ['named-by', '市定 市级', 'city'],
      ['named-by', '县定 县级', 'county'],
      ['function', '包抓领导 包抓县级领导 联系县级领导', 'county-leader'],
      ['function', '镇包村领导 包村镇领导', 'town-leader'],
      ['function', '指导单位负责人 包联单位负责人', 'department-head'],
      ['function', '村（社区）党组织书记 村党组织书记', 'party-secretary'],
      ['date', '逾期 超期 未办结 未销号', null],
    ],
  )('%s: %s', (kind, words, value) => {
    for (const word of words.split(' '))
      expect(readCell(word, { key: 'tried', kind, headers: [] }, told), word).toEqual({ value });
  });
});
