import { expect, test } from 'vitest';
import type { Note } from '../../geodata/note.ts';
import { faultTexts } from '../../server/save/faults.message.ts';
import { withDaysSaid } from '../../server/words/day.message.ts';
import { say } from '../../server/words/say.ts';
import { sentenceOf } from '../../web/form/sentences.ts';

test.each<[string | number, string | number, string | number]>([
  ['2026-10-30', '2026年10月30日', '30 Oct 2026'],
  ['2026-03-05', '2026年3月5日', '5 Mar 2026'],
  ['予村 2026-11-02', '予村 2026年11月2日', '予村 2 Nov 2026'],
  ['2026-10-30 一组 东村', '2026年10月30日 一组 东村', '30 Oct 2026 一组 东村'],
  ['2026-13-01', '2026-13-01', '2026-13-01'],
  ['DC2026-10-30', 'DC2026-10-30', 'DC2026-10-30'],
  ['2026-10-30 台账.xlsx', '2026-10-30 台账.xlsx', '2026-10-30 台账.xlsx'],
  ['0–30', '0–30', '0–30'],
  [20261030, 20261030, 20261030],
])('%s in a sentence is said as people write it', (value, zh, en) => {
  expect([withDaysSaid({ value }, 'zh').value, withDaysSaid({ value }, 'en').value]).toEqual([zh, en]);
});

test('a form’s fault is said the same by the server and on the page', () => {
  const fault = { field: 'on', code: 'change-pending', value: '予村 2026-11-02' } as const;
  expect(sentenceOf(faultTexts, fault, 'zh')).toContain('（予村 2026年11月2日）');
  expect(sentenceOf(faultTexts, { ...fault, code: 'day-before', value: '2026-11-02' }, 'en')).toBe(
    'This cannot be before 2 Nov 2026.',
  );
});

test('an import says the days of its notes in words, and leaves the names of its files', () => {
  const note: Note = {
    code: 'ledger-in-future',
    severity: 'question',
    at: { file: '2026-10-30.csv', row: 2 },
    values: { day: '2026-11-02', today: '2026-10-30' },
  };
  expect(say(note, 'zh')).toBe('2026-10-30.csv 第 2 行的填报日期2026年11月2日晚于今天2026年10月30日。请核对日期。');
});
