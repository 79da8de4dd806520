import { describe, expect, test } from 'vitest';
import { defaultChecklist, defaultThresholds } from '../../server/campaign/default-editions.message.ts';
import { type Campaign, editionFaults, editionSaveFaults } from '../../server/campaign/rules.ts';

const named = (zh: string) => ({ zh, en: '' });
const said = (faults: { field: string; code: string }[]) => faults.map(({ field, code }) => `${field} ${code}`);
const campaign = (given: Partial<Campaign>): Campaign => ({
  ...{ title: named('百日行动'), firstOn: '2026-08-17', days: 100, nodes: [] },
  ...given,
});
const node = (on: string, title = '验收') => ({ nodes: [{ title: named(title), on, measure: null }] });

describe('a campaign', () => {
  test.each<[string, Partial<Campaign>, string[]]>([
    ['as the county has it', {}, []],
    ['without a name', { title: named(' ') }, ['body.title.zh missing']],
    ['with a name of 60 characters', { title: named('百'.repeat(60)) }, []],
    ['with a name of 61', { title: named('百'.repeat(61)) }, ['body.title.zh too-long']],
    ['that begins on no day', { firstOn: '2026-02-30' }, ['body.firstOn day-not-real']],
    ['of no day', { days: 0 }, ['body.days number-out']],
    ['of one day', { days: 1 }, []],
    ['of 1000 days', { days: 1000 }, []],
    ['of 1001', { days: 1001 }, ['body.days number-out']],
    ['of half a day', { days: 99.5 }, ['body.days number-out']],
    ['with a key date on its first day', node('2026-08-17'), []],
    ['with one on its last day', node('2026-11-24'), []],
    ['with one the day before', node('2026-08-16'), ['body.nodes.0.on outside-campaign']],
    ['with one the day after', node('2026-11-25'), ['body.nodes.0.on outside-campaign']],
    ['with one on no day', node('2026-11-31'), ['body.nodes.0.on day-not-real']],
    ['with one without a name', node('2026-10-15', ''), ['body.nodes.0.title.zh missing']],
    ['with one without name and day', node('', ' '), ['body.nodes.0.title.zh missing', 'body.nodes.0.on day-not-real']],
  ])('%s', (_, given, faults) => expect(said(editionFaults('campaign', campaign(given)))).toEqual(faults));
});

describe('limits', () => {
  test.each<[keyof typeof defaultThresholds & string, number, number]>([
    ['venueLateDays', 0, 365],
    ['linkageVisitsPerMonth', 1, 31],
    ['linkageNearDays', 0, 31],
    ['reportStaleDays', 1, 365],
    ['taskNearDays', 0, 365],
  ])('%s goes from %i to %i', (key, least, most) => {
    const faults = (value: number) => said(editionFaults('thresholds', { ...defaultThresholds, [key]: value }));
    const out = [`body.${key} number-out`];
    expect([least, most, (least + 1) % most].map(faults)).toEqual([[], [], []]);
    expect([least - 1, most + 1, least + 0.5].map(faults)).toEqual([out, out, out]);
  });
  test.each([
    [7, 15, 30, []],
    [7, 7, 7, []],
    [8, 7, 30, ['body.visitDueDays limits-order']],
    [7, 15, 14, ['body.visitWindowDays limits-order']],
    [16, 15, 14, ['body.visitDueDays limits-order', 'body.visitWindowDays limits-order']],
  ])('of coverage %i, %i and %i days rise', (visitFreshDays, visitDueDays, visitWindowDays, faults) => {
    const limits = { ...defaultThresholds, visitFreshDays, visitDueDays, visitWindowDays };
    expect(said(editionFaults('thresholds', limits))).toEqual(faults);
  });
});

describe('a checklist', () => {
  const [item] = defaultChecklist;
  if (!item) throw new Error('no item');
  const keyed = (key: string, zh = key) => ({ ...item, key, title: named(zh) });
  test.each([
    ['of none', [], ['body missing']],
    ['of two', [keyed('a'), keyed('b')], []],
    ['with a key twice', [keyed('a', '甲'), keyed('a', '乙')], ['body.1.key key-twice']],
    ['with a title twice', [keyed('a', '甲'), keyed('b', ' 甲 ')], ['body.b.title.zh key-twice']],
    ['with a key of 60 letters', [keyed('k'.repeat(60), '甲')], []],
    ['with a key of 61', [keyed('k'.repeat(61), '甲')], ['body.0.key code-malformed']],
    ['with a key of Chinese letters', [keyed('甲')], ['body.0.key code-malformed']],
    ['with an item without a title', [keyed('a', '')], ['body.a.title.zh missing']],
  ])('%s', (_, items, faults) => expect(said(editionFaults('checklist', items))).toEqual(faults));
});

test('holidays are days that exist, each once, and not both off and worked', () => {
  const faults = (off: string[], worked: string[]) => said(editionFaults('holidays', { off, worked }));
  expect(faults(['2026-10-01', '2026-10-02'], ['2026-10-10'])).toEqual([]);
  expect(faults(['2026-10-01', '2026-10-01'], [])).toEqual(['body.off.1 key-twice']);
  expect(faults(['2026-10-32'], ['x'])).toEqual(['body.off.0 day-not-real', 'body.worked.0 day-not-real']);
  expect(faults(['2026-10-01'], ['2026-10-01'])).toEqual(['body.worked.0 key-twice']);
});

test('an edition holds from a day that exists', () => {
  expect(said(editionSaveFaults('thresholds', { fromOn: '2026-10-30', body: defaultThresholds }))).toEqual([]);
  const faults = editionSaveFaults('campaign', { fromOn: '2026-13-01', body: campaign({ days: 0 }) });
  expect(said(faults)).toEqual(['fromOn day-not-real', 'body.days number-out']);
});
