import { expect, test } from 'vitest';
import { doneDayFaults, type Fault, textFaults } from '../../server/save/rules.ts';
import { foundNow } from '../../web/form/found-now.ts';

interface Values {
  name: string | null;
  on: string | null;
  closedOn: string | null;
}
const today = '2026-10-30';
const check = ({ name, on, closedOn }: Values): Fault[] => [
  ...textFaults('name', name, 5, true),
  ...doneDayFaults('on', on, today),
  ...doneDayFaults('closedOn', closedOn, today, on),
];
const known: Values = { name: '甲', on: '2026-10-01', closedOn: null };

test.each<[string, Partial<Values>, string[]]>([
  ['nothing typed', {}, []],
  ['a day after today', { on: '2026-10-31' }, ['on day-to-come']],
  ['today', { on: today }, []],
  ['a day that is none', { on: '2026-02-30' }, ['on day-not-real']],
  ['too long a name', { name: '甲乙丙丁戊己' }, ['name too-long']],
  ['a name taken away', { name: null }, ['name missing']],
  ['a day before the one it follows', { closedOn: '2026-09-30' }, ['closedOn day-before']],
])('%s', (_, typed, expected) => {
  expect(foundNow(check, known, { ...known, ...typed }).map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
});

test('what was wrong before is not held against who types elsewhere, and what is empty is left to be filled in', () => {
  const empty: Values = { name: null, on: '2027-01-01', closedOn: null };
  expect(foundNow(check, empty, { ...empty, closedOn: '2026-10-30' })).toEqual([
    { field: 'closedOn', code: 'day-before', value: '2027-01-01' },
  ]);
});
