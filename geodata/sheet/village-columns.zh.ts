import type { Column } from './column.ts';
import { itemTitles, leaderWords } from './words.zh.ts';

const villageWords = [
  ...['', '行政区划', '区划', '行政区', '统计用区划', '统计用', '统计', '地点'],
  ...['行政村', '村级', '村', '村居', '村(社区)', '村社区', '村/社区', '社区', '所在村', '所属村'],
];
const townWords = [
  ...['乡镇', '镇', '镇级', '镇街', '镇办', '镇（街道）', '乡镇（街道）', '街道'],
  ...['所属乡镇', '所在乡镇', '所属镇', '所在镇'],
];

/** Each way to say whose code with each word for one. */
function codeHeaders(whose: string[]): string[] {
  const chinese = whose.flatMap((of) => ['代码', '编码', ...(of === '' ? [] : ['码'])].map((word) => of + word));
  return whose === villageWords ? [...chinese, 'code', 'village code', 'area code'] : [...chinese, 'town code'];
}

export const placeHeaders = ['地点', '位置'];

export const townHeaders = ['乡镇', ...townWords.filter((word) => word !== '乡镇'), '乡镇名称', '镇名', 'town'];
export const villageHeaders = [
  ...['村（社区）', '村', '村名', '村名称', '村（社区）名称', '村居', '村居名称', '行政村', '行政村名称'],
  ...['所在村', '所属村', 'village'],
];
export const problemHeaders = ['存在问题', '主要问题', '问题', '短板', '存在短板'];
export const signedOffHeaders = [
  ...['销号日期', '销号时间', '整顿销号日期', '整改销号日期', '验收销号日期'],
  ...['办结', '办结日期', '办结时间'],
];
export const phoneHeaders = ['办公电话', '电话', '联系电话', '工作电话'];

/** 行政区划代码, 乡镇, 村, 地点 — how a ledger names the place of a row. */
export const place: Column[] = [
  {
    key: 'code',
    kind: 'code',
    headers: ['行政区划代码', ...codeHeaders(villageWords).filter((header) => header !== '行政区划代码')],
  },
  { key: 'townCode', kind: 'code', headers: codeHeaders(townWords) },
  { key: 'town', kind: 'name', headers: townHeaders },
  { key: 'village', kind: 'name', headers: villageHeaders },
  { key: 'place', kind: 'name', headers: placeHeaders },
];
/** 报送日期 */
export const reported: Column = {
  key: 'reportedOn',
  kind: 'date',
  headers: [
    '报送日期',
    '报送时间',
    '填报日期',
    '填报时间',
    '上报日期',
    '上报时间',
    '统计日期',
    '统计时间',
    '截至日期',
    '登记日期',
    '录入日期',
    '录入时间',
    'reported on',
  ],
};

/** 原因说明 — the answer to what a row would be asked about. */
const reason: Column = {
  key: 'reason',
  kind: 'text',
  headers: ['原因说明', '原因', '说明', '情况说明', 'reason', 'reason given'],
};

/** 节点 — the planned and the real day of a milestone; `begun` are words that name its day by themselves: 竣工时间. */
const step = (key: string, titles: string[], begun: string[] = []): Column[] => [
  {
    key: `${key}PlannedOn`,
    kind: 'date',
    headers: titles.flatMap((name) => [
      ...[`计划${name}日期`, `${name}计划日期`, `${name}计划完成日期`],
      ...[`计划${name}时间`, `${name}计划时间`, `${name}计划完成时间`],
    ]),
  },
  {
    key: `${key}DoneOn`,
    kind: 'date',
    headers: [
      ...titles.flatMap((name) => [
        ...[`实际${name}日期`, `${name}实际日期`, `${name}完成日期`, `${name}实际完成日期`],
        ...[`实际${name}时间`, `${name}实际时间`, `${name}完成时间`, `${name}实际完成时间`],
      ]),
      ...begun.flatMap((name) => [`${name}日期`, `${name}时间`]),
    ],
  },
];

const acceptanceHeaders = (departments: string[]): string[] =>
  departments.flatMap((department) => [`${department}验收日期`, `${department}验收时间`, `${department}验收`]);

/** 阵地建设台账 */
export const venue: Column[] = [
  ...place,
  reported,
  {
    key: 'stage',
    kind: 'stage',
    headers: [
      '建设阶段',
      '当前阶段',
      '建设进度',
      '建设进展',
      '建设状态',
      '当前进度',
      '工程进度',
      '形象进度',
      '进度',
      '目前进展情况',
      '目前进展',
      'stage',
    ],
  },
  ...step('start', ['开工'], ['开工']),
  ...step('structure', ['主体完工', '主体竣工'], ['主体完工', '主体竣工']),
  ...step('fitting', ['配套完善', '配套完成']),
  ...step('built', ['建成', '竣工'], ['建成', '竣工']),
  ...step('acceptance', ['验收']),
  { key: 'organisationAcceptedOn', kind: 'date', headers: acceptanceHeaders(['组织部', '组织部门', '县委组织部']) },
  { key: 'financeAcceptedOn', kind: 'date', headers: acceptanceHeaders(['财政局', '财政部门', '县财政局']) },
  {
    key: 'subsidyFen',
    kind: 'fen',
    headers: ['核定补助', '补助资金', '补助金额', '补助标准', '核定补助资金', '应补助', '应拨付', '应补助资金'],
  },
  {
    key: 'subsidyPaidFen',
    kind: 'fen',
    headers: [
      ...['已拨付补助', '已拨付', '已拨付资金', '已拨付金额', '拨付资金', '实拨资金', '已补助'],
      ...['已兑现', '已兑现补助', '已兑现资金'],
    ],
  },
  reason,
  ...itemTitles.map(
    ([key, title, others]): Column => ({ key: `item.${key}`, kind: 'flag', headers: [title, ...others] }),
  ),
];

/** 党组织台账 */
export const organisation: Column[] = [
  ...place,
  reported,
  { key: 'name', kind: 'text', headers: ['党组织名称', '党组织', '支部名称', '组织名称'] },
  { key: 'field', kind: 'text', headers: ['领域', '类别', '党组织类别'] },
  { key: 'screenedOn', kind: 'date', headers: ['排查日期', '排查时间'] },
  {
    key: 'backward',
    kind: 'flag',
    headers: [
      ...['是否后进', '是否软弱涣散', '是否后进党组织', '是否软弱涣散党组织', '后进党组织', '软弱涣散党组织'],
      ...['后进', '软弱涣散', '后进村', '是否后进村'],
    ],
  },
  { key: 'namedBy', kind: 'named-by', headers: ['认定级别', '确定级别', '认定层级', '确定层级', '级别', '层级'] },
  { key: 'namedOn', kind: 'date', headers: ['认定日期', '认定时间', '确定日期', '确定时间'] },
  { key: 'problems', kind: 'list', headers: problemHeaders },
  { key: 'measures', kind: 'list', headers: ['整改措施', '措施'] },
  { key: 'dueOn', kind: 'date-list', headers: ['整改时限', '整改期限', '完成时限', '完成期限', '时限'] },
  {
    key: 'doneOn',
    kind: 'date-list',
    headers: ['整改完成日期', '整改完成时间', '完成日期', '完成时间', '问题销号日期'],
  },
  {
    key: 'leader',
    kind: 'name',
    headers: [...leaderWords, '牵头领导', '责任领导'],
  },
  { key: 'leaderPost', kind: 'text', headers: ['包抓领导职务', '县级领导职务', '牵头领导职务', '领导职务'] },
  { key: 'groupHead', kind: 'name', headers: ['整顿工作组组长', '工作组组长', '组长'] },
  { key: 'groupHeadPost', kind: 'text', headers: ['整顿工作组组长职务', '工作组组长职务', '组长职务'] },
  {
    key: 'groupUnits',
    kind: 'names',
    headers: ['整顿工作组成员单位', '工作组成员单位', '整顿工作组单位', '工作组单位', '整顿工作组', '成员单位'],
  },
  { key: 'guidingUnit', kind: 'text', headers: ['指导单位', '指导部门', '包联单位', '包抓单位', '帮扶单位'] },
  { key: 'stationedOn', kind: 'date', headers: ['驻村日期', '进驻日期', '驻村时间'] },
  reason,
  { key: 'signedOffOn', kind: 'date', headers: signedOffHeaders },
];
