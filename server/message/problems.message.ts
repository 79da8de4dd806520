import type { RefusalCode } from '../http/refusal.ts';
import type { Text } from '../text.ts';

/** Title and detail of each refusal of the API. */
export const problems: Record<RefusalCode, { title: Text; detail: Text }> = {
  'parameter-unknown': {
    title: { zh: '参数不认识', en: 'Unknown parameter' },
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
      zh: '参数“{parameter}”的日期 {day} 在今天（{today}）之后，尚无数据。',
      en: 'The day {day} of the parameter “{parameter}” lies after today ({today}): nothing is known of it yet.',
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
    title: { zh: '没有这个地方', en: 'No such place' },
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
  'sign-in-needed': {
    title: { zh: '请先登录', en: 'Sign in first' },
    detail: {
      zh: '登录后才能查看。登录可能已过期，请重新登录。',
      en: 'This can be seen after signing in. The sign-in may have ended: sign in again.',
    },
  },
  'not-allowed': {
    title: { zh: '没有权限', en: 'Not allowed' },
    detail: {
      zh: '您的角色不能进行这项操作，或该地方不归您填报。需要时请联系县委组织部。',
      en: 'Your role may not do this, or the place is not yours to report on. Ask the organisation department if you need it.',
    },
  },
  'foreign-origin': {
    title: { zh: '请求来源不符', en: 'Request from elsewhere' },
    detail: {
      zh: '这个请求不是从本系统的页面发出的，未予执行。请在本系统的页面上操作。',
      en: 'This request did not come from a page of this system and was not carried out. Use the pages of this system.',
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
  'method-not-allowed': {
    title: { zh: '不支持的方法', en: 'Method not allowed' },
    detail: { zh: '该地址不支持这种方法。', en: 'This address does not take this method.' },
  },
  'range-unsatisfiable': {
    title: { zh: '范围无效', en: 'Range not satisfiable' },
    detail: {
      zh: '请求的范围超出文件大小（{size} 字节）。',
      en: 'The range asked for lies outside the file ({size} bytes).',
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
