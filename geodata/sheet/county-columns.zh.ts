import type { Column } from './column.ts';
import {
  phoneHeaders,
  place,
  placeHeaders,
  problemHeaders,
  reported,
  signedOffHeaders,
  townHeaders,
  villageHeaders,
} from './village-columns.zh.ts';
import { leaderWords } from './words.zh.ts';

/** 督查记录 */
export const inspection: Column[] = [
  {
    key: 'number',
    kind: 'text',
    headers: ['督查编号', '巡查编号', '检查编号', '督导编号', '记录编号', '编号', '督查号'],
    must: true,
  },
  {
    key: 'occurredOn',
    kind: 'date',
    headers: ['督查日期', '督查时间', '巡查日期', '巡查时间', '检查日期', '检查时间', '督导日期', '督导时间', '日期'],
    must: true,
  },
  { key: 'state', kind: 'state', headers: ['状态', '督查状态'] },
  { key: 'level', kind: 'level', headers: ['督查级别', '督查层级', '检查级别', '督导级别', '级别', '层级'] },
  {
    key: 'announced',
    kind: 'flag',
    headers: ['督查方式', '检查方式', '督导方式', '方式', '明察暗访', '明查暗访', '是否明察', '是否明查'],
  },
  {
    key: 'team',
    kind: 'text',
    headers: ['督导组', '督查组', '检查组', '督查小组', '巡查人', '巡查员', '检查人', '督查人员'],
  },
  { key: 'leader', kind: 'name', headers: ['带队领导', '带队县级领导', '带队人', '带队', '组长'] },
  { key: 'town', kind: 'name', headers: townHeaders },
  {
    key: 'villages',
    kind: 'names',
    headers: ['督查村', '被查村', '被督查村', '受检村', '检查村', ...villageHeaders],
  },
  { key: 'place', kind: 'names', headers: placeHeaders },
  { key: 'findings', kind: 'list', headers: ['发现问题', '发现的问题', ...problemHeaders] },
  {
    key: 'closedOn',
    kind: 'date-list',
    headers: [...signedOffHeaders, '问题销号日期', '整改完成日期', '整改完成时间'],
  },
  reported,
  { key: 'lon', kind: 'number', headers: ['经度', 'lon', 'longitude'] },
  { key: 'lat', kind: 'number', headers: ['纬度', 'lat', 'latitude'] },
];

/** 联系包抓表 */
export const linkage: Column[] = [
  {
    key: 'leader',
    kind: 'name',
    headers: [...leaderWords, '县级领导姓名', '包抓领导姓名', '领导姓名', '领导'],
    must: true,
  },
  { key: 'post', kind: 'text', headers: ['职务', '领导职务', '包抓领导职务', '县级领导职务'] },
  { key: 'unit', kind: 'text', headers: ['单位', '工作单位'] },
  { key: 'phone', kind: 'text', headers: phoneHeaders },
  { key: 'position', kind: 'number', headers: ['排序', '排名', '序号'] },
  {
    key: 'town',
    kind: 'name',
    headers: ['联系包抓', '包抓', '包联', '联系', '包扶'].flatMap((word) => [`${word}乡镇`, `${word}镇`, word]),
  },
  { key: 'fromOn', kind: 'date', headers: ['起始日期', '起始时间', '开始日期', '联系起始日期'] },
  { key: 'toOn', kind: 'date', headers: ['截止日期', '结束日期', '截止时间'] },
];

/** 责任清单 */
export const responsibility: Column[] = [
  ...place,
  {
    key: 'function',
    kind: 'function',
    headers: ['责任人类别', '责任类别', '责任类型', '责任', '责任岗位'],
    must: true,
  },
  { key: 'name', kind: 'name', headers: ['姓名', '责任人', '责任人姓名', '具体责任人', '承办人'], must: true },
  { key: 'post', kind: 'text', headers: ['职务'] },
  { key: 'unit', kind: 'text', headers: ['单位', '责任单位', '承办单位', '主办单位'] },
  { key: 'phone', kind: 'text', headers: phoneHeaders },
];

/** 百日行动方案 */
export const campaign: Column[] = [
  { key: 'item', kind: 'text', headers: ['事项', '项目'], must: true },
  { key: 'content', kind: 'text', headers: ['内容', '说明'] },
  { key: 'on', kind: 'date', headers: ['日期', '时间'] },
];
