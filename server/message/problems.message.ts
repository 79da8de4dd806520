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
  'method-not-allowed': {
    title: { zh: '不支持的方法', en: 'Method not allowed' },
    detail: { zh: '该地址只能读取（GET）。', en: 'This address can only be read (GET).' },
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
