/** Points with at most two decimals; an em dash for null. */
export function formatPoints(points: number | null): string {
  return points === null ? '—' : String(Math.round(points * 100) / 100).replace('-', '−');
}

/** A score with two decimals, so that scores stand under one another. */
export function formatScore(score: number | null): string {
  return score === null ? '—' : (Math.round(score * 100) / 100).toFixed(2).replace('-', '−');
}

/** Points added or taken off, with their sign and two decimals. */
export const formatSigned = (points: number): string => (points > 0 ? `+${formatScore(points)}` : formatScore(points));
