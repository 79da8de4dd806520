import { describe, expect, test } from 'vitest';
import { isRealDay } from '../../server/save/rules.ts';
import { baseOf, changedFields, meet } from '../../server/save/three-way.ts';

describe('the hash of a record', () => {
  test('is 32 hex digits, the same whatever the order of the fields', () => {
    expect(baseOf({ a: 1, b: { c: 2, d: 3 } })).toMatch(/^[0-9a-f]{32}$/);
    expect(baseOf({ b: { d: 3, c: 2 }, a: 1 })).toBe(baseOf({ a: 1, b: { c: 2, d: 3 } }));
  });
  test('differs with any value and with the order of a list', () => {
    expect(baseOf({ a: [1, 2] })).not.toBe(baseOf({ a: [2, 1] }));
    expect(baseOf({ a: null })).not.toBe(baseOf({ a: 0 }));
  });
});

describe('two people’s changes', () => {
  const known = {
    stage: 'a',
    items: { hall: true, phone: false } as Record<string, boolean>,
    milestones: [
      { key: 'start', doneOn: null as string | null },
      { key: 'built', doneOn: null as string | null },
    ],
  };
  test.each([
    [
      'of different fields',
      { stage: 'b' },
      { items: { hall: false, phone: false } },
      { stage: 'b', items: { hall: false, phone: false } },
    ],
    [
      'of different items',
      { items: { hall: false, phone: false } },
      { items: { hall: true, phone: true } },
      { items: { hall: false, phone: true } },
    ],
    [
      'one item taken back',
      { items: { hall: true } },
      { items: { hall: false, phone: false } },
      { items: { hall: false } },
    ],
    ['both the same', { stage: 'b' }, { stage: 'b' }, { stage: 'b' }],
  ])('%s are both kept', (_, mine, theirs, merged) => {
    expect(meet(known, { ...known, ...mine }, { ...known, ...theirs })).toEqual({
      merged: { ...known, ...merged },
      conflicts: [],
    });
  });
  test('of different milestones are both kept', () => {
    const at = (start: string | null, built: string | null) => ({
      milestones: [
        { key: 'start', doneOn: start },
        { key: 'built', doneOn: built },
      ],
    });
    expect(meet(at(null, null), at('1', null), at(null, '2'))).toEqual({ merged: at('1', '2'), conflicts: [] });
    expect(meet(at(null, null), at('1', null), at('3', '2')).conflicts).toEqual(['milestones.start.doneOn']);
  });
  test('of one field are in conflict, by its path', () => {
    const mine = { ...known, stage: 'b', items: { hall: false, phone: false } };
    const theirs = { ...known, stage: 'c', items: { hall: true, phone: true } };
    expect(meet(known, mine, theirs).conflicts).toEqual(['stage']);
  });
  test('of a list whose entries are no longer the same ones are in conflict', () => {
    const list = (...texts: string[]) => ({ problems: texts.map((text) => ({ text, doneOn: null })) });
    expect(meet(list('x', 'y'), list('x'), list('x', 'z')).conflicts).toEqual(['problems']);
    expect(meet(list('x'), list('y'), { problems: [{ text: 'x', doneOn: '1' }] }).conflicts).toEqual(['problems']);
  });
});

test('what was changed is named by its path, an absent field being null', () => {
  const changed = changedFields({ a: { b: 1, c: 2 }, list: [1] }, { a: { b: 1, d: 3 }, list: [1, 2] });
  expect(Object.fromEntries(changed)).toEqual({ 'a.c': null, 'a.d': 3, list: [1, 2] });
});

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2028-02-29', true],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['', false],
])('the day %s exists: %s', (day, is) => {
  expect(isRealDay(day)).toBe(is);
});
