import { lastVisit, openFindings } from '../inspection/rules.ts';
import type { Layer, PlaceFacts, Standard } from '../layer/layer.ts';
import { reportAge } from '../layer/report-age.ts';
import { namedByTitles } from '../organisation/named-by.message.ts';
import { overdueDays } from '../organisation/rules.ts';
import { isOverdue, openTasks } from '../task/rules.ts';
import { milestoneTitles, stageTitles } from '../venue/milestone-titles.message.ts';
import { firstPlanOf, lateDays, nextMilestone } from '../venue/rules.ts';
import { fields } from '../words/field/rules.ts';
import type { Text } from '../words/text.ts';
import type { ListRow } from './answer.ts';

type Cell = Text | ListRow['cells'][string];
interface ListColumn {
  key: string;
  title: Text;
  /** How a workbook shows its cells. */
  kind: 'text' | 'count' | 'money' | 'day';
  cell(place: PlaceFacts, standard: Standard): Cell;
}

const columnsOf =
  (kind: ListColumn['kind']) =>
  (key: string, title: Text, cell: ListColumn['cell']): ListColumn => ({ key, title, kind, cell });
const [text, count, money, day] = [columnsOf('text'), columnsOf('count'), columnsOf('money'), columnsOf('day')];
const t = (zh: string, en: string): Text => ({ zh, en });
const inMoney = ({ zh, en }: Text): Text => t(`${zh}（万元）`, `${en} (¥)`);
/** A sum of 万元 in the unit its header names: yuan in English. */
export const moneyIn = (lang: 'zh' | 'en', wan: number): number =>
  lang === 'zh' ? wan : Math.round(wan * 1_000_000) / 100;
/** 上次报送距今, in days. */
const age = (reportedOn: (place: PlaceFacts) => string | undefined) =>
  count('reportAge', t('上次报送距今（天）', 'Last reported (days ago)'), (place, { on, thresholds }) => {
    const day = reportedOn(place);
    return day === undefined ? null : reportAge(day, on, thresholds.reportStaleDays).days;
  });
const wan = (fen: number | null | undefined) => (fen === null || fen === undefined ? null : fen / 1_000_000);

/** 台账列 — what stands in the list behind a number besides place, class, value and why, by theme. Money in 万元, said in yuan in English. */
export const listColumns: Record<Layer['theme'], ListColumn[]> = {
  venue: [
    text('stage', fields.stage, ({ venue }) => (venue ? stageTitles[venue.stage] : null)),
    text('milestone', t('下一节点', 'Next milestone'), ({ venue }) => {
      const next = venue && nextMilestone(venue);
      return next ? milestoneTitles[next.key] : null;
    }),
    day('plannedOn', fields.plannedOn, ({ venue }) => (venue ? (nextMilestone(venue)?.plannedOn ?? null) : null)),
    day('firstPlannedOn', fields.firstPlannedOn, ({ venue }) => {
      const next = venue && nextMilestone(venue);
      return next ? firstPlanOf(next) : null;
    }),
    count('late', t('滞后天数', 'Days behind or overdue'), ({ venue }, { on }) => (venue ? lateDays(venue, on) : null)),
    money('subsidy', inMoney(fields.subsidyFen), ({ venue }) => wan(venue?.subsidyFen)),
    money('paid', inMoney(fields.subsidyPaidFen), ({ venue }) => wan(venue?.subsidyPaidFen)),
    day('reportedOn', fields.reportedOn, ({ venue }) => venue?.reportedOn ?? null),
    age(({ venue }) => venue?.reportedOn),
  ],
  organisation: [
    text('organisation', fields.organisationName, ({ organisation }) => organisation?.name ?? null),
    text('namedBy', fields.namedBy, ({ organisation }) => {
      const by = organisation?.turnaround?.namedBy;
      return by === undefined ? null : namedByTitles[by];
    }),
    text('leader', fields.leaderId, ({ organisation }, { personName }) => {
      const id = organisation?.turnaround?.leaderId;
      return id ? personName(id) : null;
    }),
    count(
      'open',
      t('未整改问题', 'Open problems'),
      ({ organisation }) => organisation?.turnaround?.problems.filter(({ doneOn }) => doneOn === null).length ?? null,
    ),
    count('overdue', fields.overdueDays, ({ organisation }, { on }) =>
      organisation?.turnaround ? overdueDays(organisation.turnaround.problems, on) : null,
    ),
    day('reportedOn', fields.reportedOn, ({ organisation }) => organisation?.reportedOn ?? null),
    age(({ organisation }) => organisation?.reportedOn),
  ],
  inspection: [
    day('lastOn', t('最近督查', 'Last visit'), ({ visits }, { on }) => lastVisit(visits, on)?.occurredOn ?? null),
    text('team', fields.team, ({ visits }, { on }) => lastVisit(visits, on)?.team ?? null),
    count(
      'visits',
      t('累计次数', 'Visits'),
      ({ visits }, { on }) => visits.filter(({ state, occurredOn }) => state === 'made' && occurredOn <= on).length,
    ),
    count('open', t('未销号问题', 'Open findings'), ({ id, visits }, { on }) => openFindings(visits, id, on).length),
  ],
  task: [
    count('open', fields.notSignedOff, ({ tasks }) => openTasks(tasks).length),
    count(
      'overdueTasks',
      t('超期项数', 'Tasks overdue'),
      ({ tasks }, { on }) => tasks.filter((task) => isOverdue(task, on)).length,
    ),
    text('task', t('最急事项', 'Most urgent task'), ({ tasks }) => openTasks(tasks)[0]?.title ?? null),
    text('unit', fields.unit, ({ tasks }) => openTasks(tasks)[0]?.unit ?? null),
    day('dueOn', fields.dueOn, ({ tasks }) => openTasks(tasks)[0]?.dueOn ?? null),
    count('closed', fields.closed, ({ tasks }) => tasks.length - openTasks(tasks).length),
  ],
};
