import { lackingOf } from '../../venue/marks/rules.ts';
import { milestoneTitles, movedText } from '../../venue/milestone-titles.message.ts';
import {
  acceptanceOf,
  type ChecklistItem,
  lateDays,
  type Milestone,
  nextMilestone,
  scheduleOf,
  type Venue,
} from '../../venue/rules.ts';
import { counted, dayText, reportedText, sentence, silent, silentText } from '../../words/phrase.message.ts';
import type { Text } from '../../words/text.ts';
import type { Layer, PlaceFacts, Standard, Verdict } from '../layer.ts';

const builtClasses = ['accepted', 'built', 'built-late', 'built-overdue'];

/** 阵地建设进度 — the main layer of venues: how each stands against its reverse schedule. */
export const venueSchedule: Layer = {
  id: 'venue-schedule',
  theme: 'venue',
  parent: null,
  level: 'village',
  title: { zh: '阵地建设进度', en: 'Village centre progress' },
  definition: {
    zh: '按倒排工期亮灯：组织部、财政局均验收合格为“验收合格”；其余看下一个未完成节点：未到计划日期的，已建成为“建成待验收”，未建成为“按期推进”；过了计划日期{venueLateDays}天以内为“滞后”，超过{venueLateDays}天为“超期”，已建成的为“验收滞后”“验收超期”；未建成又没有计划日期的为“未排计划”。计划日期由县委组织部定，天数由本县按版本设定。',
    en: 'Accepted by the two departments; otherwise by the next unfinished milestone. While its planned date has not passed: awaiting acceptance if built, else on schedule. Past it: behind up to {venueLateDays} {venueLateDays|day|days}, overdue beyond that; for what is built it is the acceptance that is behind or overdue. Not built and without a planned date is “no schedule”. The organisation department sets the planned dates, the county the number of days, as a dated edition.',
  },
  source: { zh: '各镇阵地建设台账', en: 'Village centre ledgers of the towns' },
  unit: { zh: '天', en: 'days late' },
  classes: [
    {
      id: 'accepted',
      title: { zh: '验收合格', en: 'Accepted' },
      lamp: 'done',
      hatch: 'none',
      letter: { zh: '验', en: 'A' },
    },
    {
      id: 'built',
      title: { zh: '建成待验收', en: 'Built, awaiting acceptance' },
      lamp: 'good',
      hatch: 'rising',
      letter: { zh: '建', en: 'B' },
    },
    {
      id: 'on-schedule',
      title: { zh: '按期推进', en: 'On schedule' },
      lamp: 'steady',
      hatch: 'none',
      letter: { zh: '进', en: 'O' },
    },
    {
      id: 'built-late',
      title: {
        zh: '验收滞后{venueLateDays}天以内',
        en: 'Acceptance up to {venueLateDays} {venueLateDays|day|days} behind',
      },
      lamp: 'near',
      hatch: 'rising',
      letter: { zh: '待', en: 'W' },
    },
    {
      id: 'late',
      title: { zh: '滞后{venueLateDays}天以内', en: 'Up to {venueLateDays} {venueLateDays|day|days} behind' },
      lamp: 'near',
      hatch: 'falling',
      letter: { zh: '滞', en: 'U' },
    },
    {
      id: 'unplanned',
      title: { zh: '未排计划', en: 'No schedule' },
      lamp: 'late',
      hatch: 'level',
      letter: { zh: '无', en: 'N' },
      unmeasured: true,
    },
    {
      id: 'built-overdue',
      title: {
        zh: '验收超期超过{venueLateDays}天',
        en: 'Acceptance more than {venueLateDays} {venueLateDays|day|days} overdue',
      },
      lamp: 'overdue',
      hatch: 'rising',
      letter: { zh: '迟', en: 'D' },
    },
    {
      id: 'overdue',
      title: { zh: '超期超过{venueLateDays}天', en: 'More than {venueLateDays} {venueLateDays|day|days} overdue' },
      lamp: 'overdue',
      hatch: 'cross',
      letter: { zh: '超', en: 'M' },
    },
    silent,
  ],
  former: { built: ['built', 'built-late', 'built-overdue'] },
  touches: ['venue', 'edition'],
  judge({ venue }: PlaceFacts, { on, thresholds, checklist }: Standard): Verdict {
    if (venue === null) return { class: 'silent', value: null, why: silentText('venue', on) };
    const limit = thresholds.venueLateDays;
    const state = scheduleOf(venue, on, limit);
    const late = lateDays(venue, on);
    return {
      class: state,
      value: late === null || late === 0 ? null : late,
      why: whyOf(venue, { on, limit, checklist }),
    };
  },
  rollUp: {
    title: { zh: '建成率', en: 'Built' },
    classes: [...builtClasses],
    outside: [],
    target: 1,
    better: 'more',
  },
  kpis: [
    {
      id: 'venue-built',
      title: { zh: '阵地已建成', en: 'Centres built' },
      classes: [...builtClasses],
      better: 'more',
    },
    {
      id: 'venue-accepted',
      title: { zh: '阵地验收合格', en: 'Centres accepted' },
      classes: ['accepted'],
      better: 'more',
    },
    {
      id: 'venue-overdue',
      title: {
        zh: '阵地超期超过{venueLateDays}天',
        en: 'Centres over {venueLateDays} {venueLateDays|day|days} overdue',
      },
      classes: ['built-overdue', 'overdue'],
      better: 'less',
    },
  ],
};

/** Why a venue stands as it does: what is accepted and what is not, then the next milestone against its plan. */
function whyOf(
  venue: Venue,
  { on, limit, checklist }: { on: string; limit: number; checklist: ChecklistItem[] },
): Text {
  const source = reportedText('venue', venue.reportedOn);
  const { organisationAcceptedOn: first, financeAcceptedOn: second } = venue;
  const missing = lackingOf(
    venue,
    checklist.map(({ key }) => key),
  ).length;
  const lack = missing === 0 ? '' : sentence('，达标清单缺{missing}项', ', {missing} items lacking', { missing });
  if (acceptanceOf(venue) === 'both') {
    const day = first && second && (first > second ? first : second);
    return day
      ? sentence(
          '组织部、财政局均已验收合格（{day}）{lack}。{source}',
          'Accepted by the two departments ({day}){lack}{source}.',
          {
            lack,
            day: dayText(day),
            source,
          },
        )
      : sentence('台账报送为“验收合格”{lack}。{source}', 'Reported as accepted{lack}{source}.', { lack, source });
  }
  const isBuilt = venue.stage === 'built' || venue.stage === 'accepted';
  const next = nextMilestone(venue);
  const plan = next && planText(next, lateDays(venue, on) ?? 0, limit);
  const values = { lack, step: next ? milestoneTitles[next.key] : '', rest: restText(venue), plan: plan ?? '', source };
  if (isBuilt)
    return plan
      ? sentence('已建成{lack}{rest}，验收{plan}。{source}', 'Built{lack}{rest}; acceptance {plan}{source}.', values)
      : sentence('已建成{lack}{rest}。{source}', 'Built{lack}{rest}{source}.', values);
  return plan
    ? sentence('“{step}”节点{plan}。{source}', 'Milestone “{step}” {plan}{source}.', values)
    : sentence('尚未建成，没有计划日期{moved}。{source}', 'Not built and no planned date{moved}{source}.', {
        moved: (next && movedText(next)) ?? '',
        source,
      });
}

/** Which department has accepted what is built. */
function restText({ organisationAcceptedOn, financeAcceptedOn }: Venue): Text {
  if (organisationAcceptedOn !== null) return { zh: '，组织部已验收', en: ', accepted by the organisation department' };
  if (financeAcceptedOn !== null) return { zh: '，财政局已验收', en: ', accepted by the finance bureau' };
  return { zh: '，尚未验收', en: ', not yet accepted' };
}

/** The plan of a milestone against the day; null without one. */
function planText(milestone: Milestone, late: number, limit: number): Text | null {
  const { plannedOn } = milestone;
  if (plannedOn === null) return null;
  const moved = movedText(milestone) ?? '';
  const values = { day: dayText(plannedOn), moved, late, days: counted(late, 'day'), limit };
  if (late === 0) return sentence('计划{day}完成{moved}，尚未到期', 'is planned for {day}{moved}, not yet due', values);
  return late <= limit
    ? sentence(
        '计划{day}完成{moved}，已滞后{late}天（{limit}天以内）',
        'was planned for {day}{moved} and is {days} behind, within the {limit}-day limit',
        values,
      )
    : sentence(
        '计划{day}完成{moved}，已超期{late}天（超过{limit}天）',
        'was planned for {day}{moved} and is {days} overdue, past the {limit}-day limit',
        values,
      );
}
