import { daysBetween } from '../calendar/rules.ts';
import type { RouteWeights } from '../campaign/rules.ts';
import { lastVisit, openFindings, visitsWithin } from '../inspection/rules.ts';
import type { PlaceFacts, Standard } from '../layer/layer.ts';
import { turnaroundOf } from '../organisation/rules.ts';
import { scheduleOf } from '../venue/rules.ts';
import type { Text } from '../words/text.ts';
import { partTexts } from './score.message.ts';

/** 得分构成 — one part of what a visit to a village is worth. */
export interface ScorePart {
  part: Exclude<keyof RouteWeights, 'serviceMin' | 'findingMin'>;
  points: number;
  said: Text;
}

/** 到村价值 — what a visit to a village is worth by the weights in force, its parts (none of zero points), and how long it takes. */
export interface VillageScore {
  score: number;
  parts: ScorePart[];
  serviceMin: number;
}

/** Months without a visit count up to a year, open findings up to five: one village cannot outweigh a whole day. */
const most = { months: 12, findings: 5 };

/** The score of one village on the standard's day. */
export function scoreOf(
  place: PlaceFacts,
  { on, thresholds }: Pick<Standard, 'on' | 'thresholds'>,
  weights: RouteWeights,
): VillageScore {
  const parts: ScorePart[] = [];
  const give = (part: ScorePart['part'], count: number, value = count) => {
    const points = Math.round(weights[part] * count);
    if (points > 0) parts.push({ part, points, said: partTexts[part](value) });
  };
  const schedule = scheduleOf(place.venue, on, thresholds.venueLateDays);
  give('venueOverdue', schedule === 'overdue' || schedule === 'built-overdue' ? 1 : 0);
  give('venueLate', schedule === 'late' || schedule === 'built-late' ? 1 : 0);
  give('silent', schedule === 'silent' ? 1 : 0);
  const turnaround = turnaroundOf(place.organisation, on);
  give('backward', turnaround === 'on-schedule' || turnaround === 'overdue' || turnaround === 'no-group' ? 1 : 0);
  give('turnaroundOverdue', turnaround === 'overdue' || turnaround === 'no-group' ? 1 : 0);
  const last = lastVisit(place.visits, on);
  if (last === null) give('neverVisited', 1);
  else {
    const days = daysBetween(last.occurredOn, on);
    give('perMonth', Math.min(most.months, days / 30), days);
  }
  give('quotaDue', visitsWithin(place.visits, on, thresholds.visitWindowDays).length === 0 ? 1 : 0);
  const open = openFindings(place.visits, place.id, on).length;
  give('perFinding', Math.min(most.findings, open), open);
  return {
    score: parts.reduce((sum, { points }) => sum + points, 0),
    parts: parts.sort((a, b) => b.points - a.points),
    serviceMin: weights.serviceMin + weights.findingMin * Math.min(most.findings, open),
  };
}
