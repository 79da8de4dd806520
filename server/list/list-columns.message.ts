import { lastVisit, openFindings } from '../inspection/rules.ts';
import type { ListRow } from '../layer/answer.ts';
import type { Layer, PlaceFacts, Standard } from '../layer/layer.ts';
import { reportAge } from '../layer/report-age.ts';
import { overdueDays } from '../organisation/rules.ts';
import { isOverdue, openTasks } from '../task/rules.ts';
import { milestoneTitles, stageTitles } from '../venue/milestone-titles.message.ts';
import { firstPlanOf, lateDays, nextMilestone } from '../venue/rules.ts';
import type { Text } from '../words/text.ts';

type Cell = Text | ListRow['cells'][string];
interface ListColumn {
  key: string;
  title: Text;
  /** How a workbook shows its cells. */
  kind: 'text' | 'count' | 'money' | 'day';
  cell(place: PlaceFacts, standard: Standard): Cell;
}

const namedBy = { city: { zh: '市定', en: 'city' }, county: { zh: '县定', en: 'county' } };
const columnsOf =
  (kind: ListColumn['kind']) =>
  (key: string, zh: string, en: string, cell: ListColumn['cell']): ListColumn => ({
    key,
    title: { zh, en },
    kind,
    cell,
  });
const [text, count, money, day] = [columnsOf('text'), columnsOf('count'), columnsOf('money'), columnsOf('day')];
/** 上次报送距今, in days. */
const age = (reportedOn: (place: PlaceFacts) => string | undefined) =>
  count('reportAge', '上次报送距今（天）', 'Last reported (days ago)', (place, { on, thresholds }) => {
    const day = reportedOn(place);
    return day === undefined ? null : reportAge(day, on, thresholds.reportStaleDays).days;
  });
const wan = (fen: number | null | undefined) => (fen === null || fen === undefined ? null : fen / 1_000_000);

/** 台账列 — what stands in the list behind a number besides place, class, value and why, by theme. Money in 万元. */
export const listColumns: Record<Layer['theme'], ListColumn[]> = {
  venue: [
    text('stage', '建设阶段', 'Stage', ({ venue }) => (venue ? stageTitles[venue.stage] : null)),
    text('milestone', '下一节点', 'Next milestone', ({ venue }) => {
      const next = venue && nextMilestone(venue);
      return next ? milestoneTitles[next.key] : null;
    }),
    day('plannedOn', '计划完成日期', 'Planned', ({ venue }) =>
      venue ? (nextMilestone(venue)?.plannedOn ?? null) : null,
    ),
    day('firstPlannedOn', '首次计划日期', 'First planned', ({ venue }) => {
      const next = venue && nextMilestone(venue);
      return next ? firstPlanOf(next) : null;
    }),
    count('late', '滞后天数', 'Days late', ({ venue }, { on }) => (venue ? lateDays(venue, on) : null)),
    money('subsidy', '核定补助（万元）', 'Subsidy (10,000 yuan)', ({ venue }) => wan(venue?.subsidyFen)),
    money('paid', '已拨付（万元）', 'Paid (10,000 yuan)', ({ venue }) => wan(venue?.subsidyPaidFen)),
    day('reportedOn', '报送日期', 'Reported', ({ venue }) => venue?.reportedOn ?? null),
    age(({ venue }) => venue?.reportedOn),
  ],
  organisation: [
    text('organisation', '党组织', 'Organisation', ({ organisation }) => organisation?.name ?? null),
    text('namedBy', '认定级别', 'Named by', ({ organisation }) => {
      const by = organisation?.turnaround?.namedBy;
      return by === undefined ? null : namedBy[by];
    }),
    text('leader', '牵头领导', 'Leader', ({ organisation }, { personName }) => {
      const id = organisation?.turnaround?.leaderId;
      return id ? personName(id) : null;
    }),
    count(
      'open',
      '未整改问题',
      'Open problems',
      ({ organisation }) => organisation?.turnaround?.problems.filter(({ doneOn }) => doneOn === null).length ?? null,
    ),
    count('overdue', '超期天数', 'Days overdue', ({ organisation }, { on }) =>
      organisation?.turnaround ? overdueDays(organisation.turnaround.problems, on) : null,
    ),
    day('reportedOn', '报送日期', 'Reported', ({ organisation }) => organisation?.reportedOn ?? null),
    age(({ organisation }) => organisation?.reportedOn),
  ],
  inspection: [
    day('lastOn', '最近督查', 'Last visit', ({ visits }, { on }) => lastVisit(visits, on)?.occurredOn ?? null),
    text('team', '督查组', 'Team', ({ visits }, { on }) => lastVisit(visits, on)?.team ?? null),
    count(
      'visits',
      '累计次数',
      'Visits',
      ({ visits }, { on }) => visits.filter(({ state, occurredOn }) => state === 'made' && occurredOn <= on).length,
    ),
    count('open', '未销号问题', 'Open findings', ({ id, visits }, { on }) => openFindings(visits, id, on).length),
  ],
  task: [
    count('open', '未销号', 'Open', ({ tasks }) => openTasks(tasks).length),
    count(
      'overdueTasks',
      '超期项数',
      'Overdue',
      ({ tasks }, { on }) => tasks.filter((task) => isOverdue(task, on)).length,
    ),
    text('task', '最急的一项', 'Most urgent', ({ tasks }) => openTasks(tasks)[0]?.title ?? null),
    text('unit', '责任单位', 'Unit', ({ tasks }) => openTasks(tasks)[0]?.unit ?? null),
    day('dueOn', '完成时限', 'Due', ({ tasks }) => openTasks(tasks)[0]?.dueOn ?? null),
    count('closed', '已销号', 'Signed off', ({ tasks }) => tasks.length - openTasks(tasks).length),
  ],
};
