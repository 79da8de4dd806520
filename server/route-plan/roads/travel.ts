import { createHash } from 'node:crypto';
import type { LonLat } from '../../../geodata/area/area.ts';
import type { Store } from '../../db/open.ts';
import type { TravelSource } from '../rules.ts';
import { countyRoads } from './county-roads.ts';

/** Travel between points as it was found; `seconds[from * n + to]`, `Infinity` where there is no way. */
export interface Travelled {
  source: TravelSource;
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
  const hash = createHash('sha256')
    .update(`${roads.hash}\n${JSON.stringify(points)}`)
    .digest('hex')
    .slice(0, 32);
  const own = kept.get(store) ?? new Map<string, Promise<Travelled>>();
  kept.set(store, own);
  const known = own.get(hash);
  if (known) return known;
  const finding = roads.times.between(points).then((found) => ({ ...found, hash }));
  own.set(hash, finding);
  // What stands in for a service that does not answer is not kept: the next question asks it again.
  finding.then(({ noService }) => noService && own.delete(hash)).catch(() => own.delete(hash));
  if (own.size > mostKept) own.delete(own.keys().next().value ?? '');
  return finding;
}
