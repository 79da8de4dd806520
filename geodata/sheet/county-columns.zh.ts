import type { Column } from './column.ts';
import { place, reported } from './village-columns.zh.ts';

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
    headers: ['督查方式', '检查方式', '督导方式', '方式', '明查暗访', '明察暗访', '是否明查'],
  },
  {
    key: 'team',
    kind: 'text',
    headers: ['督查组', '检查组', '督导组', '督查小组', '巡查人', '巡查员', '检查人', '督查人员'],
  },
  { key: 'leader', kind: 'name', headers: ['带队领导', '带队县级领导', '带队人', '带队', '组长'] },
  {
    key: 'town',
    kind: 'name',
    headers: ['乡镇', '镇', '镇办', '乡镇(街道)', '所属乡镇', '所在乡镇', '所属镇', '镇名'],
  },
  {
    key: 'villages',
    kind: 'names',
    headers: [
      '被查村',
      '被督查村',
      '督查村',
      '受检村',
      '检查村',
      '村',
      '村名',
      '村(社区)',
      '村社区',
      '村/社区',
      '行政村',
    ],
  },
  { key: 'findings', kind: 'list', headers: ['发现问题', '发现的问题', '存在问题', '主要问题', '问题'] },
  {
    key: 'closedOn',
    kind: 'date-list',
    headers: ['整改销号日期', '问题销号日期', '销号日期', '整改完成日期', '整改完成时间', '销号时间'],
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
    headers: ['县级领导', '县级领导姓名', '联系领导', '包抓领导', '包抓县级领导', '联系县级领导', '领导姓名', '领导'],
    must: true,
  },
  { key: 'post', kind: 'text', headers: ['职务', '领导职务'] },
  { key: 'unit', kind: 'text', headers: ['单位', '工作单位'] },
  { key: 'phone', kind: 'text', headers: ['办公电话', '电话', '联系电话'] },
  { key: 'position', kind: 'number', headers: ['排序', '排名', '序号'] },
  { key: 'town', kind: 'name', headers: ['联系镇', '包抓镇', '联系乡镇', '包抓乡镇', '联系包抓镇', '联系包抓乡镇'] },
  { key: 'fromOn', kind: 'date', headers: ['起始日期', '起始时间', '开始日期', '联系起始日期'] },
  { key: 'toOn', kind: 'date', headers: ['截止日期', '结束日期', '截止时间'] },
];

/** 责任清单 */
export const responsibility: Column[] = [
  ...place,
  {
    key: 'function',
    kind: 'function',
    headers: ['责任类别', '责任类型', '责任', '责任岗位', '责任人类别'],
    must: true,
  },
  { key: 'name', kind: 'name', headers: ['姓名', '责任人', '责任人姓名'], must: true },
  { key: 'post', kind: 'text', headers: ['职务'] },
  { key: 'unit', kind: 'text', headers: ['单位', '责任单位'] },
  { key: 'phone', kind: 'text', headers: ['办公电话', '电话', '联系电话'] },
];

/** 百日行动方案 */
export const campaign: Column[] = [
  { key: 'item', kind: 'text', headers: ['事项', '项目'], must: true },
  { key: 'content', kind: 'text', headers: ['内容', '说明'] },
  { key: 'on', kind: 'date', headers: ['日期', '时间'] },
];
