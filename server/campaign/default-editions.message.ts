import type { Holidays } from '../calendar/rules.ts';
import type { Thresholds } from '../layer/layer.ts';
import type { ChecklistItem } from '../venue/rules.ts';
import type { Text } from '../words/text.ts';
import type { RankingFormula } from './formula/rules.ts';
import type { EditionBodies, RouteWeights } from './rules.ts';

const item = (key: string, group: ChecklistItem['group'], zh: string, en: string): ChecklistItem => ({
  key,
  group,
  title: { zh, en },
});

/** 一厅六室、三通、九有 — the 19 items a county begins with. */
export const defaultChecklist: ChecklistItem[] = [
  item('hall', 'rooms', '便民服务大厅', 'service hall'),
  item('committee-office', 'rooms', '村“两委”办公室', 'committee office'),
  item('member-room', 'rooms', '党员活动室', 'party members’ room'),
  item('culture-room', 'rooms', '文体活动室', 'culture and sports room'),
  item('clinic', 'rooms', '医疗卫生室', 'clinic'),
  item('poverty-room', 'rooms', '脱贫攻坚室', 'poverty relief room'),
  item('security-room', 'rooms', '治安警务室', 'security room'),
  item('phone', 'connections', '固定电话', 'telephone'),
  item('distance-network', 'connections', '远程教育网络', 'distance-education network'),
  item('internet', 'connections', '互联网', 'internet'),
  item('sign', 'haves', '村“两委”标识', 'committee sign'),
  item('flag', 'haves', '党旗党徽', 'party flag and emblem'),
  item('furniture', 'haves', '桌椅及档案柜书柜', 'furniture and cabinets'),
  item('library', 'haves', '学习资料及报纸架', 'reading material and racks'),
  item('notice-board', 'haves', '党务村务财务公开栏', 'public notice board'),
  item('rules', 'haves', '规章制度', 'posted rules'),
  item('files', 'haves', '档案台账', 'files and ledgers'),
  item('distance-kit', 'haves', '远教设备', 'distance-education equipment'),
  item('computer', 'haves', '电脑及打印机', 'computer and printer'),
];

/** 亮灯阈值 a county begins with. */
export const defaultThresholds: Thresholds = {
  venueLateDays: 7,
  visitFreshDays: 7,
  visitDueDays: 15,
  visitWindowDays: 30,
  linkageVisitsPerMonth: 2,
  linkageNearDays: 5,
  reportStaleDays: 7,
  taskNearDays: 3,
};

/** Name of the campaign where a county's plan gives none. */
export const defaultCampaignTitle: Text = { zh: '百日行动', en: 'Hundred-day campaign' };

/** 路线权重 a county begins with. */
const defaultRouteWeights: RouteWeights = {
  venueOverdue: 30,
  venueLate: 15,
  silent: 10,
  backward: 25,
  turnaroundOverdue: 20,
  neverVisited: 40,
  perMonth: 4,
  quotaDue: 10,
  perFinding: 5,
  serviceMin: 40,
  findingMin: 5,
};

const part = (layer: string, weight: number): RankingFormula['parts'][number] => ({
  ...{ layer, measure: 'share', classes: [], weight, most: null },
});

/** 计分办法 of the first release: shares and points by place, which left whole groups of villages with one score. */
const firstRanking: RankingFormula = {
  parts: [
    part('venue-schedule', 40),
    part('venue-acceptance', 20),
    part('organisation-turnaround', 20),
    part('inspection-findings', 20),
    { layer: 'venue-schedule', measure: 'deduction', classes: ['overdue'], weight: 0.5, most: 10 },
    { layer: 'organisation-turnaround', measure: 'deduction', classes: ['no-group'], weight: 1, most: 5 },
  ],
  external: { provinceCriticised: 5, cityCriticised: 3, provincePraised: 3, cityPraised: 2, lastInCity: 2 },
  target: 90,
  lastTowns: 1,
  lastVillages: 10,
};

const perUnit = (layer: string, classes: string[], weight: number, most: number): RankingFormula['parts'][number] => ({
  ...{ layer, measure: 'per-unit', classes, weight, most },
});

/** 计分办法 a county begins with: the shares of before; each day late, a missing plan as the latest, each finding open and each day since the last report counts, and no floor holds. */
export const defaultRanking: RankingFormula = {
  ...firstRanking,
  parts: [
    part('venue-schedule', 40),
    part('venue-acceptance', 20),
    part('organisation-turnaround', 20),
    part('inspection-findings', 20),
    perUnit('venue-schedule', ['late', 'unplanned', 'overdue', 'built-late', 'built-overdue'], 0.5, 30),
    perUnit('organisation-turnaround', ['overdue'], 0.5, 20),
    { layer: 'organisation-turnaround', measure: 'deduction', classes: ['no-group'], weight: 1, most: 5 },
    perUnit('inspection-findings', ['few', 'many'], 2, 10),
    perUnit('venue-reported', ['stale'], 0.1, 5),
  ],
  belowZero: true,
};

const days = (month: string, ...numbers: number[]) =>
  numbers.map((day) => `2026-${month}-${String(day).padStart(2, '0')}`);

/** 节假日 a county begins with: those of 2026 as published by the State Council (国务院办公厅关于2026年部分节假日安排的通知). */
export const defaultHolidays: Holidays = {
  off: [
    ...days('01', 1, 2, 3),
    ...days('02', 15, 16, 17, 18, 19, 20, 21, 22, 23),
    ...days('04', 4, 5, 6),
    ...days('05', 1, 2, 3, 4, 5),
    ...days('06', 19, 20, 21),
    ...days('09', 25, 26, 27),
    ...days('10', 1, 2, 3, 4, 5, 6, 7),
  ],
  worked: [...days('01', 4), ...days('02', 14, 28), ...days('05', 9), ...days('09', 20), ...days('10', 10)],
};

/** What places are judged, scored and visited by before the county sets its own: these kinds always have an edition in force. */
export type Defaults = Pick<EditionBodies, 'checklist' | 'thresholds' | 'routeWeights' | 'ranking'>;

/**
 * 默认版本 — the defaults as releases of the product changed them, the oldest first, each with what it changed. A release is never edited: a changed
 * default is a new entry at the end. Folders of before take it from the day they are first opened with it, new ones have it from their first day.
 */
export const defaultReleases: readonly Partial<Defaults>[] = [
  {
    checklist: defaultChecklist,
    thresholds: defaultThresholds,
    routeWeights: defaultRouteWeights,
    ranking: firstRanking,
  },
  { ranking: defaultRanking },
];
