/** 一厅六室 三通 九有 — key, title and other headers of the 19 items as ledgers write them. */
export const itemTitles: [key: string, title: string, others: string[]][] = [
  ['hall', '便民服务大厅', ['服务大厅']],
  ['committee-office', '村两委办公室', ['村“两委”办公室', '两委办公室']],
  ['member-room', '党员活动室', []],
  ['culture-room', '文体活动室', []],
  ['clinic', '医疗卫生室', ['卫生室']],
  ['poverty-room', '脱贫攻坚室', []],
  ['security-room', '治安警务室', ['警务室']],
  ['phone', '固定电话', ['通电话']],
  ['distance-network', '远程教育网络', ['远教网络']],
  ['internet', '互联网', ['通互联网']],
  ['sign', '村两委标识', ['村“两委”标识', '标识']],
  ['flag', '党旗党徽', []],
  ['furniture', '桌椅及档案柜书柜', ['桌椅档案柜书柜', '桌椅']],
  ['library', '学习资料及报纸架', ['学习资料报纸架', '学习资料']],
  ['notice-board', '党务村务财务公开栏', ['公开栏']],
  ['rules', '规章制度', []],
  ['files', '档案台账', []],
  ['distance-kit', '远教设备', []],
  ['computer', '电脑及打印机', ['电脑打印机', '电脑']],
];

/** 建设阶段 as ledgers write it. */
export const stageWords: Record<string, string[]> = {
  'not-started': ['未开工', '未启动', '未动工', '未建', '前期准备', '前期'],
  'structure-underway': [
    '主体在建',
    '在建',
    '主体施工',
    '主体建设中',
    '施工中',
    '正在施工',
    '正在建设',
    '已开工',
    '基础施工',
  ],
  'structure-done': ['主体完工', '主体封顶', '主体竣工', '主体完成', '主体已完工', '已封顶', '封顶'],
  'fitting-out': ['配套完善', '配套完善中', '完善配套', '配套中', '配套建设', '装修', '装修中', '内部装修'],
  built: ['建成', '已建成', '全面建成', '竣工', '已竣工', '完工', '已完工', '待验收', '建成待验收', '建成未验收'],
  accepted: ['验收合格', '已验收', '通过验收', '验收通过', '已通过验收', '合格', '达标', '验收达标'],
};

/** 督查级别 as ledgers write it. */
export const levelWords: Record<string, string[]> = {
  province: ['省级', '省', '省委', '自治区'],
  city: ['市级', '市', '市委'],
  county: ['县级', '县', '县委', '区级'],
  town: ['镇级', '镇', '乡镇', '乡级', '乡镇级', '街道'],
};

/** 状态 of a visit. */
export const stateWords: Record<string, string[]> = {
  planned: ['计划', '计划中', '拟开展', '待督查', '待检查', '未实施', '未开展'],
  made: ['已督查', '已完成', '已检查', '已实施', '已开展', '完成'],
  closed: ['问题已全部销号', '全部销号', '办结', '已办结'],
};

/** 认定级别 of a backward organisation. */
export const namedByWords: Record<string, string[]> = {
  city: ['市定', '市级', '市级确定', '市委确定', '市上确定', '市'],
  county: ['县定', '县级', '县级确定', '县委确定', '县上确定', '县'],
};

/** 包抓领导 as ledgers write it, as a header and as a kind of person responsible. */
export const leaderWords = [
  ...[
    '包抓领导',
    '包抓县级领导',
    '联系领导',
    '联系县级领导',
    '联系包抓县级领导',
    '牵头县级领导',
    '包联领导',
    '县级领导',
  ],
];

/** 责任人类别 of responsible people. */
export const functionWords: Record<string, string[]> = {
  'party-secretary': ['村（社区）党组织书记', '村党组织书记', '社区党组织书记', '村支书', '支部书记', '党支部书记'],
  'town-secretary': ['镇党委书记', '乡镇党委书记'],
  'town-leader': ['镇包村领导', '包村镇领导', '包村领导'],
  'county-leader': leaderWords,
  'department-head': ['指导单位负责人', '包联单位负责人', '部门负责人', '帮扶单位负责人'],
  'first-secretary': ['第一书记', '驻村第一书记'],
};

/** Words for yes and no; 明查 is announced, 暗访 is not. */
export const flagWords: Record<'yes' | 'no', string[]> = {
  yes: [
    ...[
      '是',
      '有',
      '√',
      '✓',
      '✔',
      '☑',
      '达标',
      '已达标',
      '具备',
      '齐全',
      '配齐',
      '已配齐',
      '已配备',
      '已建',
      '已通',
      '通',
    ],
    ...['明查', '明察', '公开', '事先通知', '后进', 'y', 'yes', 'true', '1'],
  ],
  no: [
    ...[
      '否',
      '无',
      '没有',
      '×',
      '✗',
      '✘',
      '☒',
      'x',
      '不达标',
      '未达标',
      '不具备',
      '缺',
      '缺失',
      '未配',
      '未配备',
      '未建',
    ],
    ...['未通', '不通', '暗访', '暗查', '不打招呼', '不通知', '非后进', 'n', 'no', 'false', '0'],
  ],
};

/** Rows that only add up, and rows that only remark. */
export const totalWords = ['合计', '小计', '总计', '共计'];
export const remarkWords = ['备注', '说明', '注', '填表人', '审核人', '制表'];
