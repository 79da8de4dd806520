import { Worker } from 'node:worker_threads';
import type { LonLat } from '../../../geodata/area/area.ts';
import { estimatedTimes } from '../../../geodata/road/estimated.ts';
import type { TravelTimes } from '../../../geodata/road/travel-times.ts';
import { RoadWays } from '../../../geodata/road/ways.ts';
import type { Store } from '../../db/open.ts';
import { readSetting } from '../../db/setting.ts';
import { type ReadyRoads, readRoads } from './road-file.ts';
import { fallingBack, serviceOf } from './service.ts';

/** Travel times as the county has them; `hash` names what they rest on. */
export interface CountyRoads {
  hash: string;
  times: TravelTimes;
}

const kept = new WeakMap<Store, { ground: string | null; roads: Promise<CountyRoads> }>();

/**
 * 全县通行 — travel times of a route service where one is named at start, else over the roads of the county's ground, made ready once for each ground; estimated,
 * and said to be, where it gave none.
 */
export async function countyRoads(store: Store): Promise<CountyRoads> {
  const ground = await readSetting(store, 'ground');
  const known = kept.get(store);
  if (known && known.ground === ground) return known.roads;
  const roads = madeFrom(store, ground);
  kept.set(store, { ground, roads });
  roads.catch(() => kept.delete(store));
  return roads;
}

async function madeFrom(store: Store, ground: string | null): Promise<CountyRoads> {
  const ready =
    ground === null ? null : (readRoads(store.dataDir, ground) ?? (await madeBeside(store.dataDir, ground)));
  const own = ready ? overRoads(ready) : estimatedTimes();
  const service = serviceOf(store);
  return service
    ? { hash: `${ground ?? ''} ${service.address}`, times: fallingBack(service, own) }
    : { hash: ground ?? '', times: own };
}

function madeBeside(dataDir: string, ground: string): Promise<ReadyRoads | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./road-worker.ts', import.meta.url), { workerData: { dataDir, ground } });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`roads were not made ready: exit ${code}`)));
  });
}

function overRoads({ network, hierarchy }: ReadyRoads): TravelTimes {
  const ways = new RoadWays(network, hierarchy);
  return {
    between: async (points: LonLat[]) => ({ ...ways.between(points), source: 'roads' }),
    path: async (from: LonLat, to: LonLat) => ways.path(from, to),
  };
}
