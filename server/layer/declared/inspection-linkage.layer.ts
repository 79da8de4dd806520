import { quotaOf } from '../../inspection/quota.rules.ts';
import { dayText, sentence } from '../../words/phrase.message.ts';
import type { Text } from '../../words/text.ts';
import type { Layer } from '../layer.ts';

/** 包抓督查 — whether the linked county leader made this month's visits to the town. A layer of towns. */
export const inspectionLinkage: Layer = {
  id: 'inspection-linkage',
  theme: 'inspection',
  parent: 'inspection-coverage',
  level: 'town',
  title: { zh: '包抓领导督查指导', en: 'Visits by the leader in charge' },
  definition: {
    zh: '包抓领导每月到所包镇督查指导不少于{linkageVisitsPerMonth}次（次数由本县按版本设定），按当月已督查、由当日包抓领导带队的计，同一天的算一次，月中换人的连续计算；当月未过完不算未达标。',
    en: 'The leader in charge of a town visits it at least {linkageVisitsPerMonth} times a month (the county sets the number). Counted: visits made this month and led by the leader in charge on that date, at most one a day; the count continues when the leader changes. A month that is not over is not missed.',
  },
  source: { zh: '督查记录、联系包抓表', en: 'Inspection log and list of leaders in charge' },
  unit: { zh: '次', en: 'visits' },
  largerIsBetter: true,
  classes: [
    {
      id: 'kept',
      title: { zh: '当月已达标', en: 'Kept this month' },
      lamp: 'done',
      hatch: 'none',
      letter: { zh: '达', en: 'K' },
    },
    {
      id: 'due',
      title: { zh: '当月尚未到期', en: 'Not yet due' },
      lamp: 'steady',
      hatch: 'dots',
      letter: { zh: '未', en: 'D' },
    },
    {
      id: 'near',
      title: { zh: '月末临近，未达标', en: 'Month ending' },
      lamp: 'near',
      hatch: 'rising',
      letter: { zh: '临', en: 'M' },
    },
    {
      id: 'overdue',
      title: { zh: '上月未达标', en: 'Missed last month' },
      lamp: 'overdue',
      hatch: 'cross',
      letter: { zh: '缺', en: 'L' },
    },
    {
      id: 'unlinked',
      title: { zh: '未明确包抓领导', en: 'No leader in charge' },
      lamp: 'outside',
      hatch: 'level',
      letter: { zh: '—', en: 'O' },
    },
  ],
  former: { part: ['due', 'near'], none: ['overdue'] },
  touches: ['visit', 'linkage', 'edition'],
  judge({ visits, linkage, linkages }, { on, thresholds, personName }) {
    const { state, trips, daysLeft, before } = quotaOf(visits, linkages ?? (linkage ? [linkage] : []), {
      on,
      limits: thresholds,
    });
    if (state === 'unlinked' || linkage === null)
      return {
        class: 'unlinked',
        value: null,
        why: sentence(
          '截至{day}，该镇未明确包抓领导。（来源：联系包抓表）',
          'As of {day} this town has no leader in charge.',
          { day: dayText(on) },
        ),
      };
    const count = trips.length;
    const former = trips.filter(({ leaderId }) => leaderId !== linkage.leaderId).length;
    const values = {
      ...{ day: dayText(on), count, former, left: daysLeft, before: before ?? 0 },
      ...{ due: thresholds.linkageVisitsPerMonth, name: personName(linkage.leaderId) ?? '—' },
    };
    return { class: state, value: count, why: whyOf(state, values) };
  },
  rollUp: {
    title: { zh: '当月达标或尚未到期镇占比', en: 'Towns kept or not yet due' },
    classes: ['kept', 'due'],
    outside: ['unlinked'],
    target: 1,
    better: 'more',
  },
  kpis: [],
};

/** What was made of what is due, by whom, and how long the month lasts; of a month missed, what it came to. */
function whyOf(state: 'kept' | 'due' | 'near' | 'overdue', values: Record<string, Text | string | number>): Text {
  const former = values.former === 0 ? { zh: '', en: '' } : formerVisits;
  const rest = values.left === 0 && state !== 'kept' && state !== 'overdue' ? lastDay : rests[state];
  return sentence(
    `包抓领导{name}，截至{day}当月到镇督查指导{count}次${former.zh}，应不少于{due}次${rest.zh}。（来源：督查记录、联系包抓表）`,
    `Leader in charge {name}: {count} of {due} visits this month by {day}${former.en}${rest.en} (source: inspection log, list of leaders in charge).`,
    values,
  );
}

const formerVisits: Text = { zh: '（其中前任{former}次）', en: ', {former} of them by the previous leader' };
const lastDay: Text = { zh: '，今日到期', en: '; due today' };
const rests: Record<'kept' | 'due' | 'near' | 'overdue', Text> = {
  kept: { zh: '', en: '' },
  due: { zh: '，本月剩余{left}天', en: '; {left} {left|day|days} of the month left' },
  near: { zh: '，本月剩余{left}天', en: '; {left} {left|day|days} of the month left' },
  overdue: { zh: '；上月{before}次，未达标', en: '; {before} last month, below the required number' },
};
