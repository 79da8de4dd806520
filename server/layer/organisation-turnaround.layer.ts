import { overdueDays, turnaroundOf } from '../organisation/rules.ts';
import type { Layer } from './layer.ts';
import { namedByTitles } from './named-by.message.ts';
import { dayText, reportedText, sentence, silent, silentText } from './phrase.message.ts';

/** 后进整顿 — the main layer of organisations: who is backward, and how putting it right stands. */
export const organisationTurnaround: Layer = {
  id: 'organisation-turnaround',
  theme: 'organisation',
  parent: null,
  level: 'village',
  title: { zh: '后进党组织整顿', en: 'Backward organisations' },
  definition: {
    zh: '市定、县定软弱涣散（后进）党组织的整顿状态：已销号；有整改事项超过时限为“整改超期”；没有工作组或县级领导牵头为“无组无领导”（违反“一支部一班子”要求）；其余为“正常整顿”。未报排查结果的为“未报送”。',
    en: 'State of each organisation named backward by city or county: signed off; overdue when a problem is past its limit; without group or leader when the rule that each has both is broken; else on schedule. Not screened is not reported.',
  },
  source: { zh: '党组织台账', en: 'Organisation ledger' },
  unit: { zh: '天', en: 'days overdue' },
  classes: [
    {
      id: 'none',
      title: { zh: '非后进', en: 'Not backward' },
      lamp: 'none',
      hatch: 'none',
      letter: { zh: '正', en: 'N' },
    },
    {
      id: 'signed-off',
      title: { zh: '已销号', en: 'Signed off' },
      lamp: 'done',
      hatch: 'none',
      letter: { zh: '销', en: 'S' },
    },
    {
      id: 'on-schedule',
      title: { zh: '正常整顿', en: 'On schedule' },
      lamp: 'steady',
      hatch: 'rising',
      letter: { zh: '整', en: 'O' },
    },
    {
      id: 'overdue',
      title: { zh: '整改超期', en: 'Overdue' },
      lamp: 'overdue',
      hatch: 'cross',
      letter: { zh: '超', en: 'V' },
    },
    {
      id: 'no-group',
      title: { zh: '无组无领导', en: 'No group or leader' },
      lamp: 'late',
      hatch: 'level',
      letter: { zh: '缺', en: 'G' },
    },
    silent,
  ],
  touches: ['organisation'],
  judge({ organisation }, { on, personName }) {
    const state = turnaroundOf(organisation, on);
    if (organisation === null || state === 'silent')
      return { class: 'silent', value: null, why: silentText('organisation', on) };
    const source = reportedText('organisation', organisation.reportedOn);
    const { turnaround } = organisation;
    if (turnaround === null) {
      const values = { day: dayText(organisation.screenedOn ?? on), source };
      return {
        class: 'none',
        value: null,
        why: sentence(
          '{day}排查，未列为后进党组织。{source}',
          'Screened on {day} and not named backward.{source}',
          values,
        ),
      };
    }
    const days = overdueDays(turnaround.problems, on);
    const open = turnaround.problems.filter(({ doneOn }) => doneOn === null).length;
    const name = turnaround.leaderId === null ? null : personName(turnaround.leaderId);
    const values = {
      by: namedByTitles[turnaround.namedBy],
      day: dayText(turnaround.signedOffOn ?? on),
      days,
      open,
      leader: name === null ? { zh: '', en: '' } : { zh: `，${name}牵头`, en: `, led by ${name}` },
      lacks:
        turnaround.leaderId === null
          ? { zh: '没有县级领导牵头', en: 'no county leader' }
          : { zh: '没有整顿工作组', en: 'no working group' },
      source,
    };
    const why = {
      'signed-off': sentence(
        '{by}后进党组织，{day}已销号。{source}',
        '{by} backward, signed off on {day}.{source}',
        values,
      ),
      'on-schedule': sentence(
        '{by}后进党组织{leader}，{open}个问题在整改，均未超过时限。{source}',
        '{by} backward{leader}; {open} problems open, none past its limit.{source}',
        values,
      ),
      overdue: sentence(
        '{by}后进党组织{leader}，有问题超过整改时限{days}天。{source}',
        '{by} backward{leader}; a problem is {days} days past its limit.{source}',
        values,
      ),
      'no-group': sentence(
        '{by}后进党组织，{lacks}，不符合“一支部一班子”要求。{source}',
        '{by} backward with {lacks}, against the rule that each has both.{source}',
        values,
      ),
      none: sentence('', ''),
    }[state];
    return { class: state, value: state === 'overdue' ? days : null, why };
  },
  rollUp: {
    title: { zh: '销号率', en: 'Signed off' },
    classes: ['signed-off'],
    outside: ['none', 'silent'],
    target: 1,
    better: 'more',
  },
  kpis: [
    {
      id: 'organisation-backward',
      title: { zh: '后进党组织', en: 'Backward' },
      classes: ['signed-off', 'on-schedule', 'overdue', 'no-group'],
      better: 'less',
    },
    {
      id: 'organisation-signed-off',
      title: { zh: '已销号', en: 'Signed off' },
      classes: ['signed-off'],
      better: 'more',
    },
    {
      id: 'organisation-wrong',
      title: { zh: '超期或无组无领导', en: 'Overdue or unled' },
      classes: ['overdue', 'no-group'],
      better: 'less',
    },
  ],
};
