import { lastVisit, openFindings } from '../inspection/rules.ts';
import { overdueDays } from '../organisation/rules.ts';
import type { Text } from '../text.ts';
import { lateDays, nextMilestone } from '../venue/rules.ts';
import type { ListRow } from './answer.ts';
import type { Layer, PlaceFacts, Standard } from './layer.ts';
import { milestoneTitles, stageTitles } from './milestone-titles.message.ts';

type Cell = ListRow['cells'][string];
interface ListColumn {
  key: string;
  title: Text;
  cell(place: PlaceFacts, standard: Standard): Cell;
}

const column = (key: string, zh: string, en: string, cell: ListColumn['cell']): ListColumn => ({
  key,
  title: { zh, en },
  cell,
});
const wan = (fen: number | null | undefined) => (fen === null || fen === undefined ? null : fen / 1_000_000);

/** 台账列 — what stands in the list behind a number besides place, class, value and why, by theme. Words come out in Chinese: it is the office's own ledger. */
export const listColumns: Record<Layer['theme'], ListColumn[]> = {
  venue: [
    column('stage', '建设阶段', 'Stage', ({ venue }) => (venue ? stageTitles[venue.stage].zh : null)),
    column('milestone', '下一节点', 'Next milestone', ({ venue }) => {
      const next = venue && nextMilestone(venue);
      return next ? milestoneTitles[next.key].zh : null;
    }),
    column('plannedOn', '计划日期', 'Planned', ({ venue }) =>
      venue ? (nextMilestone(venue)?.plannedOn ?? null) : null,
    ),
    column('late', '超期天数', 'Days late', ({ venue }, { on }) => (venue ? lateDays(venue, on) : null)),
    column('subsidy', '核定补助（万元）', 'Subsidy (10,000 yuan)', ({ venue }) => wan(venue?.subsidyFen)),
    column('paid', '已拨付（万元）', 'Paid (10,000 yuan)', ({ venue }) => wan(venue?.subsidyPaidFen)),
    column('reportedOn', '报送日期', 'Reported', ({ venue }) => venue?.reportedOn ?? null),
  ],
  organisation: [
    column('organisation', '党组织', 'Organisation', ({ organisation }) => organisation?.name ?? null),
    column('namedBy', '认定级别', 'Named by', ({ organisation }) => {
      const by = organisation?.turnaround?.namedBy;
      return by === 'city' ? '市定' : by === 'county' ? '县定' : null;
    }),
    column('leader', '牵头领导', 'Leader', ({ organisation }, { personName }) => {
      const id = organisation?.turnaround?.leaderId;
      return id ? personName(id) : null;
    }),
    column(
      'open',
      '未整改问题',
      'Open problems',
      ({ organisation }) => organisation?.turnaround?.problems.filter(({ doneOn }) => doneOn === null).length ?? null,
    ),
    column('overdue', '超期天数', 'Days overdue', ({ organisation }, { on }) =>
      organisation?.turnaround ? overdueDays(organisation.turnaround.problems, on) : null,
    ),
    column('reportedOn', '报送日期', 'Reported', ({ organisation }) => organisation?.reportedOn ?? null),
  ],
  inspection: [
    column('lastOn', '最近督查', 'Last visit', ({ visits }, { on }) => lastVisit(visits, on)?.occurredOn ?? null),
    column('team', '督查组', 'Team', ({ visits }, { on }) => lastVisit(visits, on)?.team ?? null),
    column(
      'visits',
      '累计次数',
      'Visits',
      ({ visits }, { on }) => visits.filter(({ state, occurredOn }) => state === 'made' && occurredOn <= on).length,
    ),
    column('open', '未销号问题', 'Open findings', ({ id, visits }, { on }) => openFindings(visits, id, on).length),
  ],
};
