import { changeTitle } from '../area/dossier-words.message.ts';
import { ownOf } from '../words/own/rules.ts';
import { dayText, sentence } from '../words/phrase.message.ts';
import type { Text } from '../words/text.ts';

/** Kinds an entry of the audit page is one of. */
export const auditKinds = {
  change: { zh: '数据变更', en: 'Changes of records' },
  'sign-in': { zh: '登录', en: 'Sign-ins' },
  refused: { zh: '拒绝', en: 'Refusals' },
  export: { zh: '导出', en: 'Exports' },
  account: { zh: '账号与会议屏', en: 'Accounts and screens' },
} as const satisfies Record<string, Text>;
export type AuditKind = keyof typeof auditKinds;

interface EventWords {
  kind: AuditKind;
  said: Text;
}

/** Events by their action. `{subject}`: to what; further words from the event's detail. One that is not here is shown under accounts by its own name. */
export const eventWords: Record<string, EventWords> = {
  'sign-in': { kind: 'sign-in', said: { zh: '登录：{subject}', en: 'Signed in: {subject}' } },
  'sign-out': { kind: 'sign-in', said: { zh: '退出：{subject}', en: 'Signed out: {subject}' } },
  'sign-in-refused': { kind: 'sign-in', said: { zh: '登录失败：{subject}', en: 'Sign-in failed: {subject}' } },
  'change-password': { kind: 'sign-in', said: { zh: '修改口令：{subject}', en: 'Password changed: {subject}' } },
  refused: {
    kind: 'refused',
    said: { zh: '拒绝访问：{subject}（{code}，{times}次）', en: 'Refused: {subject} ({code}, {times} ×)' },
  },
  'refused-more': {
    kind: 'refused',
    said: { zh: '另有{times}次拒绝未逐条记录', en: '{times} more refusals not recorded individually' },
  },
  'export-list': {
    kind: 'export',
    said: { zh: '导出台账：{subject}，{rows}行，截至{on}', en: 'List exported: {subject}, {rows} rows, as of {on}' },
  },
  'export-meeting': {
    kind: 'export',
    said: { zh: '导出会议材料：{subject}（{file}）', en: 'Meeting papers exported: {subject} ({file})' },
  },
  'export-paper': {
    kind: 'export',
    said: {
      zh: '导出{file}：{subject}，截至{on}（记录编号{seq}）',
      en: 'Exported {file}: {subject}, as of {on} (record no. {seq})',
    },
  },
  'export-ranking': {
    kind: 'export',
    said: { zh: '导出考核排名：{rows}行，截至{on}', en: 'Ranking exported: {rows} rows, as of {on}' },
  },
  'export-routes': {
    kind: 'export',
    said: { zh: '导出督查路线：{subject}（{kind}）', en: 'Routes exported: {subject} ({kind})' },
  },
  'export-audit': {
    kind: 'export',
    said: { zh: '导出安全日志：{rows}行', en: 'Audit log exported: {rows} rows' },
  },
  'set-up': { kind: 'account', said: { zh: '建立首个账号：{subject}', en: 'First account created: {subject}' } },
  'make-account': { kind: 'account', said: { zh: '新建账号：{subject}', en: 'Account created: {subject}' } },
  'change-account': { kind: 'account', said: { zh: '修改账号：{subject}', en: 'Account changed: {subject}' } },
  'disable-account': { kind: 'account', said: { zh: '停用账号：{subject}', en: 'Account disabled: {subject}' } },
  'reset-password': { kind: 'account', said: { zh: '重设口令：{subject}', en: 'Password reset: {subject}' } },
  'propose-account': {
    kind: 'account',
    said: { zh: '提出账号变更：{subject}', en: 'Account change proposed: {subject}' },
  },
  'assent-account': {
    kind: 'account',
    said: { zh: '同意账号变更：{subject}', en: 'Account change agreed: {subject}' },
  },
  'refuse-account': {
    kind: 'account',
    said: { zh: '不同意账号变更：{subject}', en: 'Account change not agreed: {subject}' },
  },
  'hand-out-link': { kind: 'account', said: { zh: '发放一次性链接：{subject}', en: 'One-time link given: {subject}' } },
  'office-link': {
    kind: 'account',
    said: {
      zh: '在服务器上为组织部账号打印一次性链接：{subject}',
      en: 'One-time link printed at the server for the office account {subject}',
    },
  },
  'pass-on-account': { kind: 'account', said: { zh: '交接账号：{subject}', en: 'Account passed on: {subject}' } },
  'end-sessions': { kind: 'account', said: { zh: '结束全部登录：{subject}', en: 'Sign-ins ended: {subject}' } },
  'unlock-account': { kind: 'account', said: { zh: '解除锁定：{subject}', en: 'Lock-out lifted: {subject}' } },
  'use-link': {
    kind: 'sign-in',
    said: { zh: '用一次性链接设置口令：{subject}', en: 'Password set by link: {subject}' },
  },
  'end-own-sessions': {
    kind: 'sign-in',
    said: { zh: '结束本人{times}处登录：{subject}', en: '{times} own sign-ins ended: {subject}' },
  },
  'make-screen': { kind: 'account', said: { zh: '新建会议屏：{subject}', en: 'Meeting screen created: {subject}' } },
  'set-password-profile': {
    kind: 'account',
    said: { zh: '修改口令规则：{subject}', en: 'Password rule set: {subject}' },
  },
  'revoke-screen': { kind: 'account', said: { zh: '作废会议屏：{subject}', en: 'Meeting screen revoked: {subject}' } },
};

/** An event in words. */
export function eventText(action: string, subject: string, detail: Record<string, string | number | null>): EventWords {
  const words = ownOf(eventWords, action) ?? {
    kind: 'account',
    said: { zh: `${action}：{subject}`, en: `${action}: {subject}` },
  };
  const values = Object.fromEntries(Object.entries({ subject, ...detail }).map(([name, value]) => [name, value ?? '']));
  const on: Record<string, Text> = typeof detail.on === 'string' ? { on: dayText(detail.on) } : {};
  return { kind: words.kind, said: sentence(words.said.zh, words.said.en, { ...values, ...on }) };
}

/** A change in words; where it is not `open`, only that something was changed. */
export function changeText(subject: string, action: string, open: boolean): Text {
  if (!open) return { zh: '数据有一处变更', en: 'A record changed' };
  if (subject === 'import') return { zh: '导入文件', en: 'Files imported' };
  if (subject === 'person') return { zh: '更新人员', en: 'Person recorded' };
  if (subject === 'map' || subject === 'boundary')
    return { zh: '更新底图与边界', en: 'Base map and boundaries updated' };
  return changeTitle(subject, action);
}

/** Headings of the exported workbook. */
export const auditColumns = {
  zh: ['时间', '类别', '操作人', '职务', '账号', '地址', '操作内容', '涉及地点', '来源'],
  en: ['Time', 'Kind', 'Done by', 'Post', 'Account', 'Address', 'Action', 'Place', 'Source'],
};
export const auditTitle: Text = { zh: '安全日志', en: 'Audit log' };
