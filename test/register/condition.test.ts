import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Condition, condition, nodesOf } from '../../server/register/condition.ts';
import { all, any, not } from '../../server/register/define.ts';
import { fieldValue, holds, monthsAfter, type RecordValues } from '../../server/register/rules.ts';
import { everyKind } from './pieces.ts';

const on = '2026-10-30';
const { limits } = everyKind;
const met = (one: Condition, values: RecordValues, day = on) => holds(one, everyKind, values, { on: day, limits });

describe('a condition', () => {
  test.each<[string, Condition, RecordValues, boolean | null]>([
    ['a day reached today', { is: 'reached', field: 'plannedOn' }, { plannedOn: on }, true],
    ['a day not reached until tomorrow', { is: 'reached', field: 'plannedOn' }, { plannedOn: '2026-10-31' }, false],
    ['a day past today', { is: 'past', field: 'plannedOn', days: 0 }, { plannedOn: on }, false],
    ['a day past yesterday', { is: 'past', field: 'plannedOn', days: 0 }, { plannedOn: '2026-10-29' }, true],
    [
      'past by a limit, to the day',
      { is: 'past', field: 'plannedOn', days: { limit: 'days' } },
      { plannedOn: '2026-10-20' },
      false,
    ],
    ['past by more', { is: 'past', field: 'plannedOn', days: { limit: 'days' } }, { plannedOn: '2026-10-19' }, true],
    ['within, today', { is: 'within', field: 'plannedOn', days: 0 }, { plannedOn: on }, true],
    ['within, on the last day', { is: 'within', field: 'plannedOn', days: 10 }, { plannedOn: '2026-11-09' }, true],
    ['within, the day after', { is: 'within', field: 'plannedOn', days: 10 }, { plannedOn: '2026-11-10' }, false],
    ['within, of a day past', { is: 'within', field: 'plannedOn', days: 10 }, { plannedOn: '2026-10-29' }, false],
    ['beyond, on the last day', { is: 'beyond', field: 'plannedOn', days: 10 }, { plannedOn: '2026-11-09' }, false],
    ['beyond, the day after', { is: 'beyond', field: 'plannedOn', days: 10 }, { plannedOn: '2026-11-10' }, true],
    ['at least a limit', { is: 'least', field: 'years', than: { limit: 'least' } }, { years: 3 }, true],
    ['less than a limit', { is: 'least', field: 'years', than: { limit: 'least' } }, { years: 2 }, false],
    ['at most', { is: 'most', field: 'spent', than: 100 }, { spent: 101 }, false],
    ['all items there', { is: 'complete', field: 'six' }, { six: { place: true, flag: true } }, true],
    ['an item lacking', { is: 'complete', field: 'six' }, { six: { place: false } }, false],
    ['an item left blank', { is: 'complete', field: 'six' }, { six: { place: true } }, null],
    ['an item nobody declared', { is: 'complete', field: 'six' }, { six: { place: true, constructor: true } }, null],
    ['a day that is none', { is: 'reached', field: 'plannedOn' }, { plannedOn: '2026-02-30' }, null],
    ['a limit there is not', { is: 'most', field: 'years', than: { limit: 'constructor' } }, { years: 2 }, null],
    ['a field there is not', { is: 'set', field: 'constructor' }, {}, false],
    ['blanks alone', { is: 'empty', field: 'note' }, { note: '  ' }, true],
    ['a flag that says no', { is: 'no', field: 'shared' }, { shared: false }, true],
    ['a flag left blank', not({ is: 'yes', field: 'shared' }), {}, null],
    ['one of two options', { is: 'among', field: 'grade', options: ['good', 'fair'] }, { grade: 'fair' }, true],
    ['a worked-out day', { is: 'reached', field: 'warnOn' }, { begunOn: '2024-04-30', years: 3 }, true],
    ['the day before it', { is: 'reached', field: 'warnOn' }, { begunOn: '2024-05-01', years: 3 }, false],
    ['a day that cannot be worked out', { is: 'reached', field: 'warnOn' }, { begunOn: '2024-04-30' }, null],
  ])('%s', (_, one, values, is) => expect(met(one, values)).toBe(is));

  test('of several is known as soon as it can be, and unknown only where it hangs on what is unknown', () => {
    const [yes, no, unknown]: Condition[] = [
      { is: 'empty', field: 'note' },
      { is: 'set', field: 'note' },
      { is: 'yes', field: 'shared' },
    ] as Condition[];
    if (!yes || !no || !unknown) throw new Error('three are made');
    expect(
      [all(yes, unknown), all(no, unknown), any(yes, unknown), any(no, unknown)].map((one) => met(one, {})),
    ).toEqual([null, false, true, null]);
  });
});

test.each([
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', 48, '2028-02-29'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-12-31', 2, '2027-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2021-01-01', 60, '2026-01-01'],
])('%s and %i months is %s', (from, months, to) => expect(monthsAfter(from, months)).toBe(to));

const dayOf = fc.integer({ min: -400, max: 400 }).map((days) => {
  const at = new Date(Date.UTC(2026, 9, 30));
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
});
const blank = <Value>(one: fc.Arbitrary<Value>) => fc.option(one, { nil: null, freq: 3 });
const records: fc.Arbitrary<RecordValues> = fc.record({
  note: blank(fc.constantFrom('', ' ', '甲')),
  begunOn: blank(fc.oneof(dayOf, fc.constantFrom('2026-02-30', 'x'))),
  plannedOn: blank(dayOf),
  years: blank(fc.integer({ min: 1, max: 10 })),
  grade: blank(fc.constantFrom('good', 'fair', 'poor')),
  shared: blank(fc.boolean()),
  spent: blank(fc.integer({ min: 0, max: 300 })),
  six: blank(fc.dictionary(fc.constantFrom('place', 'flag', 'other'), fc.boolean())),
});
const days = fc.constantFrom('begunOn', 'plannedOn', 'endsOn', 'warnOn');
const amounts = fc.oneof(fc.integer({ min: 0, max: 200 }), fc.constantFrom({ limit: 'days' }, { limit: 'least' }));
const conditions = fc.letrec<{ one: Condition }>((tie) => ({
  one: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ is: fc.constantFrom('set', 'empty'), field: fc.constantFrom(...Object.keys(everyKind.fields)) }),
    fc.record({ is: fc.constantFrom('yes', 'no'), field: fc.constant('shared') }),
    fc.record({ is: fc.constant('complete' as const), field: fc.constant('six') }),
    fc.record({ is: fc.constant('reached' as const), field: days }),
    fc.record({
      is: fc.constant('among' as const),
      field: fc.constant('grade'),
      options: fc.uniqueArray(fc.constantFrom('good', 'fair', 'poor'), { minLength: 1 }),
    }),
    fc.record({ is: fc.constantFrom('least', 'most'), field: fc.constantFrom('years', 'spent'), than: amounts }),
    fc.record({ is: fc.constantFrom('past', 'within', 'beyond'), field: days, days: amounts }),
    fc.record({ is: fc.constantFrom('before', 'after'), field: days, other: days }),
    fc.record({ is: fc.constantFrom('all', 'any'), of: fc.array(tie('one'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ is: fc.constant('not' as const), of: tie('one') }),
  ) as fc.Arbitrary<Condition>,
})).one;

/** The same by the book and slowly: 1 true, 0 false, ½ unknown; days are counted one by one. */
function slowly(one: Condition, values: RecordValues): number {
  if (one.is === 'all') return Math.min(...one.of.map((inner) => slowly(inner, values)));
  if (one.is === 'any') return Math.max(...one.of.map((inner) => slowly(inner, values)));
  if (one.is === 'not') return 1 - slowly(one.of, values);
  const worked = (id: string): unknown => {
    const plain = (key: string) => values[key] ?? null;
    if (id !== 'endsOn' && id !== 'warnOn') return plain(id);
    const [begun, years] = [plain('begunOn'), plain('years')];
    if (typeof begun !== 'string' || !realDay(begun) || typeof years !== 'number') return null;
    const ends = sameDay(begun, years * 12);
    return id === 'endsOn' ? ends : sameDay(ends, -6);
  };
  const value = worked(one.field);
  const blankly = value === null || (typeof value === 'string' && value.trim() === '');
  if (one.is === 'set') return blankly ? 0 : 1;
  if (one.is === 'empty') return blankly ? 1 : 0;
  if (blankly) return 0.5;
  const amount = (given: number | { limit: string }) =>
    typeof given === 'number' ? given : (limits[given.limit] ?? Number.NaN);
  switch (one.is) {
    case 'yes':
      return value === true ? 1 : 0;
    case 'no':
      return value === false ? 1 : 0;
    case 'complete': {
      const { place, flag } = value as Record<string, boolean | undefined>;
      if (place === false || flag === false) return 0;
      return place === true && flag === true ? 1 : 0.5;
    }
    case 'among':
      return one.options.some((id) => id === value) ? 1 : 0;
    case 'least':
      return (value as number) < amount(one.than) ? 0 : 1;
    case 'most':
      return (value as number) > amount(one.than) ? 0 : 1;
    default:
  }
  if (!realDay(value as string)) return 0.5;
  if (one.is === 'before' || one.is === 'after') {
    const other = worked(one.other);
    if (typeof other !== 'string' || !realDay(other)) return 0.5;
    const apart = daysTo(value as string, other);
    return (one.is === 'before' ? apart > 0 : apart < 0) ? 1 : 0;
  }
  const ahead = daysTo(on, value as string);
  if (one.is === 'reached') return ahead > 0 ? 0 : 1;
  const span = amount((one as { days: number | { limit: string } }).days);
  if (one.is === 'past') return ahead + span < 0 ? 1 : 0;
  if (one.is === 'within') return ahead < 0 || ahead > span ? 0 : 1;
  return ahead > span ? 1 : 0;
}

const monthLengths = (year: number) => [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
function realDay(day: string): boolean {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  return (
    year !== undefined && Number(date) >= 1 && Number(date) <= (monthLengths(Number(year))[Number(month) - 1] ?? 0)
  );
}
function sameDay(from: string, months: number): string {
  let [year = 0, month = 0, date = 0] = from.split('-').map(Number);
  for (let left = Math.abs(months); left > 0; left--) {
    month += Math.sign(months);
    if (month === 13) [year, month] = [year + 1, 1];
    if (month === 0) [year, month] = [year - 1, 12];
  }
  date = Math.min(date, monthLengths(year)[month - 1] ?? 0);
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-');
}
/** Days since the year 1600 began, a year and a month at a time: the years here lie in one century of leap years. */
function daysTo(from: string, to: string): number {
  const number = (day: string) => {
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
    let days = date;
    for (let at = 2000; at < year; at++) days += at % 4 === 0 ? 366 : 365;
    for (let at = 1; at < month; at++) days += monthLengths(year)[at - 1] ?? 0;
    return days;
  };
  return number(to) - number(from);
}

test('2,000 conditions are judged as a slow reference judges them, and alike after JSON', () => {
  fc.assert(
    fc.property(conditions, records, (one, values) => {
      fc.pre(nodesOf(one).length <= 200);
      const expected = { 1: true, 0: false, 0.5: null }[String(slowly(one, values))];
      expect(met(one, values)).toBe(expected);
      const again = condition.parse(JSON.parse(JSON.stringify(one)));
      expect(met(again, JSON.parse(JSON.stringify(values)) as RecordValues)).toBe(expected);
    }),
    { numRuns: 2000, seed: 1 },
  );
});

test('a value is no property that every object has', () => {
  expect(fieldValue(everyKind, {}, 'constructor', limits)).toBeNull();
  expect(fieldValue(everyKind, {}, 'toString', limits)).toBeNull();
});
