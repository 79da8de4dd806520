import type { CellValue } from 'hucre';
import { columnTitles } from '../sheet/columns.zh.ts';
import { today } from './days.ts';
import {
  leaderOf,
  leaders,
  linkages,
  officialOf,
  type SamplePerson,
  townSecretaries,
  villageSecretaries,
} from './people.ts';
import { towns } from './places.ts';
import { asDate, csvOf, type SampleFile, workbookOf } from './sheet-file.ts';
import { turnarounds } from './turnarounds.ts';

/** 联系包抓表 — county leaders in their rank order with the towns they are linked with; one town changed hands. */
export function linkageList(): Promise<SampleFile> {
  const keys = ['position', 'leader', 'post', 'unit', 'phone', 'town', 'fromOn', 'toOn'];
  const header = columnTitles('linkage', keys);
  const rows = leaders.flatMap(({ name, post, unit, phone }, at): CellValue[][] => {
    const own = linkages.filter(({ leader }) => leader.name === name);
    const about = [at + 1, name, post, unit, phone];
    if (own.length === 0) return [[...about, null, null, null]];
    return own.map(({ town, fromOn, toOn }) => [...about, town.name, asDate(fromOn), toOn ? asDate(toOn) : null]);
  });
  const title = '云岫县县级领导联系包抓镇一览表';
  return workbookOf('联系包抓表.xlsx', { name: '联系包抓', title, header, rows });
}

/** 责任清单 — who answers for each town and village. A village whose committee is incomplete has no secretary. */
export function responsibilityList(): Promise<SampleFile> {
  const keys = ['code', 'town', 'village', 'function', 'name', 'post', 'unit', 'phone'];
  const header = columnTitles('responsibility', keys);
  const vacant = new Set(
    turnarounds.filter(({ problems }) => problems[0]?.text.startsWith('班子')).map((one) => one.village),
  );
  const byVillage = new Map(turnarounds.map((turnaround) => [turnaround.village, turnaround]));
  const person = ({ name, post, unit, phone }: SamplePerson) => [name, post, unit, phone];
  const rows = towns.flatMap((town): CellValue[][] => {
    const secretary = townSecretaries.get(town.code) as SamplePerson;
    const ofTown = [
      [town.code, town.name, null, '镇党委书记', ...person(secretary)],
      [town.code, town.name, null, '包抓领导', ...person(leaderOf(town, today))],
    ];
    const ofVillages = town.villages.flatMap((village, at) => {
      const about = [village.code, town.name, village.name];
      const turnaround = byVillage.get(village);
      const own = vacant.has(village) ? null : (villageSecretaries.get(village.code) ?? null);
      return [
        ...(own ? [[...about, '村（社区）党组织书记', ...person(own)]] : []),
        [...about, '镇包村领导', ...person(officialOf(town, at))],
        ...(turnaround ? [[...about, '第一书记', ...person(turnaround.firstSecretary)]] : []),
        ...(turnaround ? [[...about, '指导单位负责人', ...person(turnaround.guide)]] : []),
      ];
    });
    return [...ofTown, ...ofVillages];
  });
  const title = '云岫县基层党建责任清单';
  return workbookOf('责任清单.xlsx', { name: '责任清单', title, header, rows });
}

/** 百日行动方案 — name, first day, length and time nodes of the campaign. */
export function campaignPlan(): SampleFile {
  const rows = [
    ['县名', '云岫县', ''],
    ['行动名称', '云岫县基层组织建设“百日行动”', ''],
    ['起始日期', '', '2026-08-17'],
    ['天数', '100', ''],
    ['时间节点', '阵地逐村验收、兑现补助', '2026-10-15'],
    ['时间节点', '党组织换届、党费收缴清查全面结束', '2026-10-31'],
    ['时间节点', '阵地建设清零、百日行动收官', '2026-11-24'],
  ];
  const sheet = {
    name: '百日行动方案',
    title: null,
    header: columnTitles('campaign', ['item', 'content', 'on']),
    rows,
  };
  return csvOf('百日行动方案.csv', sheet, 'utf-8');
}
