import { expect, test } from 'vitest';
import { fill as filledOnServer } from '../../server/words/fill.ts';
import { sentence } from '../../server/words/phrase.message.ts';
import { fill, formatDue } from '../../web/ui/format.ts';

const pattern = '{n} {n|day|days} behind';

test.each([
  [0, '0 days behind'],
  [1, '1 day behind'],
  [2, '2 days behind'],
  [11, '11 days behind'],
  [21, '21 days behind'],
])('%d is counted in English on screens, papers and in sentences alike: %s', (n, said) => {
  expect(fill(pattern, { n })).toBe(said);
  expect(filledOnServer(pattern, { n })).toBe(said);
  expect(sentence('', pattern, { n }).en).toBe(said);
});

test.each([
  ['2026-03-06', '1 day left'],
  ['2026-03-04', '1 day overdue'],
  ['2026-03-03', '2 days overdue'],
])('a limit of %s is %s on 2026-03-05', (due, said) => expect(formatDue(due, '2026-03-05', 'en')).toBe(said));
