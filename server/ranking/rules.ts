import type { ExternalPoints, FormulaPart, RankingFormula } from '../campaign/formula/rules.ts';
import type { LocalDate } from '../rights/view.ts';

export const externalLevels = ['province', 'city'] as const;
export type ExternalLevel = (typeof externalLevels)[number];
/** 上级结果 — a rank given by a superior, or being criticised (通报批评) or commended (通报表扬) by one. */
export const externalKinds = ['rank', 'criticised', 'praised'] as const;
export type ExternalKind = (typeof externalKinds)[number];

/** 上级结果 as entered: for which place, what, by whom, when, and on which paper. `rank` of `of` places only where a rank was given. */
export interface ExternalValues {
  place: string;
  kind: ExternalKind;
  level: ExternalLevel;
  occurredOn: LocalDate;
  source: string;
  document: string | null;
  note: string | null;
  rank: number | null;
  of: number | null;
}

/** What a part counts at one place or town: how many places are in its classes (`per-unit`: the sum of their units), of how many places that count. */
export interface Measured {
  counted: number;
  of: number;
}

/** The points a part comes to, with two decimals; negative for a deduction; null where nothing counts there. */
interface PartScore extends Measured {
  points: number | null;
}

/** 得分 — out of 100, with two decimals, as the sum of its parts as shown; null where no share counts. */
export interface Score {
  parts: PartScore[];
  external: number;
  score: number | null;
}

/** Two decimals, halves away from zero, as a spreadsheet rounds. */
export function twoDecimals(value: number): number {
  const hundredths = Math.round(Number((Math.abs(value) * 100).toPrecision(12)));
  return hundredths === 0 ? 0 : (Math.sign(value) * hundredths) / 100;
}

/**
 * The score of one place. Shares weigh whatever their weights sum up to: 100 points are shared out among those that count there. A formula
 * without shares takes its deductions from 100.
 */
export function scoreOf(
  formula: Pick<RankingFormula, 'parts' | 'belowZero'>,
  measured: readonly (Measured | null)[],
  external: number,
): Score {
  const shares = formula.parts.filter(({ measure }) => measure === 'share');
  const weights = weightsThere(formula, measured);
  const parts = formula.parts.map((part, at): PartScore => {
    const found = measured[at] ?? null;
    if (found === null || found.of === 0) return { counted: 0, of: 0, points: null };
    if (part.measure !== 'share')
      return {
        ...found,
        points: -deducted(part, part.measure === 'per-unit' ? found.counted / found.of : found.counted) || 0,
      };
    const points = weights === 0 ? 0 : (100 * part.weight * found.counted) / found.of / weights;
    return { ...found, points: twoDecimals(points) };
  });
  const counts = parts.some(({ points }, at) => points !== null && formula.parts[at]?.measure === 'share');
  if (shares.length > 0 && !counts) return { parts, external, score: null };
  const base = shares.length === 0 ? 100 : 0;
  const sum = parts.reduce((all, { points }) => all + (points ?? 0), base + external);
  return { parts, external, score: Math.max(formula.belowZero ? Number.NEGATIVE_INFINITY : 0, twoDecimals(sum)) };
}

/** What the weights of the shares that count at a place sum up to. */
export function weightsThere({ parts }: Pick<RankingFormula, 'parts'>, measured: readonly (Measured | null)[]): number {
  return parts.reduce(
    (sum, { measure, weight }, at) => sum + (measure === 'share' && (measured[at]?.of ?? 0) > 0 ? weight : 0),
    0,
  );
}

const deducted = ({ weight, most }: FormulaPart, times: number): number =>
  twoDecimals(Math.min(weight * times, most ?? Number.POSITIVE_INFINITY));

/** Whether a result of superiors counts in the score: from the campaign's first day on; always where there is no campaign. */
export const isCounted = ({ occurredOn }: { occurredOn: string }, campaign: { firstOn: string } | null): boolean =>
  campaign === null || occurredOn >= campaign.firstOn;

/** Points of one result of a superior, negative for those taken off. */
export function externalPoints(
  { kind, level, rank, of }: Pick<ExternalValues, 'kind' | 'level' | 'rank' | 'of'>,
  points: ExternalPoints,
): number {
  switch (kind) {
    case 'rank':
      return rank !== null && rank === of && level === 'city' ? -points.lastInCity || 0 : 0;
    case 'criticised':
      return -(level === 'province' ? points.provinceCriticised : points.cityCriticised) || 0;
    case 'praised':
      return level === 'province' ? points.provincePraised : points.cityPraised;
  }
}

/** Ranks from 1 in the order of worths, best first; equal ones share a rank and the next is passed over. A null ranks after all others. */
export function ranksOf(shares: readonly (number | null)[], better: 'more' | 'less'): number[] {
  const worth = shares.map((share) => (share === null ? Number.NEGATIVE_INFINITY : better === 'more' ? share : -share));
  const sorted = worth.toSorted((a, b) => b - a);
  const firstAt = (own: number) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 0) > own + 1e-9) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return worth.map((own) => 1 + firstAt(own));
}

/**
 * 后N位 — where the last N begin. `within`: the places that are among the last N with all that share their rank. Where those of one rank do not fit,
 * nobody of them is among the last N: they are `tied` places of rank `tiedRank` at the cut. Nobody of the first rank is last, nor who has no score.
 */
export interface Cut {
  most: number;
  within: number;
  /** The ranks of those within, null where there are none. */
  fromRank: number | null;
  toRank: number | null;
  tied: number;
  tiedRank: number | null;
}

/** Where the last N begin among places with these scores. */
export function cutOf(scores: readonly (number | null)[], most: number): Cut {
  const scored = scores.filter((score) => score !== null);
  const ranks = ranksOf(scored, 'more').sort((a, b) => b - a);
  const cut: Cut = { most, within: 0, fromRank: null, toRank: null, tied: 0, tiedRank: null };
  for (let at = 0; at < ranks.length && cut.within < most; ) {
    const rank = ranks[at] ?? 1;
    const same = ranks.filter((other) => other === rank).length;
    if (rank === 1) break;
    if (cut.within + same > most) return { ...cut, tied: same, tiedRank: rank };
    cut.within += same;
    cut.fromRank = rank;
    cut.toRank ??= rank;
    at += same;
  }
  return cut;
}

/** How a place of a rank stands to the last N: among them, tied at the cut, or neither. */
export function lastOf({ fromRank, tiedRank }: Cut, rank: number): 'within' | 'tied' | null {
  if (fromRank !== null && rank >= fromRank) return 'within';
  return rank === tiedRank ? 'tied' : null;
}
