import type { SummaryAnswer } from '../../server/list/answer.ts';
import type { RankingAnswer, ScoreRow } from '../../server/ranking/answer.ts';

type RankingRow = RankingAnswer['rows'][number];
type KpiAnswer = SummaryAnswer['kpis'][number];

/** How a figure moved: for the good, for the bad, or not at all. */
type Movement = 'better' | 'worse' | 'same';

/** 前三、后三 — the mark of a row among all; towns without a share bear none, nor does anybody where all are level, and with few towns the first come before the last. */
export function rankMark(
  { rank, share }: Pick<RankingRow, 'rank' | 'share'>,
  rows: Pick<RankingRow, 'rank' | 'share'>[],
): 'first' | 'last' | '' {
  const ranked = rows.filter((row) => row.share !== null);
  if (share === null || ranked.every((row) => row.rank === rank)) return '';
  const count = rows.length;
  if (rank <= 3) return 'first';
  return rank > count - 3 ? 'last' : '';
}

/** 名次色标 of a score: first three, or among the last N; nobody bears one where all `of` places are of one rank. */
export function scoreMark(
  { rank, score, last }: Pick<ScoreRow, 'rank' | 'score' | 'last'>,
  rows: readonly Pick<ScoreRow, 'rank'>[],
  of: number,
): 'first' | 'last' | '' {
  const level = rows.length === of && rows.every((row) => row.rank === rank);
  if (score === null || level) return '';
  if (rank <= 3) return 'first';
  return last === 'within' ? 'last' : '';
}

/** Ranks climbed since the day compared with (negative: fallen); null where either day has none. */
export function ranksClimbed({ rank, rankBefore, share }: RankingRow): number | null {
  return rankBefore === null || share === null ? null : rankBefore - rank;
}

/** The change of a main figure against 7 days before, and whether it is for the good; null where there was no figure. */
export function kpiChange({ value, before, better }: Pick<KpiAnswer, 'value' | 'before' | 'better'>) {
  if (before === null) return null;
  const by = value - before;
  const movement: Movement = by === 0 ? 'same' : by > 0 === (better === 'more') ? 'better' : 'worse';
  return { by, movement };
}
