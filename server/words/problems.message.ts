import type { RefusalCode } from '../http/refusal.ts';
import { accountProblems } from './account-problems.message.ts';
import { areaProblems } from './area-problems.message.ts';
import { formProblems } from './form-problems.message.ts';
import { paperProblems } from './paper-problems.message.ts';
import type { Text } from './text.ts';

/** Title and detail of each refusal of the API; `reading` is the detail where nothing was to be saved. */
export const problems: Record<RefusalCode, { title: Text; detail: Text; reading?: Text }> = {
  'parameter-unknown': {
    title: { zh: '不支持的参数', en: 'Unknown parameter' },
    detail: {
      zh: '没有参数“{parameter}”：请删去它，或对照 /api/openapi.json 改正。',
      en: 'There is no parameter “{parameter}”. Remove it, or see /api/openapi.json.',
    },
  },
  'parameter-malformed': {
    title: { zh: '参数写法不对', en: 'Invalid parameter' },
    detail: {
      zh: '参数“{parameter}”的值不对：请对照 /api/openapi.json 改正。',
      en: 'The value of the parameter “{parameter}” is invalid. See /api/openapi.json.',
    },
  },
  'day-in-future': {
    title: { zh: '日期在今天之后', en: 'Date in the future' },
    detail: {
      zh: '日期{day}在今天（{today}）之后，还没有数据：请改为今天或以前的日期。',
      en: 'The date {day} is after today ({today}) and has no data yet. Choose today or an earlier date.',
    },
  },
  'class-unknown': {
    title: { zh: '没有这个类别', en: 'Unknown class' },
    detail: { zh: '该图层没有类别“{value}”。', en: 'The layer has no class “{value}”.' },
  },
  'layer-unknown': {
    title: { zh: '没有这个图层', en: 'No such layer' },
    detail: {
      zh: '没有图层“{value}”：可用的图层见 /api/layers。',
      en: 'There is no layer “{value}”. For the available layers see /api/layers.',
    },
  },
  'place-unknown': {
    title: { zh: '没有这个地点', en: 'No such place' },
    detail: { zh: '没有代码为“{value}”的县、镇或村。', en: 'No county, town or village has the code “{value}”.' },
  },
  'file-unknown': {
    title: { zh: '没有这个文件', en: 'No such file' },
    detail: {
      zh: '没有这个文件：底图可能已更新，请刷新页面。',
      en: 'This file was not found; the base map may have been updated. Reload the page.',
    },
  },
  'address-unknown': {
    title: { zh: '没有这个地址', en: 'No such address' },
    detail: {
      zh: '接口没有这个地址：可用的地址见 /api/openapi.json。',
      en: 'The API has no such address. For the available ones see /api/openapi.json.',
    },
  },
  ...accountProblems,
  'not-allowed': {
    title: { zh: '没有权限', en: 'Not allowed' },
    detail: {
      zh: '您的角色不能进行这项操作，或该地点不在您的填报权限内。需要时请联系县委组织部。',
      en: 'Your role does not allow this, or you may not report on this place. Contact the organisation department if you need access.',
    },
  },
  'foreign-origin': {
    title: { zh: '请求来源不符', en: 'Request from elsewhere' },
    detail: {
      zh: '这个请求不是从本系统的页面发出的，未予执行。请在本系统的页面上操作；经 HTTPS 代理访问的，请系统管理员用 --trusted-proxy 登记该代理。',
      en: 'This request did not come from a page of this system and was not carried out. Use the pages of this system. If a proxy handles HTTPS, ask the system administrator to register it with --trusted-proxy.',
    },
  },
  'host-twice': {
    title: { zh: '请求写法不对', en: 'Invalid request' },
    detail: {
      zh: '请求里有两行 Host，未予执行。请检查代理设置。',
      en: 'The request has two Host lines and was not carried out. Check the proxy settings.',
    },
  },
  'host-unknown': {
    title: { zh: '不是本系统的地址', en: 'Not an address of this system' },
    detail: {
      zh: '本系统不使用这个地址。请用系统管理员给出的地址打开。',
      en: 'This system does not use this address. Open the one the system administrator gave you.',
    },
  },
  'broken-off': {
    title: { zh: '请求中断', en: 'Request interrupted' },
    detail: {
      zh: '请求没有发完就中断了，没有保存。请检查网络后重新提交。',
      en: 'The request was interrupted before it was complete; nothing was saved. Check the network and submit it again.',
    },
  },
  'text-unprintable': {
    title: { zh: '含有无法保存的字符', en: 'Characters that cannot be saved' },
    detail: {
      zh: '“{parameter}”含有看不见的控制字符或残缺字符：请删去后重新输入。',
      en: '“{parameter}” contains invisible control characters or broken ones. Remove them and enter it again.',
    },
  },
  'body-not-json': {
    title: { zh: '内容格式不符', en: 'Not JSON' },
    detail: { zh: '提交的内容应为 JSON。', en: 'The content must be JSON.' },
  },
  'body-too-large': {
    title: { zh: '内容过大', en: 'Too large' },
    detail: { zh: '提交的内容超过 {limit} kB。', en: 'The content is larger than {limit} kB.' },
  },
  'streams-too-many': {
    title: { zh: '实时连接过多', en: 'Too many live connections' },
    detail: {
      zh: '这个账号打开的页面太多，页面仍可使用，但不会自动更新。请关闭一些页面。',
      en: 'This account has too many pages open. The page still works but does not refresh by itself. Close some pages.',
    },
  },
  'method-not-allowed': {
    title: { zh: '不支持的方法', en: 'Method not allowed' },
    detail: { zh: '该地址不支持这种方法。', en: 'This address does not support this method.' },
  },
  ...areaProblems,
  ...formProblems,
  ...paperProblems,
  'range-unsatisfiable': {
    title: { zh: '范围无效', en: 'Range not satisfiable' },
    detail: {
      zh: '请求的范围超出文件大小（{size} 字节）。',
      en: 'The requested range is outside the file ({size} bytes).',
    },
  },
  'streams-own': {
    title: { zh: '实时连接过多', en: 'Too many live connections' },
    detail: {
      zh: '同一账号最多同时打开 {most} 个实时页面：请关闭不用的页面。本页仍可使用，每隔几秒更新一次。',
      en: 'An account can have {most} live pages open at once. Close those you do not need. This page still works and refreshes every few seconds.',
    },
  },
  'streams-full': {
    title: { zh: '实时连接已满', en: 'No live connection available' },
    detail: {
      zh: '服务器的实时连接已满：本页仍可使用，每隔几秒更新一次。',
      en: 'The server has no live connections left. This page still works and refreshes every few seconds.',
    },
  },
  'too-many-at-once': {
    title: { zh: '同时请求过多', en: 'Too many requests at once' },
    detail: {
      zh: '来自这台机器的请求过多：请稍候再试。',
      en: 'Too many requests from this machine. Wait a moment and try again.',
    },
  },
  'reads-full': {
    title: { zh: '排队的查询过多', en: 'Too many queries are waiting' },
    detail: {
      zh: '不能现在查询：排队的回放、对比和表格过多。请十秒后再试。',
      en: 'This cannot be loaded now: too many replays, comparisons and workbooks are waiting. Try again in ten seconds.',
    },
  },
  'store-read-only': {
    title: { zh: '暂时不能保存', en: 'Saving is not possible at present' },
    detail: {
      zh: '数据所在的磁盘现在不能写入，这次没有保存；已保存的内容不受影响，可以继续查看。请联系系统管理员检查磁盘，恢复后再试。',
      en: 'The disk that holds the data cannot be written, so this was not saved. Earlier data is safe and can still be viewed. Ask the system administrator to check the disk, then try again.',
    },
  },
  'store-damaged': {
    title: { zh: '数据库有损坏', en: 'The database is damaged' },
    detail: {
      zh: '数据库文件有损坏，这次没有保存。请立即联系系统管理员，用最近的备份恢复（npm run restore）。',
      en: 'The database file is damaged, so this was not saved. Contact the system administrator at once to restore the newest backup (npm run restore).',
    },
    reading: {
      zh: '不能查询：数据库文件有损坏。请立即联系系统管理员，用最近的备份恢复（npm run restore）。',
      en: 'This cannot be loaded: the database file is damaged. Contact the system administrator at once to restore the newest backup (npm run restore).',
    },
  },
  'store-disk-full': {
    title: { zh: '磁盘已满', en: 'The disk is full' },
    detail: {
      zh: '服务器磁盘已满，这次没有保存；已保存的内容不受影响，可以继续查看。请联系系统管理员腾出空间后再试。',
      en: 'The server’s disk is full, so this was not saved. Earlier data is safe and can still be viewed. Ask the system administrator to free some space, then try again.',
    },
  },
  'clock-behind': {
    title: { zh: '服务器时间有误', en: 'The server’s clock is wrong' },
    detail: {
      zh: '不能保存：服务器现在的日期是{today}，比最近一次变更早，相差超过{days}天，其中一个有误。已填内容已保留。请系统管理员调正服务器时间，再到“运行状况”确认日期。',
      en: 'This cannot be saved: the server’s date is {today}, more than {days} days before the latest change, so one of the two is wrong. Your input is kept. Ask the system administrator to correct the clock, then confirm the date under Health.',
    },
  },
  'clock-ahead': {
    title: { zh: '服务器时间有误', en: 'The server’s clock is wrong' },
    detail: {
      zh: '不能保存：服务器现在的日期是{today}，一下快了超过{days}天，可能有误。已填内容已保留。请系统管理员核对服务器时间，再到“运行状况”确认日期。',
      en: 'This cannot be saved: the server’s date is {today}, a jump of more than {days} days, and may be wrong. Your input is kept. Ask the system administrator to check the clock, then confirm the date under Health.',
    },
  },
  'clock-other-day': {
    title: { zh: '日期与服务器时间不一致', en: 'Not the server’s date' },
    detail: {
      zh: '不能确认：服务器现在的日期是{today}，不是{day}。请先调正服务器时间，再确认。',
      en: 'This cannot be confirmed: the server’s date is {today}, not {day}. Correct the clock first, then confirm.',
    },
  },
  'clock-right': {
    title: { zh: '服务器时间无需确认', en: 'Nothing to confirm' },
    detail: {
      zh: '不能确认：服务器时间未发现问题。请刷新“运行状况”查看。',
      en: 'This cannot be confirmed: nothing is wrong with the server’s clock. Reload Health.',
    },
  },
  'store-away': {
    title: { zh: '无法连接数据库', en: 'The database cannot be reached' },
    detail: {
      zh: '不能处理：服务器暂时无法连接数据库，这次没有保存。已填内容已保留，请稍候再试；持续出现请联系系统管理员。',
      en: 'This cannot be done: the server cannot reach its database at the moment, and nothing was saved. Your input is kept. Try again shortly; if it persists, contact the system administrator.',
    },
    reading: {
      zh: '不能查询：服务器暂时无法连接数据库。请稍候再试；持续出现请联系系统管理员。',
      en: 'This cannot be loaded: the server cannot reach its database at the moment. Try again shortly; if it persists, contact the system administrator.',
    },
  },
  'store-taken': {
    title: { zh: '本服务器已停止写入', en: 'This server no longer saves' },
    detail: {
      zh: '不能保存：数据库已由另一台服务器接管，这次没有保存。请改用新的地址登录，或请系统管理员停止其中一台。',
      en: 'This cannot be saved: another server has taken over the database. Sign in at the new address, or ask the system administrator to stop one of the two.',
    },
  },
  'outcome-unknown': {
    title: { zh: '不能确定是否已保存', en: 'This may not have been saved' },
    detail: {
      zh: '不能确定是否已保存：保存时与数据库的连接中断。请重新提交，同一次填报不会重复记入。',
      en: 'This may or may not have been saved: the connection to the database broke while saving. Submit it again; the same save is never recorded twice.',
    },
  },
  'server-fault': {
    title: { zh: '服务器出错', en: 'Server error' },
    detail: {
      zh: '服务器处理时出错，数据没有改动。请重试；如仍出现，请把编号 {request} 告诉管理员。',
      en: 'The server failed; nothing was changed. Try again. If it happens again, give the system administrator the number {request}.',
    },
  },
};
