import { distanceM } from './distance.ts';
import type { TravelTimes } from './travel-times.ts';

/** How much longer roads are than the straight line, and the speed over them, in a hill county. */
const defaultEstimate = { factor: 1.6, kmPerHour: 30 };

/** 直线估算 — the last resort: the straight line times a factor of the county. Every pair can be reached, which no road promises. */
export function estimatedTimes({ factor, kmPerHour } = defaultEstimate): TravelTimes {
  const metresPerSecond = kmPerHour / 3.6;
  return {
    between: async (points) => {
      const n = points.length;
      const seconds = new Float64Array(n * n);
      for (const [i, from] of points.entries())
        for (const [j, to] of points.entries()) seconds[i * n + j] = (distanceM(from, to) * factor) / metresPerSecond;
      return { seconds, far: [], source: 'estimated' };
    },
    path: async (from, to) => [from, to],
  };
}
