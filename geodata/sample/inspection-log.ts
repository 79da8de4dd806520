import type { CellValue } from 'hucre';
import { columnTitles } from '../sheet/columns.zh.ts';
import { csvOf, type SampleFile } from './sheet-file.ts';
import { type SampleVisit, sampleVisits } from './visits.ts';

const header = [
  ...columnTitles('inspection', ['number', 'occurredOn', 'state', 'level', 'announced', 'team', 'leader', 'town']),
  ...columnTitles('inspection', ['villages', 'findings', 'closedOn', 'reportedOn']),
];

/**
 * 督查记录 — one GBK CSV, a row a report: each visit on its day, and once more whenever findings of it were closed, in the order of reporting.
 */
export function inspectionLog(): SampleFile {
  const rows = sampleVisits().flatMap((visit, at) => {
    const number = `DC2026-${String(at + 1).padStart(3, '0')}`;
    return reportDays(visit).map((on) => ({ on, cells: rowOf(visit, number, on) }));
  });
  rows.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : String(a.cells[0]) < String(b.cells[0]) ? -1 : 1));
  const sheet = { name: '督查记录', title: null, header, rows: rows.map(({ cells }) => cells) };
  return csvOf('督查记录.csv', sheet, 'gbk');
}

function reportDays({ occurredOn, announcedPlanOn, findings }: SampleVisit): string[] {
  const closings = findings.flatMap(({ closedOn }) => closedOn ?? []);
  return [...new Set([announcedPlanOn ?? occurredOn, ...closings])].sort();
}

function rowOf(visit: SampleVisit, number: string, on: string): CellValue[] {
  const { findings, villages, announcedPlanOn } = visit;
  const closed = findings.map(({ closedOn }) => (closedOn !== null && closedOn <= on ? closedOn : ''));
  return [
    number,
    visit.occurredOn,
    announcedPlanOn === null ? '已督查' : '计划',
    visit.level,
    visit.announced ? '明察' : '暗访',
    visit.team,
    visit.leader?.name ?? null,
    visit.town.name,
    villages.map(({ name }) => name).join('、'),
    findings.map(({ village, text }) => `${village.name}：${text}`).join('；'),
    closed.some((day) => day !== '') ? closed.join('；') : null,
    on,
  ];
}
