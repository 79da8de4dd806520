import type { Text } from '../words/text.ts';
import type { Role } from './view.ts';

/** How far a right reaches: the whole county, one's own places (an inspector: plans of the teams; a department: its own items), or nowhere. */
export type Reach = 'county' | 'own' | 'none';

interface Right {
  title: Text;
  reach: Record<Role, Reach>;
}

/** In the order of `roles`: leader, office, department, town, village, inspector, system, security and audit administrator, screen. */
function reach(text: string): Record<Role, Reach> {
  const [leader, office, department, town, village, inspector, administrator, security, auditor, screen] = text
    .split(' ')
    .map((sign): Reach => (sign === 'C' ? 'county' : sign === 'o' ? 'own' : 'none'));
  const none: Reach = 'none';
  return {
    leader: leader ?? none,
    office: office ?? none,
    department: department ?? none,
    town: town ?? none,
    village: village ?? none,
    inspector: inspector ?? none,
    administrator: administrator ?? none,
    security: security ?? none,
    auditor: auditor ?? none,
    screen: screen ?? none,
  };
}

/**
 * 权限表 — what each role may do, and how far: the one table the server goes by. `C` the county, `o` one's own places, `-` nothing.
 * Every route of the API names one of these actions; what a place is to a user is decided in the SQL of what is read and in `mayWrite`.
 */
export const rights = {
  look: {
    title: { zh: '看图、看台账、看档案', en: 'View map, ledgers and village files' },
    reach: reach('C C o o o o - - - C'),
  },
  history: { title: { zh: '看变更记录', en: 'View the change history' }, reach: reach('C C o o o o - - - -') },
  export: { title: { zh: '导出表格', en: 'Export ledgers' }, reach: reach('C C o o o o - - - -') },
  live: { title: { zh: '接收实时更新', en: 'Receive live updates' }, reach: reach('C C o o o o C C C C') },
  self: { title: { zh: '管理自己的登录', en: 'Manage own sign-ins' }, reach: reach('o o o o o o o o o o') },
  'fill-venue': {
    title: { zh: '打开阵地填报表（填报或验收）', en: 'Open the village centre form, to report or to accept' },
    reach: reach('- C o o o - - - - -'),
  },
  'report-venue': { title: { zh: '填报阵地建设', en: 'Report a village centre' }, reach: reach('- C - o o - - - - -') },
  'accept-venue': { title: { zh: '阵地验收', en: 'Accept a village centre' }, reach: reach('- C o - - - - - - -') },
  'see-proposals': { title: { zh: '查看调整申请', en: 'See change requests' }, reach: reach('C C o o o - - - - -') },
  'decide-proposals': {
    title: { zh: '审定调整申请', en: 'Accept or refuse change requests' },
    reach: reach('- C - - - - - - - -'),
  },
  'withdraw-proposal': {
    title: { zh: '撤回调整申请', en: 'Withdraw a change request' },
    reach: reach('- - - o o - - - - -'),
  },
  'report-organisation': {
    title: { zh: '填报后进整顿', en: 'Report an overhaul' },
    reach: reach('- C - o - - - - - -'),
  },
  'record-visit': { title: { zh: '登记督查', en: 'Record a visit' }, reach: reach('- C - - - o - - - -') },
  'plan-visit': {
    title: { zh: '安排督查（含暗访）', en: 'Plan visits (including unannounced ones)' },
    reach: reach('- C - - - - - - - -'),
  },
  'plan-routes': {
    title: { zh: '规划督查路线', en: 'Plan inspection routes' },
    reach: reach('- C - - - - - - - -'),
  },
  'see-routes': {
    title: { zh: '查看已下达的督查路线', en: 'See issued routes' },
    reach: reach('C C - - - o - - - -'),
  },
  'see-tasks': { title: { zh: '查看交办事项', en: 'See tasks' }, reach: reach('C C o o o - - - - C') },
  'assign-task': {
    title: { zh: '交办、调整时限、退回整改、销号', en: 'Assign, set deadlines, send back and sign off tasks' },
    reach: reach('C C - - - - - - - -'),
  },
  'report-task': { title: { zh: '反馈整改情况', en: 'Report on a task' }, reach: reach('- C o o o - - - - -') },
  'see-meetings': { title: { zh: '同屏观看会议', en: 'Follow meetings' }, reach: reach('C C - - - - - - - C') },
  'run-meeting': { title: { zh: '组织会议', en: 'Prepare and run meetings' }, reach: reach('- C - - - - - - - -') },
  'keep-views': {
    title: { zh: '保存常用视图（全县共享限县级）', en: 'Save map views (county level may share them)' },
    reach: reach('C C o o o o - - - -'),
  },
  'see-ranking': {
    title: { zh: '查看考核排名', en: 'See rankings' },
    reach: reach('C C - o o - - - - C'),
  },
  'set-ranking': {
    title: { zh: '登记上级通报与考评、隐藏排名', en: 'Record city and province results, hide rankings' },
    reach: reach('- C - - - - - - - -'),
  },
  'set-responsible': {
    title: { zh: '维护责任人', en: 'Record people responsible' },
    reach: reach('- C - o - - - - - -'),
  },
  'change-areas': {
    title: { zh: '区划变更', en: 'Rename, merge and split places' },
    reach: reach('- C - - - - - - - -'),
  },
  'set-editions': {
    title: { zh: '维护达标清单、阈值和行动日期', en: 'Set checklists, thresholds and dates' },
    reach: reach('- C - - - - - - - -'),
  },
  'manage-accounts': {
    title: { zh: '管理账号（按三员分工）', en: 'Manage accounts (as divided among the three administrators)' },
    reach: reach('- C - - - - C C - -'),
  },
  'assent-accounts': {
    title: {
      zh: '同意账号变更、发放一次性链接、交接账号',
      en: 'Agree to account changes, issue one-time links, pass accounts on',
    },
    reach: reach('- C - - - - - - - -'),
  },
  'keep-security': {
    title: { zh: '管理口令规则、登录和锁定', en: 'Manage the password rule, sign-ins and lock-outs' },
    reach: reach('- - - - - - - C - -'),
  },
  'make-screens': {
    // A screen's link shows the county to anyone who has it: giving one out gives content.
    title: { zh: '新建会议屏', en: 'Create meeting screens' },
    reach: reach('- C - - - - - - - -'),
  },
  'manage-screens': {
    title: { zh: '查看、作废会议屏', en: 'See and revoke meeting screens' },
    reach: reach('- C - - - - C - - -'),
  },
  audit: { title: { zh: '查看安全日志', en: 'Read the audit log' }, reach: reach('- - - - - - - - C -') },
  'confirm-day': {
    title: { zh: '确认服务器日期', en: 'Confirm the server date' },
    reach: reach('- C - - - - C - - -'),
  },
  operate: { title: { zh: '查看运行状况和备份', en: 'See health and backups' }, reach: reach('- C - - - - C - - -') },
} as const satisfies Record<string, Right>;
export type Action = keyof typeof rights;

/** How far somebody's right to an action reaches; the office also has the rights of administrators not named yet. */
export function reachTo(action: Action, { role, standsFor = [] }: { role: Role; standsFor?: readonly Role[] }): Reach {
  return [role, ...standsFor].map((one) => rights[action].reach[one]).find((far) => far !== 'none') ?? 'none';
}

/** What an action needs before anybody is known: the page, signing in, whether the server is there. */
export type Permission = Action | 'public';

export const roleTitles: Record<Role, Text> = {
  leader: { zh: '县级领导', en: 'County leader' },
  office: { zh: '县委组织部', en: 'Organisation department' },
  department: { zh: '县直部门', en: 'County department' },
  town: { zh: '镇党委', en: 'Town Party committee' },
  village: { zh: '村', en: 'Village' },
  inspector: { zh: '督导组成员', en: 'Inspector' },
  administrator: { zh: '系统管理员', en: 'System administrator' },
  security: { zh: '安全管理员', en: 'Security administrator' },
  auditor: { zh: '审计管理员', en: 'Audit administrator' },
  screen: { zh: '会议屏', en: 'Meeting screen' },
};
