import type { LonLat } from '../../geodata/area/area.ts';
import { estimatedTimes } from '../../geodata/road/estimated.ts';
import { buildHierarchy } from '../../geodata/road/hierarchy.ts';
import { buildNetwork, roadLines } from '../../geodata/road/network.ts';
import type { TravelTimes } from '../../geodata/road/travel-times.ts';
import { RoadWays } from '../../geodata/road/ways.ts';
import type { Store } from '../db/open.ts';
import { readSetting } from '../setting.ts';
import { groundParts } from './choices.ts';

const kept = new WeakMap<Store, { ground: string | null; times: Promise<TravelTimes> }>();

/** 全县通行 — travel times over the roads of the county's ground, made once for each ground; estimated, and said to be, where it gave none. `hash` names what they rest on. */
export async function countyRoads(store: Store): Promise<{ hash: string; times: TravelTimes }> {
  const ground = await readSetting(store, 'ground');
  const known = kept.get(store);
  if (known && known.ground === ground) return { hash: ground ?? '', times: await known.times };
  const times = madeFrom(store);
  kept.set(store, { ground, times });
  times.catch(() => kept.delete(store));
  return { hash: ground ?? '', times: await times };
}

async function madeFrom(store: Store): Promise<TravelTimes> {
  const roads = roadLines(((await groundParts(store))?.roads ?? []).flatMap(({ features }) => features));
  if (roads.length === 0) return estimatedTimes();
  const network = buildNetwork(roads);
  const ways = new RoadWays(network, buildHierarchy(network));
  return {
    source: 'roads',
    between: async (points: LonLat[]) => ways.between(points),
    path: async (from: LonLat, to: LonLat) => ways.path(from, to),
  };
}
