import type { Text } from '../text.ts';

/**
 * 字段 — the one word for each field in Chinese and in English, by its name in code: forms, dossier, lists, history, papers and workbooks take theirs
 * from here. Synonyms are read on import only.
 */
export const fields = {
  code: { zh: '行政区划代码', en: 'Area code' },
  officialName: { zh: '登记名称', en: 'Full name' },
  town: { zh: '乡镇', en: 'Town' },
  village: { zh: '村（社区）', en: 'Village' },
  place: { zh: '地点', en: 'Place' },
  status: { zh: '状态', en: 'Status' },
  why: { zh: '判定依据', en: 'Reason' },
  definition: { zh: '口径', en: 'How it is counted' },
  reportedOn: { zh: '报送日期', en: 'Reported on' },
  recordedOn: { zh: '登记日期', en: 'Recorded on' },
  lastReported: { zh: '上次报送距今', en: 'Last reported' },

  leaderId: { zh: '包抓领导', en: 'Leader in charge' },
  leaderPost: { zh: '包抓领导职务', en: 'Post of the leader in charge' },
  linkageTown: { zh: '联系包抓乡镇', en: 'Town of the leader in charge' },
  function: { zh: '责任人类别', en: 'Kind of responsibility' },
  personName: { zh: '姓名', en: 'Name' },
  post: { zh: '职务', en: 'Post' },
  personUnit: { zh: '单位', en: 'Unit' },
  workPhone: { zh: '办公电话', en: 'Office telephone' },

  stage: { zh: '建设阶段', en: 'Stage' },
  schedule: { zh: '倒排工期', en: 'Milestones' },
  milestone: { zh: '节点', en: 'Milestone' },
  plannedOn: { zh: '计划完成日期', en: 'Planned' },
  firstPlannedOn: { zh: '首次计划日期', en: 'First planned' },
  doneOn: { zh: '实际完成日期', en: 'Actual' },
  checklist: { zh: '达标清单', en: 'Checklist' },
  has: { zh: '有', en: 'has' },
  lacks: { zh: '缺', en: 'lacks' },
  unreported: { zh: '未填报', en: 'not reported' },
  organisationAcceptedOn: { zh: '组织部验收日期', en: 'Accepted by the organisation department' },
  financeAcceptedOn: { zh: '财政局验收日期', en: 'Accepted by the finance bureau' },
  subsidyFen: { zh: '核定补助', en: 'Approved subsidy' },
  subsidyPaidFen: { zh: '已拨付补助', en: 'Subsidy paid' },
  reason: { zh: '原因说明', en: 'Reason given' },
  subsidyFull: { zh: '足额拨付', en: 'Paid in full' },

  organisationName: { zh: '党组织名称', en: 'Party organisation' },
  screenedOn: { zh: '排查日期', en: 'Screened on' },
  backward: { zh: '是否后进', en: 'Listed as weak' },
  notBackward: { zh: '未列为后进', en: 'Not listed as weak' },
  namedBy: { zh: '认定级别', en: 'Listed by' },
  namedByCity: { zh: '市定', en: 'City' },
  namedByCounty: { zh: '县定', en: 'County' },
  namedOn: { zh: '认定日期', en: 'Listed on' },
  groupHeadId: { zh: '整顿工作组组长', en: 'Head of the working group' },
  groupHeadPost: { zh: '整顿工作组组长职务', en: 'Post of the head of the working group' },
  groupUnits: { zh: '整顿工作组成员单位', en: 'Members of the working group' },
  guidingUnit: { zh: '指导单位', en: 'Guiding department' },
  stationedOn: { zh: '驻村日期', en: 'Stationed on' },
  problem: { zh: '存在问题', en: 'Problem' },
  measure: { zh: '整改措施', en: 'Action' },
  problemDueOn: { zh: '整改时限', en: 'Deadline' },
  problemDoneOn: { zh: '整改完成日期', en: 'Completed' },
  signedOffOn: { zh: '销号日期', en: 'Signed off on' },
  notSignedOff: { zh: '未销号', en: 'Open' },

  visitNumber: { zh: '督查编号', en: 'Number of the visit' },
  visitOn: { zh: '督查日期', en: 'Date of visit' },
  visitLevel: { zh: '督查级别', en: 'Level' },
  visitWay: { zh: '督查方式', en: 'Announced or not' },
  announced: { zh: '明察', en: 'Announced' },
  unannounced: { zh: '暗访', en: 'Unannounced' },
  team: { zh: '督导组', en: 'Inspection team' },
  visitLeaderId: { zh: '带队领导', en: 'Led by' },
  visitVillages: { zh: '督查村', en: 'Villages visited' },
  finding: { zh: '发现问题', en: 'Finding' },
  noFindings: { zh: '未发现问题', en: 'No findings' },
  visitPlanned: { zh: '计划', en: 'Planned' },
  visitMade: { zh: '已督查', en: 'Made' },
  visitClosed: { zh: '问题已全部销号', en: 'All signed off' },
  visitWithdrawn: { zh: '已撤销', en: 'Withdrawn' },

  task: { zh: '事项', en: 'Task' },
  unit: { zh: '责任单位', en: 'Unit responsible' },
  personId: { zh: '责任人', en: 'Person responsible' },
  assignedOn: { zh: '交办日期', en: 'Assigned on' },
  dueOn: { zh: '完成时限', en: 'Deadline' },
  overdueDays: { zh: '超期天数', en: 'Days overdue' },
  lastStep: { zh: '最近进展', en: 'Last step' },
  taskLedger: { zh: '交办事项台账', en: 'Task ledger' },
  assigned: { zh: '整改中', en: 'In progress' },
  remedied: { zh: '待复核', en: 'To verify' },
  verified: { zh: '待销号', en: 'To sign off' },
  closed: { zh: '已销号', en: 'Signed off' },

  remark: { zh: '点评意见', en: 'Remark' },
  decision: { zh: '议定事项', en: 'Decision' },
  ranking: { zh: '考核排名', en: 'Ranking' },
  rank: { zh: '名次', en: 'Rank' },
  score: { zh: '得分', en: 'Score' },
  external: { zh: '上级通报与考评', en: 'City and province results' },
  routePlan: { zh: '督查路线方案', en: 'Route plan' },
  better: { zh: '好转', en: 'Better' },
  worse: { zh: '变差', en: 'Worse' },
  unchanged: { zh: '未变', en: 'Unchanged' },
  needsAttention: { zh: '重点关注', en: 'Needs attention' },
} as const satisfies Record<string, Text>;
export type FieldName = keyof typeof fields;

/** 节点 of a venue, and what each department does to accept it, in words. */
export const milestones = {
  start: { zh: '开工', en: 'start of work' },
  structure: { zh: '主体完工', en: 'structure complete' },
  fitting: { zh: '配套完善', en: 'fitting out' },
  built: { zh: '建成', en: 'completion' },
  acceptance: { zh: '验收', en: 'acceptance' },
} as const satisfies Record<string, Text>;
export const acceptances = {
  organisationAcceptedOn: { zh: '组织部验收', en: 'acceptance by the organisation department' },
  financeAcceptedOn: { zh: '财政局验收', en: 'acceptance by the finance bureau' },
} as const satisfies Record<string, Text>;

const inOne = (lang: 'zh' | 'en') =>
  Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, text[lang]])) as Record<FieldName, string>;

/** The fields in one language. */
export const fieldsIn: Record<'zh' | 'en', Record<FieldName, string>> = { zh: inOne('zh'), en: inOne('en') };
