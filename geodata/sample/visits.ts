import { type Chance, chanceOf } from './chance.ts';
import { dayAfter, daysFrom, firstDay, today } from './days.ts';
import { leaderOf, leaders, type SamplePerson, townSecretaries } from './people.ts';
import { type SampleTown, type SampleVillage, towns, villages } from './places.ts';
import { type Progress, venueCourses } from './venue-course.ts';

/** One finding; `closedOn` null: still open today. */
interface SampleFinding {
  village: SampleVillage;
  text: string;
  closedOn: string | null;
}

/** One visit; a planned one lies after today and has found nothing. */
export interface SampleVisit {
  occurredOn: string;
  announcedPlanOn: string | null;
  level: '省级' | '市级' | '县级' | '镇级';
  announced: boolean;
  team: string;
  leader: SamplePerson | null;
  town: SampleTown;
  villages: SampleVillage[];
  findings: SampleFinding[];
}

/** Villages nobody has been to. */
const neverVisited = new Set([
  '990127104201',
  '990127104208',
  '990127104211',
  '990127104216',
  '990127105201',
  '990127105206',
  '990127105211',
  '990127108204',
  '990127108498',
  '990127107201',
  '990127107209',
  '990127103202',
  '990127103220',
  '990127101211',
  '990127109201',
]);

/** Visits of the linked leader by town, in August, September and October: kept by some, not by others. */
const linkedVisits = [
  [1, 2, 3],
  [1, 2, 2],
  [1, 3, 2],
  [1, 2, 2],
  [0, 1, 1],
  [1, 2, 2],
  [1, 1, 2],
  [1, 2, 0],
  [1, 2, 2],
  [1, 2, 1],
];
const months = [
  ['2026-08-18', '2026-08-31'],
  ['2026-09-01', '2026-09-30'],
  ['2026-10-08', '2026-10-29'],
] as const;

const findingTexts = [
  '档案台账不齐全',
  '公开栏内容未及时更新',
  '便民服务大厅无人值守',
  '主题活动日记录不规范',
  '党旗党徽悬挂不规范',
  '学习资料陈旧',
  '值班安排未上墙',
  '规章制度未上墙',
  '党费收缴登记不完整',
];
const lateTexts = ['工期滞后，倒排计划未细化到天', '施工力量不足', '配套设施采购进度慢', '施工现场安全防护不到位'];

/** 督查 — every visit from the first day to today in the order of the days, then the announced plans of the next week. */
export function sampleVisits(): SampleVisit[] {
  const chance = chanceOf('visits');
  const progresses = new Map(venueCourses().map(({ village, progress }) => [village, progress]));
  const made = [...linkedLeaders(chance), ...teams(chance)].sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : 1));
  for (const village of unvisited(made))
    chance.one(made.filter(({ town }) => town === village.town)).villages.push(village);
  for (const visit of made) visit.findings = findingsOf(visit, progresses, chance);
  return [...made, ...plans(chance)];
}

/** Villages chance passed over, though somebody is meant to have been there. */
function unvisited(made: SampleVisit[]): SampleVillage[] {
  const visited = new Set(made.flatMap((visit) => visit.villages));
  return villages.filter((village) => !visited.has(village) && !neverVisited.has(village.code));
}

function linkedLeaders(chance: Chance): SampleVisit[] {
  return towns.flatMap((town, at) =>
    months.flatMap(([from, to], month) =>
      Array.from({ length: linkedVisits[at]?.[month] ?? 0 }, () => {
        const occurredOn = dayAfter(from, chance.whole(0, daysFrom(from, to)));
        return visitOf(
          town,
          { occurredOn, level: '县级', leader: leaderOf(town, occurredOn), team: '县级领导包抓督导' },
          chance,
        );
      }),
    ),
  );
}

const kinds: { level: SampleVisit['level']; count: number; teams: string[]; announced: number }[] = [
  { level: '省级', count: 4, teams: ['省委组织部调研督导组'], announced: 0.25 },
  { level: '市级', count: 14, teams: ['市委第一督导组', '市委第二督导组'], announced: 0.3 },
  {
    level: '县级',
    count: 82,
    teams: ['县委第一督导组', '县委第二督导组', '县委第三督导组', '县委第四督导组'],
    announced: 0.5,
  },
  { level: '镇级', count: 34, teams: [], announced: 0.9 },
];

function teams(chance: Chance): SampleVisit[] {
  const byVillages = villages.map(({ town }) => town);
  return kinds.flatMap(({ level, count, teams: names, announced }) =>
    Array.from({ length: count }, () => {
      const town = chance.one(byVillages);
      const occurredOn = workday(dayAfter(firstDay, chance.whole(1, daysFrom(firstDay, today) - 1)));
      const leader = level === '镇级' ? (townSecretaries.get(town.code) ?? null) : otherLeader(level, chance);
      const team = names.length > 0 ? chance.one(names) : `${town.name}督导组`;
      return { ...visitOf(town, { occurredOn, level, leader, team }, chance), announced: chance.happens(announced) };
    }),
  );
}

/** A fifth of the county teams' visits are led by a county leader who is linked with no town. */
function otherLeader(level: SampleVisit['level'], chance: Chance): SamplePerson | null {
  return level === '县级' && chance.happens(0.2) ? chance.one(leaders.slice(11)) : null;
}

function visitOf(
  town: SampleTown,
  said: Pick<SampleVisit, 'occurredOn' | 'level' | 'leader' | 'team'>,
  chance: Chance,
): SampleVisit {
  const open = town.villages.filter(({ code }) => !neverVisited.has(code));
  const visited = chance.shuffled(open).slice(0, chance.one([1, 2, 2, 3]));
  return { ...said, town, announced: true, announcedPlanOn: null, villages: visited, findings: [] };
}

/** Saturdays and Sundays move to the Monday after, the October holiday past its end. */
function workday(day: string): string {
  if (day >= '2026-10-01' && day <= '2026-10-07') return workday(dayAfter(day, 8));
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 6 ? dayAfter(day, 2) : weekday === 0 ? dayAfter(day, 1) : day;
}

function findingsOf(visit: SampleVisit, progresses: Map<SampleVillage, Progress>, chance: Chance): SampleFinding[] {
  return visit.villages.flatMap((village) => {
    const late = ['late', 'overdue'].includes(progresses.get(village) ?? '');
    const often = late ? 0.65 : 0.35;
    if (!chance.happens(visit.announced ? often : often + 0.2)) return [];
    const texts = chance.shuffled(late ? [...findingTexts.slice(0, 4), ...lateTexts] : findingTexts);
    return texts.slice(0, chance.one([1, 1, 2])).map((text): SampleFinding => {
      const day = dayAfter(visit.occurredOn, chance.whole(5, 24));
      return { village, text, closedOn: chance.happens(late ? 0.5 : 0.85) && day <= today ? day : null };
    });
  });
}

/** Announced visits of the next week: two teams and three linked leaders. */
function plans(chance: Chance): SampleVisit[] {
  const given: [day: string, town: number, how: string][] = [
    ['2026-10-31', 7, '2026-10-28'],
    ['2026-11-02', 4, '2026-10-29'],
    ['2026-11-03', 9, '2026-10-29'],
    ['2026-11-04', 5, '2026-10-30'],
    ['2026-11-05', 8, '2026-10-30'],
  ];
  return given.map(([occurredOn, at, announcedPlanOn], position) => {
    const town = towns[at] as SampleTown;
    const leader = position < 3 ? leaderOf(town, today) : null;
    const team = leader ? '县级领导包抓督导' : '县委第二督导组';
    const going = chance.shuffled(town.villages.filter(({ code }) => position < 2 || neverVisited.has(code)));
    const plan = visitOf(town, { occurredOn, level: '县级', leader, team }, chance);
    return { ...plan, announcedPlanOn, villages: going.slice(0, 2) };
  });
}
