/** Values at zooms, rising; between two of them a value grows by `base` to the power of the zoom (1: evenly), beyond the ends it stays. */
export interface Steps {
  base: number;
  at: [zoom: number, value: number][];
}

/** The value at a zoom. */
export function valueAt({ base, at }: Steps, zoom: number): number {
  const next = at.findIndex(([from]) => zoom < from);
  const [low, high] = [at[next - 1], at[next]];
  if (!low || !high) return (next === 0 ? at[0] : at.at(-1))?.[1] ?? 0;
  const [passed, whole] = [zoom - low[0], high[0] - low[0]];
  const share = base === 1 ? passed / whole : (base ** passed - 1) / (base ** whole - 1);
  return low[1] + (high[1] - low[1]) * share;
}
