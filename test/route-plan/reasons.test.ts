import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costOf, type LeftOut, type WeighedShift, weighLeftOut } from '../../server/route-plan/reason/rules.ts';
import type { PlanVillage, Team } from '../../server/route-plan/rules.ts';
import { type TimedRoute, type TimedVillage, timeRoute } from '../../server/route-plan/timing/rules.ts';

const on = '2026-10-30';
const spot = { name: '', lon: 0, lat: 0 };
const teamOf = (id: string, more: Partial<Team> = {}): Team => ({
  ...{ id, name: id, start: spot, end: spot, fromMin: 480, untilMin: 600, rest: null },
  ...more,
});
const villageOf = (code: string, more: Partial<PlanVillage> = {}): PlanVillage => ({
  ...{ code, need: 'may', score: null, serviceMin: 20, windows: [], teams: null, dates: null },
  ...more,
});
const travel = (from: number, to: number) => Math.abs(from - to) * 60;

/** A team on a line of places a minute apart, its office at 0; villages are named by their place. */
function shiftOf(team: Team, villages: PlanVillage[], more: Partial<WeighedShift['route']> = {}): WeighedShift {
  const stops = villages.map(timed);
  const route = { team: team.id, on, stops: stops.map(({ code }) => code), fixed: 0, whole: false, ...more };
  return { team, ends: { start: 0, end: 0 }, route, stops };
}
const timed = ({ code, serviceMin, windows }: PlanVillage): TimedVillage => ({
  code,
  place: Number(code),
  serviceMin,
  windows,
});
const leftOf = (village: PlanVillage, score = 10): LeftOut => ({ village, timed: timed(village), score });
const weigh = (left: LeftOut, shifts: WeighedShift[], more: Partial<Parameters<typeof weighLeftOut>[1]> = {}) =>
  weighLeftOut(left, { shifts, scoreOf: (code) => Number(code), mayLeave: () => true, travel, ...more });

describe('why a village is left out', () => {
  const full = shiftOf(teamOf('a'), [villageOf('10'), villageOf('20'), villageOf('15')]);
  test.each([
    ['it is set to never', leftOf(villageOf('5', { need: 'never' })), [full], { is: 'never' }],
    ['no team may', leftOf(villageOf('5', { teams: ['b'] })), [full], { is: 'not-allowed' }],
    [
      'its route is locked',
      leftOf(villageOf('5')),
      [{ ...full, route: { ...full.route, whole: true } }],
      { is: 'fixed' },
    ],
    // 8:00 + 40 min of driving + 60 of visits is 9:40; with 5 between, 20 more: back at 10:00 to the minute.
    ['nothing: it fits to the minute', leftOf(villageOf('5')), [full], { is: 'fits', shift: 0, at: 0, addsSec: 0 }],
    [
      'the day is a minute too short',
      leftOf(villageOf('5', { serviceMin: 21 })),
      [full],
      { is: 'day-short', bySec: 60 },
    ],
    [
      'it closes before anybody comes',
      leftOf(villageOf('5', { windows: [[420, 484]] })),
      [full],
      { is: 'window-closed', bySec: 60, code: '5' },
    ],
  ])('because %s', (_, left, shifts, reason) => {
    expect(weigh(left, shifts as WeighedShift[]).reason).toMatchObject(reason);
  });
  test('because with it another is reached after it closes, which is named', () => {
    const shift = shiftOf(teamOf('a'), [villageOf('10', { windows: [[480, 490]] })]);
    const early = leftOf(villageOf('5', { serviceMin: 5, windows: [[480, 486]] }));
    expect(weigh(early, [shift]).reason).toMatchObject({ is: 'window-closed', at: 0, code: '10', bySec: 300 });
    expect(weigh(leftOf(villageOf('5')), [shift]).reason).toMatchObject({ is: 'fits', at: 1 });
  });
  test('because no road leads there is its own answer, also where only the route has none', () => {
    const cut = (from: number, to: number) => (from === 5 || to === 5 ? Number.POSITIVE_INFINITY : travel(from, to));
    expect(weigh(leftOf(villageOf('5')), [full], { travel: cut }).reason).toEqual({ is: 'unreachable' });
    // The way that counts is from the stop before it, and on to the one behind it.
    const done = shiftOf(teamOf('a'), [villageOf('20')], { fixed: 1 });
    const oneWay = (a: number, b: number) => (from: number, to: number) =>
      from === a && to === b ? Number.POSITIVE_INFINITY : travel(from, to);
    expect(weigh(leftOf(villageOf('5')), [done], { travel: oneWay(20, 5) }).reason).toEqual({ is: 'unreachable' });
    expect(weigh(leftOf(villageOf('5')), [done], { travel: oneWay(5, 0) }).reason).toEqual({ is: 'unreachable' });
    // A leg of the route itself that has no road is not held against the village.
    const broken = (from: number, to: number) =>
      from === 10 && to === 20 ? Number.POSITIVE_INFINITY : travel(from, to);
    const locked = { ...full, route: { ...full.route, fixed: 3 } };
    expect(weigh(leftOf(villageOf('5', { serviceMin: 90 })), [locked], { travel: broken }).reason.is).toBe('day-short');
  });
  test('a must is never offered in exchange', () => {
    const tight = leftOf(villageOf('5', { serviceMin: 21 }), 50);
    expect(weigh(tight, [full]).swap?.out).toEqual(['10']);
    expect(weigh(tight, [full], { mayLeave: (code) => code !== '10' }).swap?.out).toEqual(['15']);
    expect(weigh(tight, [full], { mayLeave: () => false }).swap).toBeNull();
  });
});

test('what a village costs is what its route would not drive without it; unknown where a leg has no road', () => {
  const shift = shiftOf(teamOf('a'), [villageOf('10'), villageOf('30'), villageOf('20')]);
  expect([0, 1, 2].map((at) => costOf(shift, at, travel))).toEqual([0, 20 * 60, 0]);
  expect(costOf(shift, 1, (from, to) => (from === 30 ? Number.POSITIVE_INFINITY : travel(from, to)))).toBeNull();
});

/** Any county of one to three teams with routes driven as they come. */
const counties = fc.record({
  at: fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })), {
    minLength: 14,
    maxLength: 14,
  }),
  service: fc.array(fc.integer({ min: 5, max: 40 }), { minLength: 14, maxLength: 14 }),
  score: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 14, maxLength: 14 }),
  open: fc.array(
    fc.option(fc.tuple(fc.integer({ min: 480, max: 600 }), fc.integer({ min: 0, max: 90 })), { freq: 3 }),
    { minLength: 14, maxLength: 14 },
  ),
  until: fc.integer({ min: 560, max: 760 }),
  rest: fc.boolean(),
  fixed: fc.integer({ min: 0, max: 1 }),
});

describe('every number told is true', () => {
  test('of any plan: timed again, the reason holds and no place is better; no cheaper exchange of one or two is feasible', () => {
    fc.assert(
      fc.property(counties, ({ at, service, score, open, until, rest, fixed }) => {
        const way = (a: number, b: number) => {
          const [[x1, y1], [x2, y2]] = [at[a] as [number, number], at[b] as [number, number]];
          return Math.round(Math.hypot(x1 - x2, y1 - y2) * 60);
        };
        const villages = at.slice(2).map((_, index) => {
          const [from, long] = open[index + 2] ?? [];
          const windows: [number, number][] = from === undefined ? [] : [[from, from + (long ?? 0)]];
          return villageOf(String(index + 2), { serviceMin: service[index + 2] ?? 5, windows });
        });
        const team = teamOf('a', {
          untilMin: until,
          rest: rest ? { fromMin: 540, untilMin: 600, lengthMin: 30 } : null,
        });
        const shifts = [villages.slice(0, 4), villages.slice(4, 7)].map((own, number) => ({
          ...shiftOf({ ...team, id: `${number}` }, own, { fixed }),
          ends: { start: 0, end: 1 },
        }));
        const scoreOf = (code: string) => score[Number(code)] ?? 0;
        const timeOf = (shift: WeighedShift, stops: TimedVillage[]) => timeRoute(shift.team, shift.ends, stops, way);
        for (const village of villages.slice(7)) {
          const left = leftOf(village, scoreOf(village.code));
          const { reason, swap } = weighLeftOut(left, { shifts, scoreOf, mayLeave: () => true, travel: way });
          const more = (shift: WeighedShift, place: number) =>
            timeOf(shift, shift.stops.toSpliced(place, 0, left.timed)).lateSec - timeOf(shift, shift.stops).lateSec;
          const trials = shifts.flatMap((shift) =>
            shift.stops
              .concat(left.timed)
              .flatMap((__, place) => (place < fixed ? [] : [Math.max(0, more(shift, place))])),
          );
          if (!('shift' in reason)) throw new Error(reason.is);
          const own = shifts[reason.shift] as WeighedShift;
          expect(Math.max(0, more(own, reason.at))).toBe(Math.min(...trials));
          const now = timeOf(own, own.stops);
          const then = timeOf(own, own.stops.toSpliced(reason.at, 0, left.timed));
          const back = (route: TimedRoute) => Math.max(0, route.back - own.team.untilMin * 60);
          if (reason.is === 'day-short') expect(reason.bySec).toBe(back(then) - back(now));
          if (reason.is === 'window-closed') {
            const stop = then.stops.find(({ code }) => code === reason.code);
            const closes = villages[Number(reason.code) - 2]?.windows.at(-1)?.[1] ?? 0;
            expect(reason.bySec).toBe((stop?.arrive ?? 0) - closes * 60);
          }
          if (reason.is === 'fits') {
            expect(swap).toBeNull();
            continue;
          }
          let least = Number.POSITIVE_INFINITY;
          for (const shift of shifts)
            for (const count of [1, 2])
              for (let from = fixed; from + count <= shift.stops.length; from++) {
                const kept = shift.stops.toSpliced(from, count);
                const fits = kept
                  .concat(left.timed)
                  .some(
                    (__, place) =>
                      place >= fixed &&
                      timeOf(shift, kept.toSpliced(place, 0, left.timed)).lateSec <= timeOf(shift, shift.stops).lateSec,
                  );
                const lost = shift.stops.slice(from, from + count).reduce((sum, { code }) => sum + scoreOf(code), 0);
                if (fits) least = Math.min(least, lost);
              }
          expect(swap?.lost ?? Number.POSITIVE_INFINITY).toBe(least);
          if (!swap) continue;
          const shift = shifts[swap.shift] as WeighedShift;
          const kept = shift.stops.filter(({ code }) => !swap.out.includes(code)).toSpliced(swap.at, 0, left.timed);
          expect(timeOf(shift, kept).lateSec).toBeLessThanOrEqual(timeOf(shift, shift.stops).lateSec);
          expect(timeOf(shift, kept).driveSec - timeOf(shift, shift.stops).driveSec).toBe(swap.addsSec);
        }
      }),
      { numRuns: 60 },
    );
  });
});
