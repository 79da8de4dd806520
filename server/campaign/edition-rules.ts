import { daysAfter, type Holidays } from '../calendar/rules.ts';
import { type Fault, isRealDay, textFaults } from '../form/rules.ts';
import type { Thresholds } from '../layer/layer.ts';
import { type BulletinTemplate, bulletinFaults } from '../paper/bulletin/rules.ts';
import { rankingFaults } from '../ranking/formula-faults.ts';
import type { RankingFormula } from '../ranking/rules.ts';
import type { ChecklistItem } from '../venue/rules.ts';
import type { Campaign, EditionBodies, EditionKind, RouteWeights } from './rules.ts';

/** What is wrong with an edition; fields are paths within its body. */
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

function checklistFaults(items: ChecklistItem[]): Fault[] {
  if (items.length === 0) return [{ field: 'body', code: 'missing' }];
  return items.flatMap(({ key, title }, at): Fault[] => {
    const ahead = items.slice(0, at);
    return [
      ...(/^[a-z0-9-]{1,60}$/i.test(key) ? [] : [{ field: `body.${at}.key`, code: 'code-malformed' } as const]),
      ...(ahead.some((one) => one.key === key) ? [{ field: `body.${at}.key`, code: 'key-twice' } as const] : []),
      ...(ahead.some((one) => one.title.zh.trim() === title.zh.trim())
        ? [{ field: `body.${at}.title.zh`, code: 'key-twice' } as const]
        : []),
      ...textFaults(`body.${at}.title.zh`, title.zh, 60, true),
    ];
  });
}

const most: Record<keyof Thresholds, [least: number, most: number]> = {
  venueLateDays: [0, 365],
  visitFreshDays: [0, 365],
  visitDueDays: [0, 365],
  visitWindowDays: [1, 365],
  linkageVisitsPerMonth: [1, 31],
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
