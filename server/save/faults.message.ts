import type { Text } from '../words/text.ts';
import type { FaultCode } from './rules.ts';

/** What is wrong with a field of a form, and what to do. */
export const faultTexts: Record<FaultCode, Text> = {
  'own-report': {
    zh: '本人反馈的整改情况不能由本人复核。请由他人复核。',
    en: 'You reported this yourself, so someone else must verify it.',
  },
  'placeholder-unknown': {
    zh: '模板里的 {value} 不是可用的占位符，请从占位符表中选择。',
    en: '{value} is not a placeholder. Choose one from the list.',
  },
  'placeholder-in-line': {
    zh: '{value} 是一张表，须单独占一行。',
    en: '{value} is a table and needs a line of its own.',
  },
  'placeholder-open': {
    zh: '这一行的大括号不成对：“{value}”。',
    en: 'A brace is left open in the line “{value}”.',
  },
  missing: { zh: '这一项必填。', en: 'Required.' },
  'too-long': { zh: '最多 {value} 个字，请删减。', en: 'At most {value} characters. Shorten it.' },
  'day-not-real': {
    zh: '没有这一天，请按 年-月-日 填写。',
    en: 'This date does not exist. Write it as year-month-day.',
  },
  'day-to-come': {
    zh: '不能晚于今天（{value}）：完成了再填。',
    en: 'This cannot be after today ({value}). Enter it once done.',
  },
  'day-past': { zh: '计划日期不能早于今天（{value}）。', en: 'A planned date cannot be before today ({value}).' },
  'day-before': { zh: '不能早于{value}。', en: 'This cannot be before {value}.' },
  'day-after': { zh: '不能晚于{value}。', en: 'This cannot be after {value}.' },
  'milestone-order': {
    zh: '早于前一节点的日期（{value}），请核对两个日期。',
    en: 'This is before the previous milestone ({value}). Check both dates.',
  },
  'milestone-gap': {
    zh: '后面的节点已完成，请补填这一节点的实际完成日期。',
    en: 'A later milestone is done. Enter the actual date of this one.',
  },
  'milestone-open': {
    zh: '所选阶段要求这一节点已完成，请填实际完成日期，或改选建设阶段。',
    en: 'The chosen stage requires this milestone. Enter its actual date, or choose another stage.',
  },
  'stage-behind': {
    zh: '节点已完成到更后面的阶段，请改选阶段，或核对节点日期。',
    en: 'The milestones done are beyond this stage. Choose a later stage, or check the dates.',
  },
  'not-built': {
    zh: '建成后才能验收：请先把阶段报为“建成”。',
    en: 'Only a completed centre can be accepted. Report the stage “Built” first.',
  },
  'accepted-undated': {
    zh: '验收合格须同时填报组织部验收日期和财政局验收日期。',
    en: '“Accepted” needs the acceptance dates of both the organisation department and the finance bureau.',
  },
  'money-malformed': {
    zh: '金额须为零或正数，精确到分。',
    en: 'Enter a sum of zero or more, with at most two decimals.',
  },
  'paid-above-due': {
    zh: '已拨付补助超过核定补助。如属实，请确认后保存。',
    en: 'The subsidy paid exceeds the approved subsidy. If that is right, confirm and save.',
  },
  'accepted-items': {
    zh: '达标清单还缺{value}项，仍要验收请写明原因。',
    en: 'The checklist lacks {value} items. To accept anyway, give the reason.',
  },
  'paid-early': {
    zh: '两部门尚未都验收，就已足额拨付。如属实，请写明原因。',
    en: 'This was paid in full before both departments had accepted. If that is right, give the reason.',
  },
  'built-items': {
    zh: '报为“建成”，达标清单还缺{value}项。如属实，请写明原因。',
    en: 'This is reported as built, but the checklist lacks {value} items. If that is right, give the reason.',
  },
  'done-emptied': {
    zh: '原报{value}完成，现已清空。如属实，请写明原因。',
    en: 'This was reported done on {value} but is now blank. If that is right, give the reason.',
  },
  'done-earlier': {
    zh: '原报{value}完成，现改为更早的日期。如属实，请写明原因。',
    en: 'This was reported done on {value} but now has an earlier date. If that is right, give the reason.',
  },
  'done-unreported': {
    zh: '{value}报送时尚未完成，现报的完成日期更早。如属实，请写明原因。',
    en: 'This was still open in the report of {value} but now has an earlier date. If that is right, give the reason.',
  },
  'item-emptied': {
    zh: '这一项原已填报，现已清空。如属实，请写明原因。',
    en: 'This was reported before but is now blank. If that is right, give the reason.',
  },
  'reason-needed': { zh: '请写明原因，最多 500 个字。', en: 'Give the reason, in at most 500 characters.' },
  'item-unknown': {
    zh: '清单中没有这一项，请刷新后再填。',
    en: 'The checklist has no such item. Reload the page and fill it in again.',
  },
  'problems-open': {
    zh: '还有问题未整改完成，不能销号。',
    en: 'Problems are still open, so this cannot be signed off.',
  },
  'person-unknown': { zh: '没有这个人，请从列表中选择。', en: 'This person does not exist. Choose from the list.' },
  'phone-malformed': {
    zh: '办公电话只写数字、空格、横线、括号和加号，3 至 30 位。',
    en: 'A telephone number has 3–30 digits, spaces, hyphens, brackets or a plus.',
  },
  'function-unknown': { zh: '没有这类责任人。', en: 'There is no such kind of responsibility.' },
  'village-unknown': {
    zh: '没有找到该村，或不在您的范围内。',
    en: 'This village was not found, or is not one of yours.',
  },
  'other-century': {
    zh: '这一天与今天（{value}）不在同一世纪，请核对年份。',
    en: 'This date is in another century than today ({value}). Check the year.',
  },
  'before-campaign': {
    zh: '早于行动起始日期（{value}）。确为行动之前的督查，请确认后保存。',
    en: 'This is before the campaign began ({value}). If the visit was made before the campaign, confirm and save.',
  },
  'trip-recorded': {
    zh: '同一天、同一督导组或带队领导到同一个村的督查已登记：{value}。同一行程只算一次；确需另记请确认后保存。',
    en: 'A visit to the same village on that date by the same team or leader is already recorded: {value}. One trip counts once. To record this one as well, confirm and save.',
  },
  'trip-planned': {
    zh: '这次督查已有计划：{value}。请在该计划中填报；确需另记请确认后保存。',
    en: 'This visit is already planned: {value}. Record it there; to record it separately, confirm and save.',
  },
  'team-planned': {
    zh: '该督导组或带队领导当天已有安排：{value}。确需再安排请确认后保存。',
    en: 'The team or leader already has a plan on that date: {value}. To plan this as well, confirm and save.',
  },
  'village-planned': {
    zh: '当天已有督查安排到所选的村：{value}。确需再安排请确认后保存。',
    en: 'A chosen village already has a visit planned on that date: {value}. To plan this as well, confirm and save.',
  },
  'findings-early': {
    zh: '督查尚未开展，还不能填写发现问题。',
    en: 'The visit has not been made yet, so findings cannot be entered.',
  },
  'announced-already': {
    zh: '已公开的计划不能改为暗访：请撤销后另行安排。',
    en: 'An announced plan cannot become unannounced. Withdraw it and plan a new one.',
  },
  'move-not-possible': {
    zh: '现在的状态不能这样改，请刷新后再看。',
    en: 'The current status does not allow this. Reload the page.',
  },
  'team-foreign': { zh: '只能登记本督导组的督查。', en: 'You can only record visits of your own team.' },
  'code-taken': { zh: '代码已被“{value}”使用，请核对。', en: 'The code belongs to “{value}”. Check it.' },
  'name-taken': {
    zh: '该镇已有“{value}”。确为两个同名的村，请确认后保存；否则请改名。',
    en: 'The town already has “{value}”. If both villages really share the name, confirm and save; otherwise change it.',
  },
  'change-pending': {
    zh: '该地点已登记以后生效的变更（{value}）。请先撤销该变更，再登记这一次。',
    en: 'A later change of this place is recorded ({value}). Withdraw it first, then record this one.',
  },
  'places-apart': {
    zh: '两个村不相邻，合并后将分为不相连的几片。如属实，请确认后保存；否则请另选。',
    en: 'The two villages do not border each other, so the merged village would be in separate parts. If that is right, confirm and save; otherwise choose another.',
  },
  'code-malformed': {
    zh: '代码只用字母、数字、横线或下划线，最多 40 位。',
    en: 'A code has 1–40 letters, digits, hyphens or underscores.',
  },
  'town-unknown': { zh: '没有这个镇，请从列表中选择。', en: 'There is no such town. Choose from the list.' },
  'same-place': {
    zh: '不能与自己合并，也不能重复选择。',
    en: 'A place cannot be merged with itself or chosen twice.',
  },
  'other-town': { zh: '只能合并同一个镇的村。', en: 'Only villages of the same town can be merged.' },
  'nothing-changed': {
    zh: '与现状相同，没有可改的内容。',
    en: 'This is the same as now, so there is nothing to change.',
  },
  'key-twice': { zh: '与另一项重复，请改正其中一项。', en: 'This appears twice. Change one of them.' },
  'number-out': { zh: '请填 {value} 之间的整数。', en: 'Enter a whole number in the range {value}.' },
  'points-out': {
    zh: '请填 {value} 之间的数，最多两位小数。',
    en: 'Enter a number in the range {value}, with at most two decimals.',
  },
  'layer-unknown': {
    zh: '没有这个图层或类别，请从列表中选择。',
    en: 'There is no such layer or status. Choose from the list.',
  },
  'silent-counted': { zh: '“未报送”不能算作完成。', en: '“Not reported” cannot count as done.' },
  'limits-order': { zh: '不能小于前一档（{value}）。', en: 'This must not be less than the previous step ({value}).' },
  'hours-order': {
    zh: '结束时间须晚于开始时间（现为{value}），请改正。',
    en: 'The end must be after the start (now {value}). Correct the times.',
  },
  'hours-overlap': {
    zh: '{value}与前一段时间重叠或早于前一段，请按先后分开填写。',
    en: 'The period {value} overlaps the one before it or comes ahead of it. Enter the periods in order.',
  },
  'outside-campaign': {
    zh: '须在行动起止日期之内（至 {value}）。',
    en: 'This must be within the campaign (until {value}).',
  },
};
