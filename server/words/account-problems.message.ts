import type { RefusalCode } from '../http/refusal.ts';
import type { Text } from './text.ts';

/** Title and detail of what refuses a sign-in, a password or a change of accounts. */
export const accountProblems = {
  'sign-in-needed': {
    title: { zh: '请先登录', en: 'Sign in first' },
    detail: {
      zh: '登录后才能查看。登录可能已过期，请重新登录。',
      en: 'This can be seen after signing in. The sign-in may have ended: sign in again.',
    },
  },
  'person-other': {
    title: { zh: '登录的已是他人', en: 'Someone else is signed in' },
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
    title: { zh: '不能对该账号进行此项操作', en: 'Not for you to do to this account' },
    detail: {
      zh: '不能对该账号进行此项操作：按三员分工，此项由县委组织部或其他管理员办理。请与县委组织部联系。',
      en: 'This is not for you to do to this account: it is for the organisation department or another administrator. Ask the organisation department.',
    },
  },
  'account-own': {
    title: { zh: '不能变更本人账号', en: 'Not the own account' },
    detail: {
      zh: '不能变更本人账号：角色、范围、口令重设和停用须由他人办理。请由县委组织部的其他账号办理。',
      en: 'Nobody changes the role, places or state of the own account. Have another account of the organisation department do it.',
    },
  },
  'account-not-yet': {
    title: { zh: '账号目前不能这样办理', en: 'Not in this state' },
    detail: {
      zh: '账号尚待同意、已停用、已交接或不需要链接，不能这样办理。请刷新后按列表中的状态办理。',
      en: 'The account waits for assent, is disabled, was passed on or needs no link. Reload and go by the state in the list.',
    },
  },
  'account-passed-on': {
    title: { zh: '账号已交接', en: 'Passed on already' },
    detail: {
      zh: '账号已交接给下一任，未重复办理。请刷新后查看。',
      en: 'The account was passed on already; nothing was done again. Reload and look.',
    },
  },
  'proposal-moved': {
    title: { zh: '待同意事项已变化', en: 'What was proposed is another now' },
    detail: {
      zh: '待同意的事项已撤回、已办理或有改动，未作处理。请刷新后重新查看。',
      en: 'What was proposed was withdrawn, settled or changed; nothing was done. Reload and look at it again.',
    },
  },
  'link-over': {
    title: { zh: '链接已失效', en: 'The link works no more' },
    detail: {
      zh: '一次性链接已用过、已更换或已过期。请向县委组织部重新领取。',
      en: 'The one-time link was used, replaced or is too old. Ask the organisation department for another.',
    },
  },
  'session-unknown': {
    title: { zh: '没有该登录', en: 'No such sign-in' },
    detail: { zh: '该登录已经结束，请刷新后查看。', en: 'That sign-in has ended already; reload and look.' },
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
