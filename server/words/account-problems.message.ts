import type { RefusalCode } from '../http/refusal.ts';
import type { Text } from './text.ts';

/** Title and detail of what refuses a sign-in, a password or a change of accounts. */
export const accountProblems = {
  'sign-in-needed': {
    title: { zh: '请先登录', en: 'Sign in first' },
    detail: {
      zh: '登录后才能查看。登录可能已过期，请重新登录。',
      en: 'Sign in to view this page. Your session may have expired.',
    },
  },
  'person-other': {
    title: { zh: '登录的已是他人', en: 'Someone else is signed in' },
    detail: {
      zh: '不能继续：本浏览器中登录的已不是打开这一页的人，未作任何改动。请刷新页面，或重新登录。',
      en: 'This cannot continue: someone else has signed in on this browser since you opened the page. Nothing was changed. Reload the page, or sign in again.',
    },
  },
  'sign-in-wrong': {
    title: { zh: '账号或口令不对', en: 'Wrong account or password' },
    detail: {
      zh: '账号或口令不对。请检查大小写和输入法后再试；忘记口令请找县委组织部或系统管理员重设。',
      en: 'Wrong account or password. Check capital letters and your keyboard layout, then try again. If you have forgotten the password, ask the organisation department or the system administrator to reset it.',
    },
  },
  'sign-in-wait': {
    title: { zh: '请稍后再试', en: 'Wait before trying again' },
    detail: {
      zh: '连续多次输错，请等 {seconds} 秒后再试。',
      en: 'Too many failed attempts. Wait {seconds} seconds, then try again.',
    },
  },
  'password-change-needed': {
    title: { zh: '请先修改口令', en: 'Change the password first' },
    detail: {
      zh: '口令为初始口令或已到期，请先修改。',
      en: 'Your password is an initial one or has expired. Change it first.',
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
    detail: { zh: '新口令不能超过 128 个字符。', en: 'The new password may have at most 128 characters.' },
  },
  'password-classes': {
    title: { zh: '口令太简单', en: 'Password too simple' },
    detail: {
      zh: '新口令须含大写、小写、数字、符号四类中的至少 {classes} 类。',
      en: 'The new password needs at least {classes} of: capital letters, small letters, digits, symbols.',
    },
  },
  'password-login': {
    title: { zh: '口令含有账号', en: 'Password contains the account name' },
    detail: { zh: '新口令不能包含账号。', en: 'The new password must not contain the account name.' },
  },
  'password-common': {
    title: { zh: '口令太常见', en: 'Password too common' },
    detail: {
      zh: '这个口令太常见，容易被猜到，请换一个。',
      en: 'This password is too common and easy to guess. Choose another.',
    },
  },
  'password-used': {
    title: { zh: '口令用过', en: 'Password used before' },
    detail: {
      zh: '新口令不能与最近 {remembered} 次用过的口令相同（含当前口令）。',
      en: 'The new password must differ from the last {remembered}, including the current one.',
    },
  },
  'login-taken': {
    title: { zh: '账号已存在', en: 'Account taken' },
    detail: { zh: '账号“{login}”已有人使用，请换一个。', en: 'The account “{login}” already exists. Choose another.' },
  },
  'login-malformed': {
    title: { zh: '账号格式不对', en: 'Invalid account name' },
    detail: {
      zh: '账号用 2–32 个字母、数字、点、横线或下划线。',
      en: 'Use 2–32 letters, digits, dots, hyphens or underscores.',
    },
  },
  'account-unknown': {
    title: { zh: '没有这个账号', en: 'No such account' },
    detail: {
      zh: '没有这个账号，可能已被改动，请刷新。',
      en: 'This account was not found; it may have been changed. Reload the page.',
    },
  },
  'account-place-needed': {
    title: { zh: '范围不全', en: 'Places are missing' },
    detail: {
      zh: '镇账号要选一个镇，村账号要选一个村，部门账号至少选一项可见内容，督导组成员至少选一个督导组。',
      en: 'Choose a town for a town account, a village for a village account, at least one item for a department account, and at least one inspection team for an inspector.',
    },
  },
  'account-above': {
    title: { zh: '不能对该账号进行此项操作', en: 'You cannot do this to this account' },
    detail: {
      zh: '不能对该账号进行此项操作：按三员分工，此项由县委组织部或其他管理员办理。请与县委组织部联系。',
      en: 'You cannot do this to this account: under the division among the three administrators it belongs to the organisation department or another administrator. Contact the organisation department.',
    },
  },
  'account-own': {
    title: { zh: '不能变更本人账号', en: 'You cannot change your own account' },
    detail: {
      zh: '不能变更本人账号：角色、范围、口令重设和停用须由他人办理。请由县委组织部的其他账号办理。',
      en: 'You cannot change your own account: role, places, password reset and disabling must be done by someone else. Ask another account of the organisation department.',
    },
  },
  'account-not-yet': {
    title: { zh: '账号目前不能这样办理', en: 'Not possible at present' },
    detail: {
      zh: '账号尚待同意、已停用、已交接或不需要链接，不能这样办理。请刷新后按列表中的状态办理。',
      en: 'This cannot be done: the account is awaiting approval, disabled, passed on or needs no link. Reload the page and follow the status in the list.',
    },
  },
  'account-passed-on': {
    title: { zh: '账号已交接', en: 'Account already passed on' },
    detail: {
      zh: '账号已交接给下一任，未重复办理。请刷新后查看。',
      en: 'The account has already been passed on to the next person; nothing was repeated. Reload the page.',
    },
  },
  'proposal-moved': {
    title: { zh: '待同意事项已变化', en: 'The request has changed' },
    detail: {
      zh: '待同意的事项已撤回、已办理或有改动，未作处理。请刷新后重新查看。',
      en: 'The request was withdrawn, decided or changed; nothing was done. Reload the page and check it again.',
    },
  },
  'link-over': {
    title: { zh: '链接已失效', en: 'The link is no longer valid' },
    detail: {
      zh: '一次性链接已用过、已更换或已过期。请向县委组织部重新领取。',
      en: 'The one-time link was used, replaced or has expired. Ask the organisation department for a new one.',
    },
  },
  'session-unknown': {
    title: { zh: '没有该登录', en: 'No such sign-in' },
    detail: { zh: '该登录已经结束，请刷新后查看。', en: 'That sign-in has already ended. Reload the page.' },
  },
  'last-office-account': {
    title: { zh: '至少保留一个组织部账号', en: 'The last account of the organisation department' },
    detail: {
      zh: '这是最后一个可用的县委组织部账号，不能停用或改作其他角色。请先建立另一个。',
      en: 'This is the last active account of the organisation department and cannot be disabled or given another role. Create another one first.',
    },
  },
  'set-up-over': {
    title: { zh: '链接已失效', en: 'The link is no longer valid' },
    detail: {
      zh: '一次性链接已经用过或不对。若还没有账号，请重新启动系统，用终端里新的链接。',
      en: 'The one-time link was used or is wrong. If there is no account yet, restart the system and use the new link shown in the terminal.',
    },
  },
  'sample-only': {
    title: { zh: '仅限示例县', en: 'Sample county only' },
    detail: { zh: '只有示例县才能一键登录。', en: 'One-click sign-in is available in the sample county only.' },
  },
} as const satisfies Partial<Record<RefusalCode, { title: Text; detail: Text }>>;
