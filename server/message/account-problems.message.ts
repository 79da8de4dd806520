import type { RefusalCode } from '../http/refusal.ts';
import type { Text } from '../text.ts';

/** Title and detail of what refuses a sign-in, a password or a change of accounts. */
export const accountProblems = {
  'sign-in-needed': {
    title: { zh: '请先登录', en: 'Sign in first' },
    detail: {
      zh: '登录后才能查看。登录可能已过期，请重新登录。',
      en: 'This can be seen after signing in. The sign-in may have ended: sign in again.',
    },
  },
  'person-unsaid': {
    title: { zh: '未写明使用人', en: 'Nobody named' },
    detail: {
      zh: '不能提交：请求没有写明是谁的页面（请求头 Signed-In-As，取自 /api/session 的 viewer.key）。请刷新页面后重新提交。',
      en: 'Not accepted: the request does not say whose page it is (header Signed-In-As, viewer.key of /api/session). Reload the page and submit again.',
    },
  },
  'person-other': {
    title: { zh: '登录的已是他人', en: 'Somebody else is signed in' },
    detail: {
      zh: '不能继续：本浏览器中登录的已不是打开这一页的人，未作任何改动。请刷新页面，或重新登录。',
      en: 'Stopped: the person signed in on this browser is no longer the one who opened this page. Nothing was changed. Reload the page, or sign in again.',
    },
  },
  'sign-in-wrong': {
    title: { zh: '账号或口令不对', en: 'Wrong account or password' },
    detail: {
      zh: '账号或口令不对。请检查大小写和输入法后再试；忘记口令请找县委组织部或系统管理员重设。',
      en: 'The account or the password is wrong. Check capitals and the keyboard; if it is forgotten, have the organisation department or the administrator reset it.',
    },
  },
  'sign-in-wait': {
    title: { zh: '请稍后再试', en: 'Wait before trying again' },
    detail: {
      zh: '连续多次输错，请等 {seconds} 秒后再试。',
      en: 'There were too many wrong tries: wait {seconds} seconds, then try again.',
    },
  },
  'password-change-needed': {
    title: { zh: '请先修改口令', en: 'Change the password first' },
    detail: {
      zh: '口令为初始口令或已到期，请先修改。',
      en: 'The password is a first one or too old: change it first.',
    },
  },
  'password-wrong': {
    title: { zh: '当前口令不对', en: 'Wrong current password' },
    detail: { zh: '当前口令输入不对，未作修改。', en: 'The current password is wrong; nothing was changed.' },
  },
  'password-short': {
    title: { zh: '口令太短', en: 'Password too short' },
    detail: { zh: '新口令至少要有 {length} 个字符。', en: 'The new password needs at least {length} characters.' },
  },
  'password-long': {
    title: { zh: '口令太长', en: 'Password too long' },
    detail: { zh: '新口令不能超过 128 个字符。', en: 'The new password may have 128 characters at most.' },
  },
  'password-classes': {
    title: { zh: '口令太简单', en: 'Password too simple' },
    detail: {
      zh: '新口令须含大写、小写、数字、符号四类中的至少 {classes} 类。',
      en: 'The new password needs {classes} of: capital letters, small letters, digits, signs.',
    },
  },
  'password-login': {
    title: { zh: '口令含有账号', en: 'Password holds the account' },
    detail: { zh: '新口令不能包含账号。', en: 'The new password may not contain the account’s name.' },
  },
  'password-common': {
    title: { zh: '口令太常见', en: 'Password too common' },
    detail: {
      zh: '这个口令太常见，容易被猜到，请换一个。',
      en: 'This password is among the first to be guessed: choose another.',
    },
  },
  'password-used': {
    title: { zh: '口令用过', en: 'Password used before' },
    detail: {
      zh: '新口令不能与最近 {remembered} 次用过的口令相同（含当前口令）。',
      en: 'The new password may not be one of the last {remembered}, the current one among them.',
    },
  },
  'login-taken': {
    title: { zh: '账号已存在', en: 'Account taken' },
    detail: { zh: '账号“{login}”已有人使用，请换一个。', en: 'The account “{login}” exists already: choose another.' },
  },
  'login-malformed': {
    title: { zh: '账号格式不对', en: 'Malformed account' },
    detail: {
      zh: '账号用 2–32 个字母、数字、点、横线或下划线。',
      en: 'An account has 2–32 letters, digits, dots, hyphens or underscores.',
    },
  },
  'account-unknown': {
    title: { zh: '没有这个账号', en: 'No such account' },
    detail: {
      zh: '没有这个账号，可能已被改动，请刷新。',
      en: 'There is no such account; it may have been changed: reload.',
    },
  },
  'account-place-needed': {
    title: { zh: '范围不全', en: 'Places are missing' },
    detail: {
      zh: '镇账号要选一个镇，村账号要选一个村，部门账号至少选一项可见内容，督导组成员至少选一个督导组。',
      en: 'A town’s account needs its town, a village’s its village, a department’s an item it sees, an inspector’s a team.',
    },
  },
  'account-above': {
    title: { zh: '不能管理这个账号', en: 'Not yours to manage' },
    detail: {
      zh: '县委组织部的账号只能由县委组织部管理。',
      en: 'Accounts of the organisation department are managed by the organisation department only.',
    },
  },
  'last-office-account': {
    title: { zh: '至少保留一个组织部账号', en: 'The last office account' },
    detail: {
      zh: '这是最后一个可用的县委组织部账号，不能停用或改作其他角色。请先建立另一个。',
      en: 'This is the last working account of the organisation department: make another before disabling or changing it.',
    },
  },
  'set-up-over': {
    title: { zh: '链接已失效', en: 'The link is over' },
    detail: {
      zh: '一次性链接已经用过或不对。若还没有账号，请重新启动系统，用终端里新的链接。',
      en: 'The one-time link was used or is not right. If there is no account yet, start the system again and use the new link of the terminal.',
    },
  },
  'sample-only': {
    title: { zh: '仅限示例县', en: 'Sample county only' },
    detail: { zh: '只有示例县才能一键登录。', en: 'Signing in by one click exists in the sample county only.' },
  },
} as const satisfies Partial<Record<RefusalCode, { title: Text; detail: Text }>>;
