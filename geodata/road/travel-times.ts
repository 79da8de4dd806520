import type { LonLat } from '../area/area.ts';

/** 路网 — the county's roads; 路线服务 — a server on the intranet; 估算 — a straight line times a factor. */
type TravelTimesSource = 'roads' | 'service' | 'estimated';

/** Between every pair of points, in the order asked: `seconds[from * n + to]`; `Infinity` where there is no way. */
export interface TravelMatrix {
  seconds: Float64Array;
  /** Indices of points farther than 500 m from any road. */
  far: number[];
  source: TravelTimesSource;
  /** A route service was named and did not answer. */
  noService?: true;
}

/** 通行时间 — how long it takes from place to place, and along which line. */
export interface TravelTimes {
  between(points: LonLat[]): Promise<TravelMatrix>;
  /** The way from one point to another as WGS 84 positions; null where there is none. */
  path(from: LonLat, to: LonLat): Promise<LonLat[] | null>;
}
