import type { LonLat } from '../area/area.ts';

/** A line from one part of its length to another; backwards where the first is the later. */
export function partOf(points: LonLat[], begin: number, end: number): LonLat[] {
  if (begin > end) return partOf(points, end, begin).reverse();
  const scale = Math.cos(((points[0]?.[1] ?? 0) * Math.PI) / 180);
  const lengths = points
    .slice(1)
    .map(([lon, lat], at) => Math.hypot((lon - (points[at] as LonLat)[0]) * scale, lat - (points[at] as LonLat)[1]));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const [low, high] = [begin * whole, end * whole];
  const cut: LonLat[] = [];
  let passed = 0;
  for (const [at, length] of lengths.entries()) {
    const [a, b] = [points[at] as LonLat, points[at + 1] as LonLat];
    const point = (where: number): LonLat => {
      const part = length === 0 ? 0 : (where - passed) / length;
      return [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])];
    };
    if (low >= passed && low <= passed + length && cut.length === 0) cut.push(point(low));
    if (cut.length > 0 && high > passed + length) cut.push(b);
    else if (cut.length > 0) return [...cut, point(high)];
    passed += length;
  }
  return cut;
}
