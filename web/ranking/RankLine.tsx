import { fill } from '../ui/format.ts';

interface RankLineProps {
  name: string;
  ranks: (number | null)[];
  /** How many are ranked: the lower edge. */
  of: number;
  text: string;
}

const size = { width: 120, height: 26, edge: 3 };

/** 走势 — a town's rank over the days, the first rank on top; days without a rank leave a gap. */
export function RankLine({ name, ranks, of, text }: RankLineProps) {
  const known = ranks.filter((rank) => rank !== null);
  const [from, to] = [known[0], known.at(-1)];
  if (from === undefined || to === undefined) return null;
  const x = (at: number) => size.edge + (at / Math.max(1, ranks.length - 1)) * (size.width - 2 * size.edge);
  const y = (rank: number) => size.edge + ((rank - 1) / Math.max(1, of - 1)) * (size.height - 2 * size.edge);
  let path = '';
  for (const [at, rank] of ranks.entries()) {
    if (rank === null) continue;
    const before = at > 0 ? (ranks[at - 1] ?? null) : null;
    const point = `${x(at).toFixed(1)} ${y(rank).toFixed(1)}`;
    path += before === null ? `M${point}` : `H${x(at).toFixed(1)}V${y(rank).toFixed(1)}`;
  }
  const label = fill(text, { name, from, to });
  return (
    <svg className="rank-line" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
      <title>{label}</title>
      <path d={path} />
      <circle cx={x(ranks.length - 1)} cy={y(to)} r={2.5} />
    </svg>
  );
}
