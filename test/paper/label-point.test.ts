import { describe, expect, test } from 'vitest';
import { labelPoint } from '../../geodata/area/label-point.ts';
import { labelOf } from '../../server/paper/part/county-map.ts';

type Ring = [number, number][];
const square = (from: number, to: number): Ring => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
];
/** Path data as the plain map has it: a move, then relative steps. */
const path = (rings: Ring[]) =>
  rings
    .map((ring) => {
      const steps = ring.map(([x, y], at) => {
        const [fromX, fromY] = ring[at - 1] ?? [0, 0];
        return `${x - fromX} ${y - fromY}`;
      });
      return `M${steps.join('l')}z`;
    })
    .join('');
const within = (from: number, to: number, x: number, y: number) => x > from && x < to && y > from && y < to;

describe('a name stands on its own village, not in a hole around its middle', () => {
  test.each<[string, Ring[]]>([
    ['the border first', [square(0, 100), square(30, 70)]],
    ['the hole first', [square(30, 70), square(0, 100)]],
    ['a second part apart', [square(0, 100), square(30, 70), square(120, 130)]],
  ])('on paper, %s', (_, rings) => {
    const { x, y, radius } = labelOf({ fid: 1, d: path(rings) });
    expect(within(0, 100, x, y)).toBe(true);
    expect(within(30, 70, x, y)).toBe(false);
    expect(radius).toBeLessThanOrEqual(30);
    expect(radius).toBeGreaterThan(10);
  });

  test('in the boundaries as built', () => {
    const degrees = (ring: Ring) => ring.map(([x, y]) => [110 + x / 1000, 30 + y / 1000]);
    const polygon = [degrees(square(0, 100)), degrees(square(30, 70))];
    const [lon, lat] = labelPoint({ type: 'MultiPolygon', coordinates: [polygon] });
    const [x, y] = [(lon - 110) * 1000, (lat - 30) * 1000];
    expect(within(0, 100, x, y)).toBe(true);
    expect(within(30, 70, x, y)).toBe(false);
  });
});
