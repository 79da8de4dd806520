import { problemDifferences } from '../../organisation/marks/rules.ts';
import { namedByTitles } from '../../organisation/named-by.message.ts';
import {
  type Organisation,
  overdueDays,
  type Problem,
  type Turnaround,
  turnaroundOf,
} from '../../organisation/rules.ts';
import type { LocalDate } from '../../rights/view.ts';
import { counted, dayText, reportedText, sentence, silent, silentText } from '../../words/phrase.message.ts';
import type { Text } from '../../words/text.ts';
import type { Layer } from '../layer.ts';
import { notBackwardNow } from '../not-backward.message.ts';

/** How far the problems of a turnaround within its limits are. */
function openText(problems: Problem[]): Text {
  const open = problems.filter(({ doneOn }) => doneOn === null).length;
  if (problems.length === 0) return { zh: '台账未列问题', en: 'no problems listed' };
  if (open === 0) return { zh: '列出的问题均已整改，尚未销号', en: 'every problem is corrected, not yet signed off' };
  return { zh: `${open}个问题正在整改，均未超期`, en: `${counted(open, 'problem')} open, none overdue` };
}

/** How many problems are overdue, and by how much at most. */
function overdueText(problems: Problem[], on: LocalDate): Text {
  const late = problems.filter((one) => overdueDays([one], on) > 0).length;
  const values = { late, days: overdueDays(problems, on) };
  return late === 1
    ? sentence('1个问题超期{days}天未整改', '1 problem {days} {days|day|days} overdue', values)
    : sentence(
        '{late}个问题超期未整改，最长{days}天',
        '{late} problems overdue, the longest {days} {days|day|days}',
        values,
      );
}

/** How many problems are reported otherwise than before. */
function differingText(organisation: Organisation): Text {
  const count = new Set(problemDifferences(organisation).map(({ at }) => at)).size;
  if (count === 0) return { zh: '', en: '' };
  return sentence(
    '；{count}个问题的整改完成日期前后报送不一致',
    '; {count} {count|problem|problems} with completion dates that differ between reports',
    { count },
  );
}

/** What a turnaround that is not led lacks. */
function lackText({ leaderId, groupHeadId, groupUnits }: Turnaround): Text {
  if (leaderId !== null) return { zh: '未派驻整顿工作组', en: 'no working group' };
  if (groupHeadId === null && groupUnits.length === 0)
    return { zh: '未派驻整顿工作组，未明确包抓领导', en: 'neither working group nor leader in charge' };
  return { zh: '未明确包抓领导', en: 'no leader in charge' };
}

/** 后进整顿 — the main layer of organisations: which are listed as weak, and how their overhaul stands. */
export const organisationTurnaround: Layer = {
  id: 'organisation-turnaround',
  theme: 'organisation',
  parent: null,
  level: 'village',
  title: { zh: '后进党组织整顿', en: 'Weak organisations' },
  definition: {
    zh: '市定、县定软弱涣散（后进）党组织的整顿状态：已销号；未派驻整顿工作组或未明确包抓领导的为“整顿力量未到位”；有问题超期未整改的为“整改超期”；其余为“按期整顿”。未报排查结果的为“未报送”。',
    en: 'Status of each organisation listed as weak by the city or the county: signed off; no group or leader if it has no working group or no leader in charge; overdue if a problem is past its deadline; otherwise on schedule. Not screened counts as not reported.',
  },
  source: { zh: '党组织台账', en: 'Organisation ledger' },
  unit: { zh: '天', en: 'days overdue' },
  classes: [
    ...notBackwardNow,
    {
      id: 'on-schedule',
      title: { zh: '按期整顿', en: 'On schedule' },
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
      title: { zh: '整顿力量未到位', en: 'No group or leader' },
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
          'Screened on {day} and not listed as weak{source}.',
          values,
        ),
      };
    }
    const days = overdueDays(turnaround.problems, on);
    const name = turnaround.leaderId === null ? null : personName(turnaround.leaderId);
    const values = {
      // Within a sentence English has no capital.
      by: { zh: namedByTitles[turnaround.namedBy].zh, en: turnaround.namedBy },
      day: dayText(turnaround.signedOffOn ?? on),
      late: overdueText(turnaround.problems, on),
      rest: openText(turnaround.problems),
      differing: differingText(organisation),
      leader: name === null ? { zh: '', en: '' } : { zh: `，包抓领导${name}`, en: `, led by ${name}` },
      lacks: lackText(turnaround),
      source,
    };
    const why = {
      'signed-off': sentence(
        '{by}后进党组织，{day}已销号{differing}。{source}',
        'Listed by the {by}; signed off on {day}{differing}{source}.',
        values,
      ),
      'on-schedule': sentence(
        '{by}后进党组织，{rest}{leader}{differing}。{source}',
        'Listed by the {by}; {rest}{leader}{differing}{source}.',
        values,
      ),
      overdue: sentence(
        '{by}后进党组织，{late}{leader}{differing}。{source}',
        'Listed by the {by}; {late}{leader}{differing}{source}.',
        values,
      ),
      'no-group': sentence(
        '{by}后进党组织，{lacks}{differing}。{source}',
        'Listed by the {by}; {lacks}{differing}{source}.',
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
      title: { zh: '后进党组织', en: 'Weak organisations' },
      classes: ['signed-off', 'on-schedule', 'overdue', 'no-group'],
      better: 'less',
    },
    {
      id: 'organisation-signed-off',
      title: { zh: '后进整顿已销号', en: 'Overhauls signed off' },
      classes: ['signed-off'],
      better: 'more',
    },
    {
      id: 'organisation-wrong',
      title: { zh: '整改超期或力量未到位', en: 'Overdue, or no group or leader' },
      classes: ['overdue', 'no-group'],
      better: 'less',
    },
  ],
};
