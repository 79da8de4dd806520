import type { Text } from '../words/text.ts';

/** 责任类别 in words. */
export const functionTitles: Record<string, Text> = {
  'party-secretary': { zh: '村党组织书记', en: 'Party secretary' },
  'town-secretary': { zh: '镇党委书记', en: 'Town party secretary' },
  'town-leader': { zh: '包村镇领导', en: 'Town leader in charge' },
  'county-leader': { zh: '包抓县级领导', en: 'County leader in charge' },
  'department-head': { zh: '包联单位负责人', en: 'Head of linked unit' },
  'first-secretary': { zh: '第一书记', en: 'First secretary' },
};

const changes: Record<string, Text> = {
  'venue report': { zh: '报送阵地建设台账', en: 'Venue reported' },
  'organisation report': { zh: '报送党组织台账', en: 'Organisation reported' },
  'venue plan': { zh: '调整阵地计划', en: 'Plan of the venue changed' },
  'organisation plan': { zh: '调整整顿事项', en: 'Terms of the turnaround changed' },
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
  'responsibility appoint': { zh: '更新责任人', en: 'Responsible person set' },
  'responsibility dismiss': { zh: '撤下责任人', en: 'Responsible person taken off' },
  'linkage link': { zh: '更新联系包抓', en: 'Linkage set' },
  'area place': { zh: '登记地名与代码', en: 'Name and code recorded' },
  'area rename': { zh: '更名或换码', en: 'Renamed' },
  'area merge': { zh: '撤并', en: 'Merged' },
  'area withdraw': { zh: '撤销区划变更', en: 'Change of places withdrawn' },
  'area split': { zh: '分设', en: 'Split off' },
  'area move': { zh: '划转', en: 'Given to another town' },
  'visit withdraw': { zh: '撤回督查计划', en: 'Plan withdrawn' },
  'team set': { zh: '更新督导组', en: 'Team set' },
  'team end': { zh: '撤销督导组', en: 'Team ended' },
  'route-plan save': { zh: '保存督查路线', en: 'Route plan kept' },
  'route-plan publish': { zh: '下达督查路线', en: 'Route plan told to the teams' },
  'route-plan outcome': { zh: '登记路线完成情况', en: 'Outcome on a route recorded' },
  'route-plan end': { zh: '撤回督查路线', en: 'Route plan withdrawn' },
  'review-number set': { zh: '填写审图号', en: 'Map review number set' },
  'clock confirm-day': { zh: '确认服务器日期', en: 'Day of the server confirmed' },
  'edition set': { zh: '更新标准', en: 'Standard set' },
  'external record': { zh: '登记上级通报', en: 'Result of a superior entered' },
  'external correct': { zh: '更正上级通报', en: 'Result of a superior corrected' },
  'external withdraw': { zh: '撤销上级通报', en: 'Result of a superior withdrawn' },
  'ranking hide': { zh: '隐藏排名', en: 'Rankings hidden' },
  'ranking show': { zh: '恢复显示排名', en: 'Rankings shown again' },
  'area close': { zh: '名称或代码停用', en: 'Name or code ended' },
  'task assigned': { zh: '交办、退回或限期', en: 'Task handed over, sent back or given a limit' },
  'task take-back': { zh: '撤销会上决定', en: 'Decision of a meeting taken back' },
  'task withdraw': { zh: '撤销交办', en: 'Task withdrawn' },
  'task remedied': { zh: '报送整改', en: 'Task reported put right' },
  'task verified': { zh: '复核通过', en: 'Task verified' },
  'task closed': { zh: '销号', en: 'Task signed off' },
  'meeting save': { zh: '保存议程', en: 'Agenda kept' },
  'meeting begin': { zh: '会议开始', en: 'Meeting begun' },
  'meeting refresh': { zh: '会议采用新数据', en: 'Meeting took newer figures' },
  'meeting note': { zh: '登记点评意见', en: 'Meeting noted' },
  'meeting end': { zh: '会议结束或删除', en: 'Meeting ended or removed' },
  'view save': { zh: '保存常用视图', en: 'View kept' },
  'view share': { zh: '共享或收回常用视图', en: 'View shared or no longer shared' },
  'view end': { zh: '删除常用视图', en: 'View removed' },
};

/** A place with the name of one merged into it, of which a record speaks. */
export const formerly = (name: string, former: string): string => `${name}（原${former}）`;

/** What a change was, in words. */
export function changeTitle(subject: string, action: string): Text {
  return changes[`${subject} ${action}`] ?? { zh: '更新', en: 'Changed' };
}
