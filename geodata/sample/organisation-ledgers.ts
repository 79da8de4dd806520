import type { CellValue } from 'hucre';
import { columnTitles } from '../sheet/columns.zh.ts';
import { chanceOf } from './chance.ts';
import { dayAfter } from './days.ts';
import { leaderOf } from './people.ts';
import { type SampleVillage, spoken, villages } from './places.ts';
import { asDate, type SampleFile, workbookOf } from './sheet-file.ts';
import { type SampleTurnaround, turnarounds } from './turnarounds.ts';

const editions = ['2026-08-28', '2026-09-18', '2026-10-12', '2026-10-29'];
const header = [
  '序号',
  ...columnTitles('organisation', ['code', 'town', 'village', 'name', 'field', 'reportedOn', 'screenedOn', 'backward']),
  ...columnTitles('organisation', ['namedBy', 'namedOn', 'problems', 'measures', 'dueOn', 'doneOn', 'leader']),
  ...columnTitles('organisation', ['leaderPost', 'groupHead', 'groupHeadPost', 'groupUnits', 'guidingUnit']),
  ...columnTitles('organisation', ['stationedOn', 'signedOffOn']),
];

/** Villages no ledger ever names, and those listed without having been screened. */
const absent = ['990127104201', '990127107209', '990127108204'];
const unscreened = ['990127104213', '990127105211', '990127101211'];
const byVillage = new Map(turnarounds.map((turnaround) => [turnaround.village, turnaround]));

/** 党组织台账 — four editions: the screening fills up, problems are put right one by one, organisations are signed off. */
export async function organisationLedgers(): Promise<SampleFile[]> {
  const files: SampleFile[] = [];
  for (const on of editions) {
    const listed = villages.filter((village) => isListed(village, on));
    const rows = listed.map((village, at): CellValue[] => [at + 1, ...rowOf(village, on)]);
    const title = `云岫县基层党组织排查整顿台账（${on.replaceAll('-', '.')}）`;
    files.push(await workbookOf(`党组织台账_${on}.xlsx`, { name: '党组织', title, header, rows }));
  }
  return files;
}

/** 排查日期 — towns screen one after the other in the first four weeks. */
function screenedOn({ code, town }: SampleVillage): string {
  const chance = chanceOf(`screened ${code}`);
  return dayAfter('2026-08-18', (Number(town.code.slice(-1)) * 2 + chance.whole(0, 7)) % 26);
}

function isListed(village: SampleVillage, on: string): boolean {
  if (absent.includes(village.code)) return false;
  if (unscreened.includes(village.code)) return on >= '2026-09-18';
  const turnaround = byVillage.get(village);
  return screenedOn(village) <= on || (turnaround !== undefined && turnaround.namedOn <= on);
}

function rowOf(village: SampleVillage, on: string): CellValue[] {
  const turnaround = byVillage.get(village);
  const backward = turnaround !== undefined && turnaround.namedOn <= on;
  const screened = screenedOn(village);
  return [
    village.code,
    village.town.name,
    village.name,
    `${spoken(village)}党支部`,
    village.type === '社区' ? '社区' : '村',
    asDate(on),
    unscreened.includes(village.code) || screened > on ? null : asDate(screened),
    backward ? '是' : '否',
    ...(backward ? turnaroundCells(turnaround, on) : header.slice(9).map(() => null)),
  ];
}

function turnaroundCells(turnaround: SampleTurnaround, on: string): CellValue[] {
  const { village, problems, group, led, guide, signedOffOn } = turnaround;
  const leader = led ? leaderOf(village.town, on) : null;
  const sent = group !== null && group.stationedOn <= dayAfter(on, 3) ? group : null;
  const done = problems.map(({ doneOn }) => (doneOn !== null && doneOn <= on ? doneOn : ''));
  return [
    turnaround.namedBy,
    asDate(turnaround.namedOn),
    numbered(problems.map(({ text }) => text)),
    numbered(problems.map(({ measure }) => measure)),
    problems.map(({ dueOn }) => dueOn).join('；'),
    done.some((day) => day !== '') ? done.join('；') : null,
    leader?.name ?? null,
    leader?.post ?? null,
    sent?.head.name ?? null,
    sent ? `${sent.head.unit}${sent.head.post}` : null,
    sent?.units.join('、') ?? null,
    guide.unit,
    sent && sent.stationedOn <= on ? asDate(sent.stationedOn) : null,
    signedOffOn !== null && signedOffOn <= on ? asDate(signedOffOn) : null,
  ];
}

const numbered = (entries: string[]) => entries.map((entry, at) => `${at + 1}.${entry}`).join('；');
