import { describe, expect, test } from 'vitest';
import { baseOf } from '../../server/save/base.ts';
import { isRealDay } from '../../server/save/rules.ts';
import { changedFields, meet } from '../../server/save/three-way/rules.ts';

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
  const dated = (start: string | null, built: string | null) => ({
    milestones: [
      { key: 'start', doneOn: start },
      { key: 'built', doneOn: built },
    ],
  });
  test.each([
    ['of different fields', { stage: 'b' }, { items: { hall: false } }, { stage: 'b', items: { hall: false } }],
    ['both the same', { stage: 'b' }, { stage: 'b' }, { stage: 'b' }],
    ['mine alone', { stage: 'b' }, {}, { stage: 'b' }],
    ['theirs alone', {}, { stage: 'b' }, { stage: 'b' }],
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
    ['of different milestones', dated('1', null), dated(null, '2'), dated('1', '2')],
  ])('%s are both kept', (_, mine, theirs, merged) => {
    const met = meet(known, { ...known, ...mine }, { ...known, ...theirs });
    expect([met.merged, met.conflicts]).toEqual([{ ...known, ...merged }, []]);
  });

  test.each<[string, object, object, string[]]>([
    ['what only the other changed is named', { stage: 'b' }, { items: { hall: false, phone: false } }, ['items.hall']],
    ['an item the other took back', {}, { items: { hall: true } }, ['items.phone']],
    ['one milestone of the other', dated('1', null), dated(null, '2'), ['milestones.built.doneOn']],
    ['what both made of it is nobody’s to take over', { stage: 'b' }, { stage: 'b' }, []],
    ['what both changed differently neither', { stage: 'b' }, { stage: 'c' }, []],
  ])('%s', (_, mine, theirs, taken) => {
    expect(meet(known, { ...known, ...mine }, { ...known, ...theirs }).taken).toEqual(taken);
  });

  test.each<[string, object, object, object, object]>([
    ['one field', known, { stage: 'b' }, { stage: 'c' }, { path: 'stage', known: 'a', mine: 'b', theirs: 'c' }],
    [
      'one date of a milestone',
      known,
      dated('1', null),
      dated('3', null),
      { path: 'milestones.start.doneOn', known: null, mine: '1', theirs: '3' },
    ],
    [
      'an item taken back by one',
      known,
      { items: { phone: false } },
      { items: { hall: false, phone: false } },
      { path: 'items.hall', known: true, mine: null, theirs: false },
    ],
    [
      'a part one of them took away altogether',
      { part: { on: '1', by: 'x' } },
      { part: { on: '2', by: 'x' } },
      { part: null },
      { path: 'part', known: { on: '1', by: 'x' }, mine: { on: '2', by: 'x' }, theirs: null },
    ],
  ])('of %s are in conflict, by its path, one’s own standing', (_, before, mine, theirs, conflict) => {
    const met = meet(before, { ...before, ...mine }, { ...before, ...theirs });
    expect(met).toMatchObject({ merged: mine, conflicts: [conflict] });
  });

  describe('of a list without keys', () => {
    const entry = (text: string, doneOn: string | null = null, dueOn = '9') => ({ text, doneOn, dueOn });
    const list = (...problems: ReturnType<typeof entry>[]) => ({ problems });
    test('meet entry by entry while its entries are the same ones', () => {
      const met = meet(
        list(entry('x'), entry('y')),
        list(entry('x', '1'), entry('y')),
        list(entry('x', null, '8'), entry('y', '2')),
      );
      expect(met).toEqual({
        merged: list(entry('x', '1', '8'), entry('y', '2')),
        conflicts: [],
        taken: ['problems'],
      });
    });
    test.each([
      ['one field of an entry', list(entry('x')), list(entry('x', '1')), list(entry('x', '2'))],
      ['entries taken out and renamed', list(entry('x'), entry('y')), list(entry('x')), list(entry('x'), entry('z'))],
      ['an entry renamed', list(entry('x')), list(entry('y')), list(entry('x', '1'))],
      ['an entry added by each', list(), list(entry('x')), list(entry('y'))],
      ['the list taken away by the other', list(entry('x')), list(entry('x', '1')), { problems: null }],
      ['the list taken away by oneself', list(entry('x')), { problems: null }, list(entry('x', '1'))],
      ['a list where none was', { problems: null }, list(entry('x')), list(entry('x', '1'))],
    ])('are in conflict as a whole: %s', (_, before, mine, theirs) => {
      const { merged, conflicts } = meet(before, mine, theirs);
      expect([merged, conflicts.map(({ path }) => path)]).toEqual([mine, ['problems']]);
    });
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
