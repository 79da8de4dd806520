import { describe, expect, test } from 'vitest';
import { daysBetween } from '../../server/calendar/rules.ts';
import { shareText } from '../../server/words/share/rules.ts';
import { dossierEn } from '../../web/message/dossier/dossier.en.ts';
import { dossierZh } from '../../web/message/dossier/dossier.zh.ts';
import {
  fill,
  formatArea,
  formatDay,
  formatDayNear,
  formatDue,
  formatMoney,
  formatValue,
} from '../../web/ui/format.ts';

describe('how days, shares and money are written', () => {
  test('a day in full', () => {
    expect(formatDay('2026-03-05', 'zh')).toBe('2026年3月5日');
    expect(formatDay('2026-03-05', 'en')).toBe('5 Mar 2026');
  });
  test('a day of this year goes without its year', () => {
    expect(formatDayNear('2026-12-31', '2026-03-05', 'zh')).toBe('12月31日');
    expect(formatDayNear('2025-12-31', '2026-03-05', 'zh')).toBe('2025年12月31日');
  });
  test.each([
    ['2026-03-17', '剩余12天', '12 days left'],
    ['2026-03-06', '剩余1天', '1 day left'],
    ['2026-03-05', '今日到期', 'due today'],
    ['2026-03-02', '超期3天', '3 days overdue'],
  ])('a limit of %s seen on 5 March', (dueOn, zh, en) => {
    expect(formatDue(dueOn, '2026-03-05', 'zh')).toBe(zh);
    expect(formatDue(dueOn, '2026-03-05', 'en')).toBe(en);
  });
  test('days between two days count over a month and a leap day', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
  });
  test('per cent has one decimal, and nothing is a dash', () => {
    expect([shareText(0.8333), shareText(1), shareText(0), shareText(null)]).toEqual(['83.3%', '100.0%', '0.0%', '—']);
  });
  test.each([
    [2000 / 2000, '100.0%'],
    [1999 / 2000, '99.9%'],
    [9989 / 10_000, '99.9%'],
    [9994 / 10_000, '99.9%'],
    [1 / 3000, '0.1%'],
    [1 / 690_000, '0.1%'],
    [689_999 / 690_000, '99.9%'],
    [0, '0.0%'],
    [86 / 148, '58.1%'],
    [10_001 / 10_000, '100.1%'],
    [10_006 / 10_000, '100.1%'],
  ])('only a whole is 100.0 %, only none is 0.0 %%: %d is %s', (share, said) => expect(shareText(share)).toBe(said));
  test.each([
    [199 / 200, '99%'],
    [1 / 400, '1%'],
    [1, '100%'],
    [0.456, '46%'],
  ])('the same without decimals: %d is %s', (share, said) => expect(shareText(share, 0)).toBe(said));
  test('money comes in fen and is read in ten thousands of yuan', () => {
    expect(formatMoney(12_500_000, 'zh')).toBe('12.50万元');
    expect(formatMoney(12_500_000, 'en')).toBe('¥125,000.00');
    expect(formatMoney(0, 'zh')).toBe('0.00万元');
  });
  test('areas and values carry their unit', () => {
    expect([formatArea(0.04, 'zh'), formatArea(3.456, 'zh'), formatArea(1234.56, 'en')]).toEqual([
      '0.04平方公里',
      '3.5平方公里',
      '1,234.6 km²',
    ]);
    expect([formatValue(12, '天', 'zh'), formatValue(12, 'days', 'en'), formatValue(1.25, null, 'zh')]).toEqual([
      '12天',
      '12 days',
      '1.3',
    ]);
    expect([1, 2].map((n) => formatValue(n, 'days late', 'en'))).toEqual(['1 day late', '2 days late']);
    expect([formatValue(12.5, '万元', 'zh'), formatValue(12.5, '¥10,000', 'en')]).toEqual(['12.50万元', '¥125,000.00']);
  });
  test('a placeholder without a value stays to be seen', () => expect(fill('{a}-{b}', { a: 1 })).toBe('1-{b}'));
});

const sentences = (words: object): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[key, value] as [string, string]]
      : sentences(value).map(([inner, text]) => [`${key}.${inner}`, text] as [string, string]),
  );

describe('both languages say the same', () => {
  test('English has no Chinese character, and no sentence is empty', () => {
    expect(sentences(dossierEn).filter(([, text]) => /\p{Script=Han}/u.test(text) || text === '')).toEqual([]);
  });
  test('a sentence has the same placeholders, but for the forms of dates and money', () => {
    const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join();
    const english = new Map(sentences(dossierEn));
    const other = sentences(dossierZh).filter(
      ([key, text]) => !['day', 'dayShort', 'money'].includes(key) && holes(text) !== holes(english.get(key) ?? ''),
    );
    expect(other).toEqual([]);
  });
});
