import type { RefusalCode } from '../http/refusal.ts';
import { accountProblems } from './account-problems.message.ts';
import { areaProblems } from './area-problems.message.ts';
import { formProblems } from './form-problems.message.ts';
import { paperProblems } from './paper-problems.message.ts';
import type { Text } from './text.ts';

/** Title and detail of each refusal of the API. */
export const problems: Record<RefusalCode, { title: Text; detail: Text }> = {
  'parameter-unknown': {
    title: { zh: '不支持的参数', en: 'Unknown parameter' },
    detail: {
      zh: '没有参数“{parameter}”：请删去它，或对照 /api/openapi.json 改正。',
      en: 'There is no parameter “{parameter}”: remove it, or correct it by /api/openapi.json.',
    },
  },
  'parameter-malformed': {
    title: { zh: '参数写法不对', en: 'Malformed parameter' },
    detail: {
      zh: '参数“{parameter}”的值不对：请对照 /api/openapi.json 改正。',
      en: 'The value of the parameter “{parameter}” is not usable: correct it by /api/openapi.json.',
    },
  },
  'day-in-future': {
    title: { zh: '日期在今天之后', en: 'A day to come' },
    detail: {
      zh: '日期{day}在今天（{today}）之后，还没有数据：请改为今天或以前的日期。',
      en: 'The day {day} lies after today ({today}) and nothing is known of it yet: choose today or a day before.',
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
      en: 'There is no layer “{value}”: see /api/layers for those there are.',
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
      en: 'There is no such file: the map may have been drawn anew; reload the page.',
    },
  },
  'address-unknown': {
    title: { zh: '没有这个地址', en: 'No such address' },
    detail: {
      zh: '接口没有这个地址：可用的地址见 /api/openapi.json。',
      en: 'The API has no such address: see /api/openapi.json.',
    },
  },
  ...accountProblems,
  'not-allowed': {
    title: { zh: '没有权限', en: 'Not allowed' },
    detail: {
      zh: '您的角色不能进行这项操作，或该地点不在您的填报权限内。需要时请联系县委组织部。',
      en: 'Your role may not do this, or the place is not yours to report on. Ask the organisation department if you need it.',
    },
  },
  'foreign-origin': {
    title: { zh: '请求来源不符', en: 'Request from elsewhere' },
    detail: {
      zh: '这个请求不是从本系统的页面发出的，未予执行。请在本系统的页面上操作；经 HTTPS 代理访问的，请系统管理员用 --trusted-proxy 登记该代理。',
      en: 'This request did not come from a page of this system and was not carried out. Use the pages of this system; where a proxy ends HTTPS, have the system administrator name it with --trusted-proxy.',
    },
  },
  'host-twice': {
    title: { zh: '请求写法不对', en: 'Malformed request' },
    detail: {
      zh: '请求里有两行 Host，未予执行。请检查代理设置。',
      en: 'The request has two Host lines and was not carried out. Check the proxy.',
    },
  },
  'host-unknown': {
    title: { zh: '不是本系统的地址', en: 'Not an address of this system' },
    detail: {
      zh: '本系统不使用这个地址。请用系统管理员给出的地址打开。',
      en: 'This system is not served under this address. Open it by the address the system administrator gave.',
    },
  },
  'broken-off': {
    title: { zh: '请求中断', en: 'Request broken off' },
    detail: {
      zh: '请求没有发完就中断了，没有保存。请检查网络后重新提交。',
      en: 'The request broke off before it was whole; nothing was saved. Check the network and send it again.',
    },
  },
  'text-unprintable': {
    title: { zh: '含有无法保存的字符', en: 'Characters that cannot be kept' },
    detail: {
      zh: '“{parameter}”含有看不见的控制字符或残缺字符：请删去后重新输入。',
      en: '“{parameter}” has invisible control characters or broken ones: take them out and enter it again.',
    },
  },
  'body-not-json': {
    title: { zh: '内容格式不符', en: 'Not JSON' },
    detail: { zh: '提交的内容应为 JSON。', en: 'What is sent here must be JSON.' },
  },
  'body-too-large': {
    title: { zh: '内容过大', en: 'Too large' },
    detail: { zh: '提交的内容超过 {limit} kB。', en: 'What was sent is larger than {limit} kB.' },
  },
  'streams-too-many': {
    title: { zh: '实时连接过多', en: 'Too many live connections' },
    detail: {
      zh: '这个账号打开的页面太多，页面仍可使用，但不会自动更新。请关闭一些页面。',
      en: 'This account has too many pages open. The page works but does not refresh by itself: close some.',
    },
  },
  'method-not-allowed': {
    title: { zh: '不支持的方法', en: 'Method not allowed' },
    detail: { zh: '该地址不支持这种方法。', en: 'This address does not take this method.' },
  },
  ...areaProblems,
  ...formProblems,
  ...paperProblems,
  'range-unsatisfiable': {
    title: { zh: '范围无效', en: 'Range not satisfiable' },
    detail: {
      zh: '请求的范围超出文件大小（{size} 字节）。',
      en: 'The range asked for lies outside the file ({size} bytes).',
    },
  },
  'streams-own': {
    title: { zh: '实时连接过多', en: 'Too many live connections' },
    detail: {
      zh: '同一账号最多同时打开 {most} 个实时页面：请关闭不用的页面。本页仍可使用，每隔几秒更新一次。',
      en: 'One account may have {most} live pages open: close those you do not need. This page still works and refreshes every few seconds.',
    },
  },
  'streams-full': {
    title: { zh: '实时连接已满', en: 'No live connection free' },
    detail: {
      zh: '服务器的实时连接已满：本页仍可使用，每隔几秒更新一次。',
      en: 'The server has no live connection left: this page still works and refreshes every few seconds.',
    },
  },
  'too-many-at-once': {
    title: { zh: '同时请求过多', en: 'Too many requests at once' },
    detail: {
      zh: '来自这台机器的请求过多：请稍候再试。',
      en: 'Too many requests of this machine are under way: wait a moment and try again.',
    },
  },
  'reads-full': {
    title: { zh: '排队的查询过多', en: 'Too many long reads wait' },
    detail: {
      zh: '不能现在查询：排队的回放、对比和表格过多。请十秒后再试。',
      en: 'This cannot be read now: too many plays, comparisons and workbooks wait their turn. Try again in ten seconds.',
    },
  },
  'store-read-only': {
    title: { zh: '暂时不能保存', en: 'Nothing can be saved' },
    detail: {
      zh: '数据所在的磁盘现在不能写入，这次没有保存；已保存的内容不受影响，可以继续查看。请联系系统管理员检查磁盘，恢复后再试。',
      en: 'The disk of the store cannot be written and this was not saved. What was saved before is safe and can be read. Have the administrator check the disk, then try again.',
    },
  },
  'store-damaged': {
    title: { zh: '数据库有损坏', en: 'The store is damaged' },
    detail: {
      zh: '数据库文件有损坏，这次没有保存。请立即联系系统管理员，用最近的备份恢复（npm run restore）。',
      en: 'The store’s file is damaged and this was not saved. Tell the administrator at once: restore the newest backup (npm run restore).',
    },
  },
  'store-disk-full': {
    title: { zh: '磁盘已满', en: 'The disk is full' },
    detail: {
      zh: '服务器磁盘已满，这次没有保存；已保存的内容不受影响，可以继续查看。请联系系统管理员腾出空间后再试。',
      en: 'The server’s disk is full and this was not saved. What was saved before is safe and can be read. Have the administrator make room, then try again.',
    },
  },
  'clock-behind': {
    title: { zh: '服务器时间有误', en: 'The server’s clock is wrong' },
    detail: {
      zh: '不能保存：服务器现在的日期是{today}，比最近一次变更早，相差超过{days}天，其中一个有误。已填内容已保留。请系统管理员调正服务器时间，再到“运行状况”确认日期。',
      en: 'This cannot be saved: the server’s date is {today}, more than {days} days before the newest change, and one of the two is wrong. What was typed is kept. Have the administrator put the clock right, then confirm the day under Health.',
    },
  },
  'clock-ahead': {
    title: { zh: '服务器时间有误', en: 'The server’s clock is wrong' },
    detail: {
      zh: '不能保存：服务器现在的日期是{today}，一下快了超过{days}天，可能有误。已填内容已保留。请系统管理员核对服务器时间，再到“运行状况”确认日期。',
      en: 'This cannot be saved: the server’s date is {today}, more than {days} days ahead all at once, and may be wrong. What was typed is kept. Have the administrator check the clock, then confirm the day under Health.',
    },
  },
  'clock-other-day': {
    title: { zh: '日期与服务器时间不一致', en: 'Not the server’s date' },
    detail: {
      zh: '不能确认：服务器现在的日期是{today}，不是{day}。请先调正服务器时间，再确认。',
      en: 'This cannot be confirmed: the server’s date is {today}, not {day}. Put the clock right first, then confirm.',
    },
  },
  'clock-right': {
    title: { zh: '服务器时间无需确认', en: 'Nothing to confirm' },
    detail: {
      zh: '不能确认：服务器时间未发现问题。请刷新“运行状况”查看。',
      en: 'This cannot be confirmed: nothing is wrong with the server’s clock. Load Health again.',
    },
  },
  'store-away': {
    title: { zh: '无法连接数据库', en: 'The database does not answer' },
    detail: {
      zh: '不能处理：服务器暂时无法连接数据库，这次没有保存。已填内容已保留，请稍候再试；持续出现请联系系统管理员。',
      en: 'This cannot be done: the server does not reach its database at the moment, and nothing was saved. What was typed is kept: try again shortly, and tell the administrator if it goes on.',
    },
  },
  'store-taken': {
    title: { zh: '本服务器已停止写入', en: 'This server writes no more' },
    detail: {
      zh: '不能保存：数据库已由另一台服务器接管，这次没有保存。请改用新的地址登录，或请系统管理员停止其中一台。',
      en: 'This cannot be saved: another server has taken over the database, and nothing was saved. Sign in at the new address, or have the administrator stop one of the two.',
    },
  },
  'outcome-unknown': {
    title: { zh: '不能确定是否已保存', en: 'It is not known whether this was saved' },
    detail: {
      zh: '不能确定是否已保存：保存时与数据库的连接中断。请重新提交，同一次填报不会重复记入。',
      en: 'It is not known whether this was saved: the connection to the database broke while saving. Send it again; one and the same save is never recorded twice.',
    },
  },
  'server-fault': {
    title: { zh: '服务器出错', en: 'Server fault' },
    detail: {
      zh: '服务器处理时出错，数据没有改动。请重试；如仍出现，请把编号 {request} 告诉管理员。',
      en: 'The server failed; nothing was changed. Try again, and if it happens again tell the administrator the number {request}.',
    },
  },
};
