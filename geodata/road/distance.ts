import type { LonLat } from '../area/area.ts';

const radiusM = 6_371_008.8;
const rad = Math.PI / 180;

/** Great-circle distance of two WGS 84 points in metres; within 0.6 % of the ellipsoid. Source: haversine, mean Earth radius (IUGG). */
export function distanceM([lon1, lat1]: LonLat, [lon2, lat2]: LonLat): number {
  const a =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
  return 2 * radiusM * Math.asin(Math.min(1, Math.sqrt(a)));
}
