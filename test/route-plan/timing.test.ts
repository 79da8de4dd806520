import { describe, expect, test } from 'vitest';
import type { Team } from '../../server/route-plan/rules.ts';
import { type TimedVillage, timeRoute } from '../../server/route-plan/timing/rules.ts';

const spot = { name: '', lon: 0, lat: 0 };
const team = (more: Partial<Team> = {}): Team => ({
  ...{ id: 'a', name: 'a', start: spot, end: spot, fromMin: 510, untilMin: 1050, rest: null },
  ...more,
});
const rest = { fromMin: 690, untilMin: 810, lengthMin: 60 };
const stop = (place: number, serviceMin = 30, windows: TimedVillage['windows'] = []): TimedVillage => ({
  ...{ code: `${place}`, place, serviceMin, windows },
});
/** Places on a line a minute apart; the day begins at 0 and ends at 100. */
const travel = (from: number, to: number) => Math.abs(from - to) * 60;
const round = { start: 0, end: 0 };
const at = (seconds: number) => seconds / 60;

describe('a route is timed', () => {
  test('from one office to another', () => {
    const timed = timeRoute(team(), { start: 0, end: 100 }, [stop(40)], travel);
    expect([at(timed.leave), at(timed.stops[0]?.arrive ?? 0), at(timed.back)]).toEqual([510, 550, 640]);
  });
  test('leaving later rather than waiting at the first door, and waiting at the others', () => {
    const timed = timeRoute(team(), round, [stop(10, 30, [[600, 660]]), stop(20, 10, [[700, 720]])], travel);
    expect([at(timed.leave), at(timed.stops[0]?.arrive ?? 0), at(timed.waitSec)]).toEqual([590, 600, 60]);
  });
  test('with the rest where it costs least', () => {
    const timed = timeRoute(team({ rest }), round, [stop(10, 200), stop(20, 70)], travel);
    expect(timed.rest).toMatchObject({ after: 1, begin: 720 * 60, end: 780 * 60 });
    expect(timed.violations).toEqual([]);
  });
  test('without a rest on the way when the team is back before it must begin', () => {
    const timed = timeRoute(team({ rest }), round, [stop(10, 30)], travel);
    expect([timed.rest, at(timed.back), timed.waitSec]).toEqual([null, 560, 0]);
    const atLast = timeRoute(team({ rest }), round, [stop(10, 280)], travel);
    expect([atLast.rest, at(atLast.back)]).toEqual([null, 810]);
    const over = timeRoute(team({ rest }), round, [stop(10, 281)], travel);
    expect(over.rest?.after).toBe(1);
  });
  test('without a rest whose time is over before the day begins', () => {
    const afternoon = timeRoute(team({ fromMin: 840, rest }), round, [stop(10, 30)], travel);
    expect([afternoon.rest, afternoon.violations]).toEqual([null, []]);
  });
  test('and tells what does not hold, by how much and where, repairing nothing', () => {
    const late = timeRoute(team({ untilMin: 560 }), round, [stop(10, 31)], travel);
    expect(late.violations).toEqual([{ is: 'back-late', at: -1, bySec: 60 }]);
    const closed = timeRoute(team(), round, [stop(10), stop(20, 5, [[500, 559]])], travel);
    expect(closed.violations).toEqual([{ is: 'window-closed', at: 1, bySec: 60 }]);
    const resting = timeRoute(
      team({ rest: { fromMin: 520, untilMin: 530, lengthMin: 5 } }),
      round,
      [stop(25, 30)],
      travel,
    );
    expect(resting.rest?.after).toBe(0);
  });
  test.each([
    [
      'to the first',
      [stop(7)],
      [
        { is: 'no-road', at: 0 },
        { is: 'no-road', at: -1 },
      ],
    ],
    [
      'on from there',
      [stop(1), stop(7), stop(2)],
      [
        { is: 'no-road', at: 1 },
        { is: 'no-road', at: 2 },
      ],
    ],
  ])('with “no road” as its own answer, never as long driving: %s', (_, stops, violations) => {
    const cut = (from: number, to: number) => (from === 7 || to === 7 ? Number.POSITIVE_INFINITY : travel(from, to));
    const timed = timeRoute(team(), round, stops, cut);
    expect(timed.violations).toEqual(violations);
    expect(Number.isFinite(timed.back) && timed.driveSec < 3600).toBe(true);
  });
});

describe('a team that is late', () => {
  const stops = [stop(10, 30), stop(20, 30), stop(30, 30)];
  test('is timed from when it left its last stop; what was before stays', () => {
    const timed = timeRoute(team(), round, stops, travel, { after: 1, untilSec: 700 * 60 });
    expect(timed.stops.map(({ arrive }) => at(arrive))).toEqual([520, 710, 750]);
    expect(at(timed.back)).toBe(810);
  });
  test('sets out late when nothing is done yet', () => {
    const timed = timeRoute(team(), round, stops, travel, { after: 0, untilSec: 600 * 60 });
    expect([at(timed.leave), at(timed.stops[0]?.arrive ?? 0), timed.waitSec]).toEqual([600, 610, 0]);
  });
  test('is never earlier than its plan', () => {
    const timed = timeRoute(team(), round, stops, travel, { after: 1, untilSec: 100 });
    expect(timed.stops).toEqual(timeRoute(team(), round, stops, travel).stops);
  });
  test('has had its rest when that was over by then, and takes it after otherwise', () => {
    const over = timeRoute(team({ rest }), round, stops, travel, { after: 1, untilSec: 811 * 60 });
    expect([over.rest, at(over.back)]).toEqual([null, 921]);
    const still = timeRoute(team({ rest }), round, stops, travel, { after: 1, untilSec: 800 * 60 });
    expect(still.rest).toMatchObject({ after: 1, begin: 800 * 60 });
  });
});
