import { createHash } from 'node:crypto';
import type { LonLat } from '../../../geodata/area/area.ts';
import type { Store } from '../../db/open.ts';
import type { TravelSource } from '../rules.ts';
import { countyRoads } from './county-roads.ts';

/** Travel between points as it was found, in whole seconds; `seconds[from * n + to]`, `Infinity` where there is no way. */
export interface Travelled {
  source: TravelSource;
  /** Of the matrix itself: two plans with the same hash rest on the same times. */
  hash: string;
  seconds: Float64Array;
  far: number[];
  /** A route service was named and did not answer: these are the county's own. */
  noService?: true;
}

const mostKept = 8;
const kept = new WeakMap<Store, Map<string, Promise<Travelled>>>();

/** 通行时间 — between every pair of points, by the county's roads, else estimated; found once for the same points and roads. */
export async function travelBetween(store: Store, points: LonLat[]): Promise<Travelled> {
  const roads = await countyRoads(store);
  const key = createHash('sha256')
    .update(`${roads.hash}\n${JSON.stringify(points)}`)
    .digest('hex');
  const own = kept.get(store) ?? new Map<string, Promise<Travelled>>();
  kept.set(store, own);
  const known = own.get(key);
  if (known) return known;
  const finding = roads.times.between(points).then(({ seconds, ...found }) => inWholeSeconds(seconds, found));
  own.set(key, finding);
  // What stands in for a service that does not answer is not kept: the next question asks it again.
  finding.then(({ noService }) => noService && own.delete(key)).catch(() => own.delete(key));
  if (own.size > mostKept) own.delete(own.keys().next().value ?? '');
  return finding;
}

/** Whole seconds add up to the same for the search, the page (which gets them as Float32) and the sheet: no stop is late by rounding alone. */
function inWholeSeconds(exact: Float64Array, found: Omit<Travelled, 'seconds' | 'hash'>): Travelled {
  const seconds = exact.map(Math.round);
  return { ...found, seconds, hash: createHash('sha256').update(seconds).digest('hex').slice(0, 32) };
}
