import { fields } from '../words/field/rules.ts';
import { ownOf } from '../words/own/rules.ts';
import type { Text } from '../words/text.ts';

const functionTitles: Record<string, Text> = {
  'party-secretary': { zh: '村（社区）党组织书记', en: 'Village Party secretary' },
  'town-secretary': { zh: '镇党委书记', en: 'Town Party secretary' },
  'town-leader': { zh: '镇包村领导', en: 'Town leader in charge' },
  'county-leader': fields.leaderId,
  'department-head': { zh: '指导单位负责人', en: 'Head of the guiding department' },
  'first-secretary': { zh: '第一书记', en: 'First secretary' },
};

/** 责任类别 in words; one that is not known by its key. */
export const functionTitle = (key: string): Text => ownOf(functionTitles, key) ?? { zh: key, en: key };

const changes: Record<string, Text> = {
  'venue report': { zh: '报送阵地建设台账', en: 'Village centre reported' },
  'organisation report': { zh: '报送党组织台账', en: 'Party organisation reported' },
  'venue plan': { zh: '调整阵地计划', en: 'Village centre plan changed' },
  'organisation plan': { zh: '调整整顿事项', en: 'Overhaul terms changed' },
  'venue-proposal propose': { zh: '提出调整申请', en: 'Change requested' },
  'venue-proposal accepted': { zh: '同意调整申请', en: 'Change request accepted' },
  'venue-proposal refused': { zh: '不予同意调整申请', en: 'Change request refused' },
  'venue-proposal withdrawn': { zh: '撤回调整申请', en: 'Change request withdrawn' },
  'organisation-proposal propose': { zh: '提出调整申请', en: 'Change requested' },
  'organisation-proposal accepted': { zh: '同意调整申请', en: 'Change request accepted' },
  'organisation-proposal refused': { zh: '不予同意调整申请', en: 'Change request refused' },
  'organisation-proposal withdrawn': { zh: '撤回调整申请', en: 'Change request withdrawn' },
  'visit visit': { zh: '督查到村', en: 'Visited' },
  'visit plan': { zh: '列入督查计划', en: 'Visit planned' },
  'responsibility appoint': { zh: '登记责任人', en: 'Person responsible recorded' },
  'responsibility dismiss': { zh: '解除责任人', en: 'Person responsible removed' },
  'linkage link': { zh: '登记包抓领导', en: 'Leader in charge recorded' },
  'area place': { zh: '登记地名与代码', en: 'Name and code recorded' },
  'area rename': { zh: '更名或代码变更', en: 'Renamed or code changed' },
  'area merge': { zh: '撤并', en: 'Merged' },
  'area withdraw': { zh: '撤销区划变更', en: 'Area change withdrawn' },
  'area split': { zh: '分设', en: 'Split off' },
  'area move': { zh: '划转', en: 'Transferred' },
  'visit withdraw': { zh: '撤销督查计划', en: 'Visit plan withdrawn' },
  'team set': { zh: '更新督导组', en: 'Team set' },
  'team end': { zh: '撤销督导组', en: 'Team ended' },
  'route-plan save': { zh: '保存督查路线方案', en: 'Route plan saved' },
  'route-plan publish': { zh: '下达督查路线方案', en: 'Route plan issued to the teams' },
  'route-plan outcome': { zh: '登记路线完成情况', en: 'Route progress recorded' },
  'route-plan end': { zh: '撤销督查路线方案', en: 'Route plan withdrawn' },
  'review-number set': { zh: '填写审图号', en: 'Map review number set' },
  'clock confirm-day': { zh: '确认服务器日期', en: 'Server date confirmed' },
  'edition set': { zh: '更新标准', en: 'Standard set' },
  'external record': { zh: '登记上级通报与考评', en: 'City or province result recorded' },
  'external correct': { zh: '更正上级通报与考评', en: 'City or province result corrected' },
  'external withdraw': { zh: '撤销上级通报与考评', en: 'City or province result withdrawn' },
  'ranking hide': { zh: '隐藏排名', en: 'Rankings hidden' },
  'ranking show': { zh: '恢复显示排名', en: 'Rankings shown again' },
  'area close': { zh: '名称或代码停用', en: 'Name or code ended' },
  'task assigned': { zh: '交办、退回整改或调整时限', en: 'Task assigned, sent back or given a new deadline' },
  'task take-back': { zh: '撤销议定事项', en: 'Decision of a meeting undone' },
  'task withdraw': { zh: '撤销交办', en: 'Task withdrawn' },
  'task remedied': { zh: '反馈整改情况', en: 'Task reported as done' },
  'task verified': { zh: '复核通过', en: 'Task verified' },
  'task closed': { zh: '销号', en: 'Task signed off' },
  'meeting save': { zh: '保存议程', en: 'Agenda saved' },
  'meeting begin': { zh: '会议开始', en: 'Meeting begun' },
  'meeting refresh': { zh: '会议采用新数据', en: 'Meeting updated to newer data' },
  'meeting note': { zh: '登记点评意见', en: 'Meeting remark recorded' },
  'meeting end': { zh: '会议结束或删除', en: 'Meeting ended or removed' },
  'view save': { zh: '保存常用视图', en: 'View saved' },
  'view share': { zh: '共享或取消共享常用视图', en: 'View shared or sharing stopped' },
  'view end': { zh: '删除常用视图', en: 'View removed' },
};

/** What a change was, in words. */
export function changeTitle(subject: string, action: string): Text {
  return ownOf(changes, `${subject} ${action}`) ?? { zh: '更新', en: 'Changed' };
}
