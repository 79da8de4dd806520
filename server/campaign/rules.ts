import { daysAfter, daysBetween, type Holidays } from '../calendar/rules.ts';
import type { Layer, Thresholds } from '../layer/layer.ts';
import type { LocalDate } from '../rights/view.ts';
import { type Fault, isRealDay, textFaults } from '../save/rules.ts';
import type { ChecklistItem } from '../venue/rules.ts';
import type { Text } from '../words/text.ts';
import { type BulletinTemplate, bulletinFaults } from './bulletin/rules.ts';
import { type RankingFormula, rankingFaults } from './formula/rules.ts';

/** 百日行动 — the campaign: its name, first day, length in days, and the nodes on the way. */
export interface Campaign {
  title: Text;
  firstOn: LocalDate;
  days: number;
  nodes: CampaignNode[];
}

/** 时间节点 — a key date. `measure`: what meeting it means; null: nothing measures it; left out: as its title says. */
export interface CampaignNode {
  title: Text;
  on: LocalDate;
  measure?: NodeMeasure | null | undefined;
}

/** 节点口径 — a place in one of these classes of the layer has met the key date. */
export interface NodeMeasure {
  layer: string;
  classes: string[];
}

/** What is wrong with the measures of key dates: no such layer or class, no class, or not reported as met; `layers` are those of the editions in force. */
export function unknownMeasures(nodes: readonly CampaignNode[], layers: readonly Layer[]): Fault[] {
  return nodes.flatMap(({ measure }, at): Fault[] => {
    if (!measure) return [];
    const field = `body.nodes.${at}.measure`;
    const layer = layers.find(({ id }) => id === measure.layer);
    const found = measure.classes.map((id) => layer?.classes.find((one) => one.id === id));
    if (!layer || found.includes(undefined)) return [{ field, code: 'layer-unknown' }];
    if (found.length === 0) return [{ field, code: 'missing' }];
    return found.some((one) => one?.lamp === 'silent') ? [{ field, code: 'silent-counted' }] : [];
  });
}

/** 倒计时 — where a day stands: before the campaign, within it, on its last day, or after it. */
export interface Countdown {
  state: 'ahead' | 'running' | 'last' | 'over';
  /** Which of the campaign's days it is; 0 before it begins, its last after it ended. */
  day: number;
  /** Days left after this one, until the first day where it lies ahead, or since the last where it is over: each 0 where it does not apply. */
  daysLeft: number;
  daysTo: number;
  daysSince: number;
}

/** Where a day stands in a campaign; never negative. */
export function countdown({ firstOn, days }: Pick<Campaign, 'firstOn' | 'days'>, on: LocalDate): Countdown {
  const number = daysBetween(firstOn, on) + 1;
  const state = number < 1 ? 'ahead' : number < days ? 'running' : number === days ? 'last' : 'over';
  return {
    state,
    day: Math.min(Math.max(0, number), days),
    daysLeft: Math.min(days, Math.max(0, days - number)),
    daysTo: Math.max(0, 1 - number),
    daysSince: Math.max(0, number - days),
  };
}

/** 路线权重 — the points each status of a village adds to what a visit is worth (`perMonth`: each 30 days without one; `perFinding`: each still open), and the minutes a visit takes, with more for each finding. */
export interface RouteWeights {
  venueOverdue: number;
  venueLate: number;
  silent: number;
  backward: number;
  turnaroundOverdue: number;
  neverVisited: number;
  perMonth: number;
  quotaDue: number;
  perFinding: number;
  serviceMin: number;
  findingMin: number;
}

/** What each kind of edition holds. */
export interface EditionBodies {
  checklist: ChecklistItem[];
  thresholds: Thresholds;
  campaign: Campaign;
  routeWeights: RouteWeights;
  ranking: RankingFormula;
  /** 节假日 — counts from its first day to that of the next. */
  holidays: Holidays;
  /** 通报模板 */
  bulletin: BulletinTemplate;
}
export type EditionKind = keyof EditionBodies;

/** What is wrong with an edition; fields are paths within its body. Items of a checklist go by their key, unless it is the key that is wrong. */
export function editionFaults<Kind extends EditionKind>(kind: Kind, body: EditionBodies[Kind]): Fault[] {
  switch (kind) {
    case 'checklist':
      return checklistFaults(body as ChecklistItem[]);
    case 'thresholds':
      return thresholdFaults(body as Thresholds);
    case 'routeWeights':
      return numberFaults(body as RouteWeights, mostWeights);
    case 'ranking':
      return rankingFaults(body as RankingFormula);
    case 'holidays':
      return holidayFaults(body as Holidays);
    case 'bulletin':
      return bulletinFaults(body as BulletinTemplate);
    default:
      return campaignFaults(body as Campaign);
  }
}

/** What is wrong with an edition as it is sent: with its first day, or its body. */
export function editionSaveFaults<Kind extends EditionKind>(
  kind: Kind,
  { fromOn, body }: { fromOn: LocalDate; body: EditionBodies[Kind] },
): Fault[] {
  return [
    ...(isRealDay(fromOn) ? [] : [{ field: 'fromOn', code: 'day-not-real' } as const]),
    ...editionFaults(kind, body),
  ];
}

function checklistFaults(items: ChecklistItem[]): Fault[] {
  if (items.length === 0) return [{ field: 'body', code: 'missing' }];
  return items.flatMap(({ key, title }, at): Fault[] => {
    const ahead = items.slice(0, at);
    return [
      // Every venue answers to a name all objects have, so none of those is a key.
      ...(/^[a-z0-9-]{1,60}$/i.test(key) && !(key in {})
        ? []
        : [{ field: `body.${at}.key`, code: 'code-malformed' } as const]),
      ...(ahead.some((one) => one.key === key) ? [{ field: `body.${at}.key`, code: 'key-twice' } as const] : []),
      ...(ahead.some((one) => one.title.zh.trim() === title.zh.trim())
        ? [{ field: `body.${key}.title.zh`, code: 'key-twice' } as const]
        : []),
      ...textFaults(`body.${key}.title.zh`, title.zh, 60, true),
    ];
  });
}

const most: Record<keyof Thresholds, [least: number, most: number]> = {
  venueLateDays: [0, 365],
  visitFreshDays: [0, 365],
  visitDueDays: [0, 365],
  visitWindowDays: [1, 365],
  linkageVisitsPerMonth: [1, 31],
  linkageNearDays: [0, 31],
  reportStaleDays: [1, 365],
  taskNearDays: [0, 365],
};

const points: [number, number] = [0, 1000];
const mostWeights: Record<keyof RouteWeights, [least: number, most: number]> = {
  ...{ venueOverdue: points, venueLate: points, silent: points, backward: points, turnaroundOverdue: points },
  ...{ neverVisited: points, perMonth: points, quotaDue: points, perFinding: points },
  serviceMin: [1, 480],
  findingMin: [0, 60],
};

/** Whole numbers within their limits. */
function numberFaults<Key extends string>(
  numbers: Record<Key, number>,
  limits: Record<Key, [least: number, most: number]>,
): Fault[] {
  return (Object.keys(limits) as Key[]).flatMap((key): Fault[] => {
    const [low, high] = limits[key];
    const number = numbers[key];
    return Number.isInteger(number) && number >= low && number <= high
      ? []
      : [{ field: `body.${key}`, code: 'number-out', value: `${low}–${high}` }];
  });
}

function thresholdFaults(thresholds: Thresholds): Fault[] {
  const faults = numberFaults<keyof Thresholds>({ ...thresholds }, most);
  const { visitFreshDays, visitDueDays, visitWindowDays } = thresholds;
  if (visitDueDays < visitFreshDays)
    faults.push({ field: 'body.visitDueDays', code: 'limits-order', value: visitFreshDays });
  if (visitWindowDays < visitDueDays)
    faults.push({ field: 'body.visitWindowDays', code: 'limits-order', value: visitDueDays });
  return faults;
}

function campaignFaults({ title, firstOn, days, nodes }: Campaign): Fault[] {
  const faults = textFaults('body.title.zh', title.zh, 60, true);
  if (!isRealDay(firstOn)) return [...faults, { field: 'body.firstOn', code: 'day-not-real' }];
  if (!Number.isInteger(days) || days < 1 || days > 1000)
    return [...faults, { field: 'body.days', code: 'number-out', value: '1–1000' }];
  const lastOn = daysAfter(firstOn, days - 1);
  return [
    ...faults,
    ...nodes.flatMap((node, at): Fault[] => {
      const field = `body.nodes.${at}`;
      const named = textFaults(`${field}.title.zh`, node.title.zh, 60, true);
      if (!isRealDay(node.on)) return [...named, { field: `${field}.on`, code: 'day-not-real' }];
      const outside = node.on < firstOn || node.on > lastOn;
      return outside ? [...named, { field: `${field}.on`, code: 'outside-campaign', value: lastOn }] : named;
    }),
  ];
}

/** Days that exist, each once, and none both off and worked. */
function holidayFaults({ off, worked }: Holidays): Fault[] {
  const faults = (list: 'off' | 'worked', days: string[], other: string[]) =>
    days.flatMap((day, at): Fault[] => {
      const field = `body.${list}.${at}`;
      if (!isRealDay(day)) return [{ field, code: 'day-not-real' }];
      return days.indexOf(day) < at || other.includes(day) ? [{ field, code: 'key-twice' }] : [];
    });
  return [...faults('off', off, []), ...faults('worked', worked, off)];
}
