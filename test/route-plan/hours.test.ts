import { describe, expect, test } from 'vitest';
import { teamFaults, villageFaults } from '../../server/route-plan/plan-faults.ts';
import { hoursAndMinutes, minutesOf } from '../../server/route-plan/rules.ts';

describe('a length of time is hours and minutes of which none is sixty', () => {
  test.each([
    [0, '0:0'],
    [29, '0:0'],
    [30, '0:1'],
    [3569, '0:59'],
    [3570, '1:0'],
    [14_386, '4:0'],
    [14_369, '3:59'],
    [86_400, '24:0'],
  ])('%i s is %s', (seconds, said) => {
    const { h, m } = hoursAndMinutes(seconds);
    expect(`${h}:${m}`).toBe(said);
  });
  test('for every second up to a hundred thousand, and never by more than half a minute off', () => {
    const wrong: number[] = [];
    for (let seconds = 0; seconds <= 100_000; seconds++) {
      const { h, m } = hoursAndMinutes(seconds);
      if (!(m >= 0 && m <= 59) || Math.abs(h * 3600 + m * 60 - seconds) > 30) wrong.push(seconds);
    }
    expect(wrong).toEqual([]);
  });
});

describe('a time of day is read as people type it', () => {
  test.each([
    ['8:30', 510],
    ['08:30', 510],
    [' 8：05 ', 485],
    ['0:00', 0],
    ['23:59', 1439],
    ['24:00', 1440],
    ['24:01', null],
    ['8:60', null],
    ['8:5', null],
    ['8.30', null],
    ['830', null],
    ['', null],
  ])('“%s” is minute %s', (text, minute) => expect(minutesOf(text)).toBe(minute));
});

const spot = { name: '县委', lon: 108, lat: 34 };
const team = { id: 'a', name: '一组', start: spot, end: spot, fromMin: 510, untilMin: 1050, rest: null };
const village = { code: '1', serviceMin: 30, need: 'may', score: null, teams: null, dates: null } as const;

describe('hours that end before they begin are named', () => {
  test.each([
    [510, 1050, []],
    [510, 511, []],
    [510, 510, ['untilMin hours-order 08:30～08:30']],
    [1050, 510, ['untilMin hours-order 17:30～08:30']],
    [510, 1441, ['untilMin number-out 0–1440']],
  ])('a team from minute %i to %i', (fromMin, untilMin, faults) => {
    expect(said(teamFaults({ ...team, fromMin, untilMin }))).toEqual(faults);
  });
  test.each([
    [690, 810, []],
    [810, 690, ['rest hours-order 13:30～11:30']],
  ])('a rest between minute %i and %i', (fromMin, untilMin, faults) => {
    expect(said(teamFaults({ ...team, rest: { fromMin, untilMin, lengthMin: 60 } }))).toEqual(faults);
  });
  test.each<[windows: [number, number][], faults: string[]]>([
    [[[60, 1380]], []],
    [[[1380, 60]], ['villages.0.windows hours-order 23:00～01:00']],
    [[[-1, 60]], ['villages.0.windows number-out 0–1440']],
    [
      [
        [540, 600],
        [601, 660],
      ],
      [],
    ],
    [
      [
        [540, 600],
        [600, 660],
      ],
      ['villages.0.windows hours-overlap 10:00～11:00'],
    ],
    [
      [
        [840, 900],
        [540, 600],
      ],
      ['villages.0.windows hours-overlap 09:00～10:00'],
    ],
  ])('a village with the hours %j', (windows, faults) => {
    expect(said(villageFaults([{ ...village, windows }]))).toEqual(faults);
  });
});

const said = (faults: { field: string; code: string; value?: string | number }[]) =>
  faults.map(({ field, code, value }) => `${field} ${code} ${value}`);
