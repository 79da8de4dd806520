import { type Chance, chanceOf } from './chance.ts';
import { dayAfter, earlier, firstDay, later, today } from './days.ts';
import { type SampleTown, type SampleVillage, towns } from './places.ts';

/** How a venue stands today: accepted, built, on schedule, up to 7 days late, later, never reported. */
export type Progress = 'accepted' | 'built' | 'on-schedule' | 'late' | 'overdue' | 'silent';

/** How many villages of each town stand how, in the order of `Standing`: one town far ahead, one far behind. */
const progresses: Record<string, number[]> = {
  岫阳镇: [7, 4, 6, 2, 1, 0],
  松溪镇: [4, 3, 5, 2, 0, 1],
  白石镇: [11, 3, 1, 0, 0, 0],
  柳川镇: [6, 4, 8, 3, 1, 0],
  望岭镇: [0, 1, 3, 6, 7, 2],
  清涧镇: [3, 2, 8, 3, 1, 1],
  双泉镇: [3, 2, 4, 1, 1, 0],
  石门镇: [1, 1, 3, 2, 2, 1],
  云台镇: [1, 2, 4, 1, 1, 1],
  梨塬镇: [1, 1, 3, 2, 1, 0],
};
const kinds: Progress[] = ['accepted', 'built', 'on-schedule', 'late', 'overdue', 'silent'];

/** Start, structure, fitting, built, acceptance. */
export const steps = ['start', 'structure', 'fitting', 'built', 'acceptance'] as const;

/** 建设过程 of one village: what was planned, and what happens when. Days after today are what will come, and no ledger tells them. */
export interface VenueCourse {
  village: SampleVillage;
  progress: Progress;
  plannedOn: string[];
  doneOn: string[];
  organisationAcceptedOn: string;
  financeAcceptedOn: string;
  /** 补助 in 万元: new building, rebuilding, or fitting out alone. */
  subsidyWan: number;
  /** When the first, second and last part is paid. */
  paidOn: [string, string, string];
  /** The day each of the 19 items is in place. */
  itemsOn: string[];
}

/** The course of every village, in the order of the towns. */
export function venueCourses(): VenueCourse[] {
  return towns.flatMap((town) => {
    const chance = chanceOf(`venue ${town.code}`);
    const order = chance.shuffled(progressesOf(town));
    return town.villages.map((village, position) => courseOf(village, order[position] ?? 'silent', chance));
  });
}

function progressesOf({ name }: SampleTown): Progress[] {
  return kinds.flatMap((kind, at) => Array.from({ length: progresses[name]?.[at] ?? 0 }, () => kind));
}

/** Which step is the first unfinished one today, and how many days its plan lies back (negative: still to come). */
function openStep(progress: Progress, chance: Chance): { step: number; lateDays: number } {
  switch (progress) {
    case 'accepted':
      return { step: 4, lateDays: chance.whole(0, 16) };
    case 'built':
      return { step: 4, lateDays: chance.whole(-9, 6) };
    case 'on-schedule':
      return { step: chance.one([1, 2, 2, 2, 3, 3, 3]), lateDays: -chance.whole(0, 12) };
    case 'late':
      return { step: chance.one([1, 2, 2, 3, 3]), lateDays: chance.whole(1, 7) };
    case 'overdue':
      return { step: chance.one([0, 1, 1, 2, 2, 3]), lateDays: chance.whole(8, 27) };
    case 'silent':
      return { step: 1, lateDays: 0 };
  }
}

function courseOf(village: SampleVillage, progress: Progress, chance: Chance): VenueCourse {
  const { step, lateDays } = openStep(progress, chance);
  const plannedOn = planOf(step, dayAfter(today, -lateDays), chance);
  const doneOn = realDays(plannedOn, { step, progress, chance });
  const last = doneOn[4] as string;
  const apart = chance.whole(0, 6);
  const organisationFirst = progress !== 'built' || chance.happens(0.85);
  // Of the built ones some have passed one bureau and wait for the other.
  const onePassed = progress === 'built' && chance.happens(0.4);
  const first = onePassed ? later(doneOn[3] as string, dayAfter(today, -chance.whole(1, 9))) : dayAfter(last, -apart);
  const subsidyWan = chance.one([6, 6, 10, 10, 10, 20]);
  return {
    village,
    progress,
    plannedOn,
    doneOn,
    organisationAcceptedOn: organisationFirst ? later(first, doneOn[3] as string) : last,
    financeAcceptedOn: organisationFirst ? last : later(first, doneOn[3] as string),
    subsidyWan,
    paidOn: [
      dayAfter(doneOn[1] as string, chance.whole(4, 12)),
      dayAfter(doneOn[3] as string, chance.whole(3, 10)),
      dayAfter(last, chance.whole(2, 12)),
    ],
    itemsOn: itemDays(doneOn, progress, chance),
  };
}

/** The five planned days around the one that is given; nothing is planned before the campaign's first day or beyond its last. */
function planOf(step: number, on: string, chance: Chance): string[] {
  const gaps = [chance.whole(17, 23), chance.whole(16, 21), chance.whole(11, 15), chance.whole(6, 10)];
  const planned = Array.from({ length: 5 }, () => on);
  for (let at = step - 1; at >= 0; at--) planned[at] = dayAfter(planned[at + 1] as string, -(gaps[at] as number));
  for (let at = step + 1; at < 5; at++) planned[at] = dayAfter(planned[at - 1] as string, gaps[at - 1] as number);
  return planned.map((day, at) => later(firstDay, earlier(day, dayAfter('2026-11-24', at === 4 ? 0 : (at - 4) * 3))));
}

interface Course {
  step: number;
  progress: Progress;
  chance: Chance;
}

/** The days the steps are really done: those before the open one by today, the open one and the rest after it. */
function realDays(plannedOn: string[], { step, progress, chance }: Course): string[] {
  const slow = progress === 'late' || progress === 'overdue';
  const days: string[] = [];
  for (const [at, planned] of plannedOn.entries()) {
    const before = days.at(-1);
    const delay = slow ? chance.whole(1, 9) : chance.whole(-4, 3);
    const done = later(dayAfter(planned, delay), before ? dayAfter(before, 3) : firstDay);
    if (progress === 'accepted') days.push(earlier(done, dayAfter(today, (at - 4) * 5 - chance.whole(0, 3))));
    else if (at < step) days.push(earlier(done, dayAfter(today, (at - step) * 5 - chance.whole(0, 3))));
    else days.push(later(done, dayAfter(today, (at - step) * 6 + chance.whole(3, 9))));
  }
  return days;
}

/** Rooms come while the building is fitted, connections with it, the haves last; some were there before. An accepted venue has all of them. */
function itemDays(doneOn: string[], progress: Progress, chance: Chance): string[] {
  const [start = '', structure = '', fitting = '', built = ''] = doneOn;
  const between = (from: string, to: string) => {
    const days = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
    return dayAfter(from, chance.whole(0, days));
  };
  const old = new Set([7, 11, 16]);
  const wanting = progress === 'built' ? chance.whole(0, 2) : 0;
  const missing = new Set(chance.shuffled(Array.from({ length: 19 }, (_, at) => at)).slice(0, wanting));
  return Array.from({ length: 19 }, (_, at) => {
    if (old.has(at) && chance.happens(0.6)) return earlier(start, '2026-08-17');
    if (missing.has(at)) return dayAfter(today, chance.whole(2, 9));
    if (at < 7) return between(structure, built);
    return between(fitting, built);
  });
}
