/** An arrow on a line: where, and the angle in degrees against east, counter-clockwise. */
export interface Arrow {
  at: [number, number];
  angle: number;
}

/** One arrow in the middle of a line, showing the way it is driven; none on a line without length. */
export function arrowsOf(line: [number, number][]): Arrow[] {
  const lengths = line
    .slice(1)
    .map(([lon, lat], at) => Math.hypot(lon - (line[at]?.[0] ?? 0), lat - (line[at]?.[1] ?? 0)));
  const half = lengths.reduce((sum, length) => sum + length, 0) / 2;
  let passed = 0;
  for (const [at, length] of lengths.entries()) {
    const [a, b] = [line[at], line[at + 1]];
    if (a && b && length > 0 && passed + length >= half) {
      const part = (half - passed) / length;
      const east = (b[0] - a[0]) * Math.cos((a[1] * Math.PI) / 180);
      const angle = (Math.atan2(b[1] - a[1], east) * 180) / Math.PI;
      return [{ at: [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])], angle }];
    }
    passed += length;
  }
  return [];
}
