import type { CellValue } from 'hucre';
import { columnTitles } from '../sheet/columns.zh.ts';
import { itemTitles } from '../sheet/words.zh.ts';
import { chanceOf } from './chance.ts';
import { dayAfter, today, weeklyDays } from './days.ts';
import { type SampleVillage, spoken } from './places.ts';
import { asDate, csvOf, type SampleFile, type SampleSheet, workbookOf } from './sheet-file.ts';
import { steps, type VenueCourse, venueCourses } from './venue-course.ts';

const milestones = ['start', 'structure', 'fitting', 'built', 'acceptance'];
const inWan = columnTitles('venue', ['subsidyFen', 'subsidyPaidFen']).map((title) => `${title}（万元）`);
const header = [
  '序号',
  ...columnTitles('venue', ['code', 'town', 'village', 'reportedOn', 'stage']),
  ...columnTitles(
    'venue',
    milestones.flatMap((key) => [`${key}PlannedOn`, `${key}DoneOn`]),
  ),
  ...columnTitles('venue', ['organisationAcceptedOn', 'financeAcceptedOn']),
  ...inWan,
  ...columnTitles(
    'venue',
    itemTitles.map(([key]) => `item.${key}`),
  ),
  ...columnTitles('venue', ['reason']),
];

/** How a town writes: village names, ticks, dates, and items it leaves empty in the first weeks. */
interface Hand {
  nameOf: (village: SampleVillage) => string;
  ticks: [yes: string, no: string];
  dayOf: (day: string) => CellValue;
  built: string;
  /** Days the town's figures are older than the ledger. */
  lag: number;
  leavesOut: number;
}

const usual: Hand = {
  nameOf: ({ name }) => name,
  ticks: ['√', '×'],
  dayOf: asDate,
  built: '建成',
  lag: 0,
  leavesOut: 0,
};
const hands: Record<string, Partial<Hand>> = {
  松溪镇: { nameOf: spoken, ticks: ['有', '无'] },
  柳川镇: { nameOf: spoken },
  望岭镇: { ticks: ['是', '否'], leavesOut: 6 },
  双泉镇: { built: '建成待验收' },
  石门镇: { nameOf: spoken, ticks: ['有', '无'], dayOf: (day) => day.replaceAll('-', '/') },
  梨塬镇: { nameOf: spoken, ticks: ['是', '否'], lag: 1, dayOf: (day) => inWords(day) },
};
const handOf = ({ town }: SampleVillage): Hand => ({ ...usual, ...hands[town.name] });

function inWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** 阵地建设台账 — week by week: one workbook of the office, beside it the CSVs of the towns that send their own. */
export async function venueLedgers(): Promise<SampleFile[]> {
  const courses = venueCourses();
  const files: SampleFile[] = [];
  for (const day of weeklyDays) {
    const listed = courses.filter((course) => isListed(course, day));
    const own = (town: string) => listed.filter(({ village }) => village.town.name === town);
    const rest = listed.filter(({ village }) => !sendsItself(village.town.name, day));
    files.push(await workbookOf(`阵地建设台账_${day}.xlsx`, officeSheet(rest, day)));
    for (const [town, encoding] of [
      ['梨塬镇', 'gbk'],
      ['石门镇', 'utf-8'],
    ] as const) {
      if (!sendsItself(town, day)) continue;
      files.push(csvOf(`${town}阵地建设台账_${day}.csv`, sheetOf(own(town), day), encoding));
    }
  }
  return files;
}

/** 梨塬镇 sends a file of its own each week, 石门镇 only in the first four. */
const sendsItself = (town: string, day: string) => town === '梨塬镇' || (town === '石门镇' && day <= '2026-09-13');

/** Whether the village is in the ledger of the day: some never are, some leave out a week. What is accepted or built stands in the ledger of the last day. */
function isListed({ village, progress }: VenueCourse, day: string): boolean {
  if (progress === 'silent') return false;
  const week = weeklyDays.indexOf(day);
  if (week < firstWeek(village)) return false;
  const chance = chanceOf(`told ${village.code} ${day}`);
  const often = village.town.name === '望岭镇' ? 0.15 : 0.05;
  if (day === today)
    return ['accepted', 'built'].includes(progress) || handOf(village).lag > 0 || !chance.happens(often);
  return week === weeklyDays.length - 2 || week % 3 === 0 || !chance.happens(often);
}

/** The week a village first stands in a ledger: most at once, some in the second and third, those of the town far behind later still. */
function firstWeek({ code, town }: SampleVillage): number {
  const chance = chanceOf(`first ${code}`);
  return chance.one(town.name === '望岭镇' ? [1, 2, 2, 3, 4] : town.name === '白石镇' ? [0] : [0, 0, 0, 0, 0, 1, 1, 2]);
}

function officeSheet(courses: VenueCourse[], day: string): SampleSheet {
  const sheet = sheetOf(courses, day);
  const at = (title: string) => header.indexOf(title);
  const sum = (column: number) => sheet.rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);
  const total: CellValue[] = header.map(() => null);
  total[at('乡镇')] = '合计';
  for (const title of inWan) total[at(title)] = sum(at(title));
  return { ...sheet, title: `云岫县村级阵地建设台账（截至${inWords(day)}）`, rows: [...sheet.rows, total] };
}

function sheetOf(courses: VenueCourse[], day: string): SampleSheet {
  const rows = courses.map((course, position) => [position + 1, ...rowOf(course, day)]);
  return { name: '阵地建设台账', title: null, header, rows };
}

function rowOf(course: VenueCourse, ledgerDay: string): CellValue[] {
  const { village, plannedOn, doneOn, subsidyWan, itemsOn } = course;
  const hand = handOf(village);
  const day = dayAfter(ledgerDay, -hand.lag);
  const known = (on: string | undefined) => (on !== undefined && on <= day ? hand.dayOf(on) : null);
  const left = ledgerDay < '2026-09-20' ? hand.leavesOut : 0;
  const items = itemsOn.map((on, at) => (at >= itemsOn.length - left ? null : on <= day));
  return [
    village.code,
    village.town.name,
    hand.nameOf(village),
    hand.dayOf(day),
    stageOn(course, day, hand),
    ...steps.flatMap((_, at) => [hand.dayOf(plannedOn[at] ?? ''), known(doneOn[at])]),
    known(course.organisationAcceptedOn),
    known(course.financeAcceptedOn),
    subsidyWan,
    paidWan(course, day),
    ...items.map((has) => (has === null ? null : hand.ticks[has ? 0 : 1])),
    reasonOn(course, day, items),
  ];
}

/** Why a venue is built while items are lacking. */
function reasonOn({ village, doneOn }: VenueCourse, day: string, items: (boolean | null)[]): string | null {
  const isBuilt = (doneOn[3] ?? '') <= day;
  if (!isBuilt || items.every((has) => has === true)) return null;
  return chanceOf(`reason ${village.code}`).one(['设备已采购，待到货安装', '室内设施正在安装', '配套线路正在接通']);
}

const stages = ['未开工', '主体在建', '主体完工', '配套完善', '建成', '验收合格'];

function stageOn({ doneOn }: VenueCourse, day: string, hand: Hand): string {
  const done = doneOn.filter((on) => on <= day).length;
  return done === 4 ? hand.built : (stages[done] ?? '');
}

/** 补助 by degree of completion: 30 % when the structure stands, 60 % when built, all of it after acceptance. */
function paidWan({ subsidyWan, paidOn }: VenueCourse, day: string): number {
  const parts = paidOn.filter((on) => on <= day).length;
  return Math.round(subsidyWan * ([0, 0.3, 0.6, 1][parts] ?? 0) * 100) / 100;
}
