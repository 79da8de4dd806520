import { acceptanceOf, lateDays, nextMilestone, scheduleOf } from '../venue/rules.ts';
import type { Layer, PlaceFacts, Standard } from './layer.ts';
import { milestoneTitles } from './milestone-titles.message.ts';
import { dayText, reportedText, sentence, silent, silentText } from './phrase.message.ts';

/** 阵地建设进度 — the main layer of venues: how each stands against its reverse schedule. */
export const venueSchedule: Layer = {
  id: 'venue-schedule',
  theme: 'venue',
  parent: null,
  level: 'village',
  title: { zh: '阵地建设进度', en: 'Venue completion' },
  definition: {
    zh: '按倒排工期亮灯：组织、财政两家验收合格为“验收合格”；已建成未验收为“建成待验收”；其余看第一个未完成节点，未到计划日期为“按期推进”，超期不超过{venueLateDays}天为“滞后{venueLateDays}天内”，超过的为“超期{venueLateDays}天以上”。阈值由县里按版本设定。',
    en: 'By the reverse schedule: accepted by both bureaus; built and awaiting acceptance; else by the first unfinished milestone: on schedule while its planned date has not passed, late up to the limit of {venueLateDays} days, overdue beyond it. The county sets the limit as a dated edition.',
  },
  source: { zh: '各镇阵地建设台账', en: 'Venue ledgers of the towns' },
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
      id: 'late',
      title: { zh: '滞后{venueLateDays}天内', en: 'Up to {venueLateDays} days late' },
      lamp: 'near',
      hatch: 'falling',
      letter: { zh: '滞', en: 'U' },
    },
    {
      id: 'overdue',
      title: { zh: '超期{venueLateDays}天以上', en: 'More than {venueLateDays} days late' },
      lamp: 'overdue',
      hatch: 'cross',
      letter: { zh: '超', en: 'M' },
    },
    silent,
  ],
  touches: ['venue', 'edition'],
  judge({ venue }: PlaceFacts, { on, thresholds }: Standard) {
    const state = scheduleOf(venue, on, thresholds.venueLateDays);
    if (venue === null) return { class: 'silent', value: null, why: silentText('venue', on) };
    const source = reportedText('venue', venue.reportedOn);
    const next = nextMilestone(venue);
    const late = lateDays(venue, on);
    if (state === 'accepted') {
      const { organisationAcceptedOn: first, financeAcceptedOn: second } = venue;
      const day = first && second && (first > second ? first : second);
      const why = day
        ? sentence('组织、财政两家已验收合格（{day}）。{source}', 'Accepted by both bureaus ({day}).{source}', {
            day: dayText(day),
            source,
          })
        : sentence('台账报送为“验收合格”。{source}', 'Reported as accepted.{source}', { source });
      return { class: state, value: null, why };
    }
    if (state === 'built') {
      const half = acceptanceOf(venue);
      const rest =
        half === 'organisation' || half === 'finance'
          ? { zh: '，仅一家验收', en: ', accepted by one bureau only' }
          : { zh: '，尚未验收', en: ', not yet accepted' };
      return {
        class: state,
        value: null,
        why: sentence('已建成{rest}。{source}', 'Built{rest}.{source}', { rest, source }),
      };
    }
    if (next?.plannedOn === null || next === null) {
      return {
        class: state,
        value: null,
        why: sentence(
          '未填报计划节点，按“按期推进”计。{source}',
          'No planned milestone was reported: it counts as on schedule.{source}',
          { source },
        ),
      };
    }
    const values = {
      step: milestoneTitles[next.key],
      day: dayText(next.plannedOn ?? on),
      late,
      limit: thresholds.venueLateDays,
      source,
    };
    const why =
      state === 'on-schedule'
        ? sentence(
            '下一节点“{step}”计划{day}完成，尚未到期。{source}',
            'The next milestone, {step}, is planned for {day} and not yet due.{source}',
            values,
          )
        : state === 'late'
          ? sentence(
              '节点“{step}”计划{day}完成，已超期{late}天，未超过{limit}天。{source}',
              'The milestone {step} was planned for {day}: {late} days late, within the limit of {limit}.{source}',
              values,
            )
          : sentence(
              '节点“{step}”计划{day}完成，已超期{late}天，超过{limit}天。{source}',
              'The milestone {step} was planned for {day}: {late} days late, beyond the limit of {limit}.{source}',
              values,
            );
    return { class: state, value: late > 0 ? late : null, why };
  },
  rollUp: {
    title: { zh: '建成率', en: 'Built' },
    classes: ['accepted', 'built'],
    outside: [],
    target: 1,
    better: 'more',
  },
  kpis: [
    { id: 'venue-built', title: { zh: '已建成', en: 'Built' }, classes: ['accepted', 'built'], better: 'more' },
    { id: 'venue-accepted', title: { zh: '验收合格', en: 'Accepted' }, classes: ['accepted'], better: 'more' },
    {
      id: 'venue-overdue',
      title: { zh: '超期{venueLateDays}天以上', en: 'Overdue > {venueLateDays} days' },
      classes: ['overdue'],
      better: 'less',
    },
  ],
};
