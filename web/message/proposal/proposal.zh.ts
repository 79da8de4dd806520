/** 调整申请 in Chinese: the source of their type. `{n}` and the like are filled. */
export const proposalZh = {
  title: '调整申请',
  section: '调整申请（{n}项待审）',
  waiting: '待审{n}项',
  waitingTitle: '有{n}项调整申请待审定',
  open: '待审（{n}）',
  decided: '已办（{n}）',
  none: '暂无调整申请。乡镇、村在填报时改动计划日期等由县委组织部审定的内容，会列在这里。',
  noneOpen: '没有待审的调整申请。',
  forms: { venue: '阵地', organisation: '党组织' },
  states: { waiting: '待审', accepted: '已同意', refused: '不予同意', withdrawn: '已撤回' },
  change: '{from} → {to}',
  asked: '{who}{day}提出',
  decidedOn: '{who}{day}审定',
  answer: '审定意见：{text}',
  accept: '同意',
  refuse: '不予同意',
  withdraw: '撤回',
  reason: '不予同意的原因（必填）',
  say: '审定意见（选填）',
  why: '原因说明（必填）',
  waitingHere: '调整申请待审（{asked}）：',
  cell: '{title}：{change}',
  confirm: '确定',
  cancel: '取消',
  unit: '申请单位',
  acceptHint: '同意后立即生效，首次计划日期保留。',
};

/** What both languages say. */
export type ProposalWords = typeof proposalZh;
