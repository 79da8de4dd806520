import type { Field } from './field.ts';

/** The first instant a visit to a node may begin, arriving then; 1e300 when never. */
export function earliest(field: Field, k: number, arrive: number): number {
  if (field.several[k] !== 1) {
    if (arrive > (field.closes[k] as number)) return 1e300;
    return arrive > (field.opens[k] as number) ? arrive : (field.opens[k] as number);
  }
  for (let w = field.windowAt[k] as number; w < (field.windowAt[k + 1] as number); w++)
    if (arrive <= (field.windowUntil[w] as number)) return Math.max(arrive, field.windowFrom[w] as number);
  return 1e300;
}

/** The last instant a visit to a node may begin, not after a bound; −1e300 when never. */
export function latest(field: Field, k: number, bound: number): number {
  if (field.several[k] !== 1) {
    if (bound < (field.opens[k] as number)) return -1e300;
    return bound < (field.closes[k] as number) ? bound : (field.closes[k] as number);
  }
  for (let w = (field.windowAt[k + 1] as number) - 1; w >= (field.windowAt[k] as number); w--)
    if (bound >= (field.windowFrom[w] as number)) return Math.min(bound, field.windowUntil[w] as number);
  return -1e300;
}
