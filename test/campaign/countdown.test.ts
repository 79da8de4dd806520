import { join } from 'node:path';
import { expect, test } from 'vitest';
import { areasAnswer } from '../../server/area/areas-answer.ts';
import { campaignText, countdownText, rewordedStand, standText } from '../../server/campaign/countdown.message.ts';
import { putEdition } from '../../server/campaign/edition-actions.ts';
import { readEdition } from '../../server/campaign/edition-store.ts';
import { countdown, type NodeMeasure, unknownMeasures } from '../../server/campaign/rules.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import { clockOf } from '../../server/db/clock.ts';
import { openStore } from '../../server/db/open.ts';
import { importSample } from '../../server/import/import-sample.ts';
import { valuesAnswer } from '../../server/layer/answers.ts';
import { layers } from '../../server/layer/registry.ts';
import { summaryAnswer } from '../../server/list/summary.ts';
import { officeViewer } from '../../server/person/open-viewer.ts';
import { wordsOf } from '../../web/message/words.ts';
import { fill } from '../../web/ui/format.ts';
import { newFolder } from '../store/engines.ts';

test.each([
  ['2026-08-15', { state: 'ahead', day: 0, daysLeft: 100, daysTo: 2, daysSince: 0 }],
  ['2026-08-16', { state: 'ahead', day: 0, daysLeft: 100, daysTo: 1, daysSince: 0 }],
  ['2026-08-17', { state: 'running', day: 1, daysLeft: 99, daysTo: 0, daysSince: 0 }],
  ['2026-11-23', { state: 'running', day: 99, daysLeft: 1, daysTo: 0, daysSince: 0 }],
  ['2026-11-24', { state: 'last', day: 100, daysLeft: 0, daysTo: 0, daysSince: 0 }],
  ['2026-11-25', { state: 'over', day: 100, daysLeft: 0, daysTo: 0, daysSince: 1 }],
] as const)('%s stands in the campaign as %j', (on, at) =>
  expect(countdown({ firstOn: '2026-08-17', days: 100 }, on)).toEqual(at),
);

test.each([
  ['2026-08-16', '距行动开始1天。'],
  ['2026-08-17', '行动第1天，剩余99天。'],
  ['2026-11-24', '今日是行动最后一天（第100天）。'],
  ['2026-11-25', '行动已结束1天。'],
])('a paper of %s says where the campaign stands', (on, said) =>
  expect(countdownText(countdown({ firstOn: '2026-08-17', days: 100 }, on), 'zh')).toBe(said),
);

test.each([
  ['2026-08-15', '距开始2天', 'begins in 2 days'],
  ['2026-08-16', '距开始1天', 'begins in 1 day'],
  ['2026-08-17', '第1天·剩余99天', 'day 1 · 99 days left'],
  ['2026-11-23', '第99天·剩余1天', 'day 99 · 1 day left'],
  ['2026-11-24', '最后一天', 'last day'],
  ['2026-11-25', '已结束1天', 'ended 1 day ago'],
])('in a few words %s is %s', (on, zh, en) => {
  const at = countdown({ firstOn: '2026-08-17', days: 100 }, on);
  expect([standText(at, 'zh'), standText(at, 'en')]).toEqual([zh, en]);
});

test.each(['2026-08-15', '2026-08-17', '2026-11-24', '2026-12-06'])(
  'on %s screen and paper say the same words',
  (on) => {
    const at = { title: { zh: '百日行动', en: 'Campaign' }, ...countdown({ firstOn: '2026-08-17', days: 100 }, on) };
    const { state, title, ...numbers } = at;
    for (const lang of ['zh', 'en'] as const)
      expect(fill(wordsOf(lang).campaign.line[state], { title: title[lang], ...numbers })).toBe(campaignText(at, lang));
  },
);

test.each([
  ['2026-08-15', '百日行动距开始2天工作进展', '距开始2天。'],
  ['2026-11-23', '百日行动第{campaignDay}天工作进展', '第{campaignDay}天，剩余{daysLeft}天。'],
  ['2026-11-24', '百日行动最后一天工作进展', '最后一天。'],
  ['2026-12-06', '百日行动已结束12天工作进展', '已结束12天。'],
])('on %s a template that counts the days says only what holds', (on, title, line) => {
  const at = countdown({ firstOn: '2026-08-17', days: 100 }, on);
  const said = (text: string) => rewordedStand(text, at, 'zh');
  expect(said('百日行动第{campaignDay}天工作进展')).toBe(title);
  expect(said('第{campaignDay}天，剩余{daysLeft}天。')).toBe(line);
});

test('on the day before the campaign and on its first the county stands there, every place not reported', async () => {
  const store = await openStore({ dataDir: newFolder(), databaseUrl: null });
  await importSample(store, join(import.meta.dirname, '../../geodata/sample/files'), 'zh');
  for (const [on, state] of [
    ['2026-08-16', 'ahead'],
    ['2026-08-17', 'running'],
  ] as const) {
    const view = await viewAt(store, officeViewer, on);
    const areas = await areasAnswer(store, view);
    expect([areas.county?.name, areas.towns.length, areas.villages.length]).toEqual(['云岫县', 10, 148]);
    expect(areas.map).not.toBeNull();
    const { county } = await valuesAnswer(store, view, 'venue-schedule');
    expect(county.counts.at(-1)).toBe(148);
    const { campaign, kpis } = await summaryAnswer(store, view);
    expect(campaign).toMatchObject({ state, firstOn: '2026-08-17' });
    expect(kpis.filter(({ layer }) => layer === 'venue-schedule').every(({ silent }) => silent)).toBe(true);
  }
  const first = await summaryAnswer(store, await viewAt(store, officeViewer, '2026-08-30'));
  expect(first.kpis.find(({ layer }) => layer === 'venue-schedule')?.silent).toBe(false);
  // Where no meeting was, each figure stands beside that of seven days ago.
  const kpisOn = async (on: string) => (await summaryAnswer(store, await viewAt(store, officeViewer, on))).kpis;
  const [week, day] = [await kpisOn('2026-10-22'), await kpisOn('2026-10-29')];
  expect(day.map(({ before }) => before)).toEqual(week.map(({ value }) => value));
  expect(new Set(day.map(({ value, before }) => value - (before ?? 0))).size).toBeGreaterThan(2);
  await store.close();
}, 60_000);

test('a key date that passed says how many met it on its day and have by the day asked, and names the others', async () => {
  const store = await openStore({ dataDir: newFolder(), databaseUrl: null });
  await importSample(store, join(import.meta.dirname, '../../geodata/sample/files'), 'zh');
  const nodesOn = async (on: string) =>
    (await summaryAnswer(store, await viewAt(store, officeViewer, on))).campaign?.nodes;
  const accepted = async (on: string) => {
    const { county } = await valuesAnswer(store, await viewAt(store, officeViewer, on), 'venue-acceptance');
    const layer = layers.find(({ id }) => id === 'venue-acceptance');
    return county.counts[layer?.classes.findIndex(({ id }) => id === 'both') ?? -1];
  };
  const [then, now] = [await accepted('2026-10-15'), await accepted('2026-10-30')];
  expect(now).toBeGreaterThan(then ?? 0);
  const [check, elections, end] = (await nodesOn('2026-10-30')) ?? [];
  expect(check?.met).toMatchObject({
    layer: 'venue-acceptance',
    onDay: { count: then, of: 148 },
    now: { count: now, of: 148 },
  });
  expect(check?.met?.unmet).not.toContain('both');
  expect(check?.met?.unmet).toContain('silent');
  expect([elections?.met, end?.met]).toEqual([null, null]);
  expect((await nodesOn('2026-10-14'))?.[0]?.met).toBeNull();
  expect((await nodesOn('2026-10-15'))?.[0]?.met).toMatchObject({ onDay: { count: then }, now: { count: then } });
  const clock = await clockOf(store);
  const campaign = await readEdition(store, await viewAt(store, officeViewer), 'campaign');
  if (!campaign) throw new Error('no campaign');
  const measured = (measure: NodeMeasure | null) =>
    write(store, { actor: 'office', clock }, (tx) =>
      putEdition(tx, {
        kind: 'campaign',
        fromOn: clock.today(),
        body: { ...campaign, nodes: campaign.nodes.map((node) => ({ ...node, measure })) },
      }),
    );
  await measured({ layer: 'venue-stage', classes: ['not-started'] });
  const own = (await nodesOn('2026-10-30'))?.[0]?.met;
  expect(own?.layer).toBe('venue-stage');
  expect(own?.unmet).toContain('accepted');
  await measured(null);
  expect((await nodesOn('2026-10-30'))?.[0]?.met).toBeNull();
  await store.close();
}, 60_000);

test.each<[string, NodeMeasure, string[]]>([
  ['a layer there is not', { layer: 'nothing', classes: ['both'] }, ['body.nodes.0.measure layer-unknown']],
  ['a class there is not', { layer: 'venue-acceptance', classes: ['nothing'] }, ['body.nodes.0.measure layer-unknown']],
  ['no class', { layer: 'venue-acceptance', classes: [] }, ['body.nodes.0.measure missing']],
  ['not reported as met', { layer: 'venue-acceptance', classes: ['silent'] }, ['body.nodes.0.measure silent-counted']],
  ['a class of its layer', { layer: 'venue-acceptance', classes: ['both'] }, []],
])('a key date measured by %s', (_, measure, faults) =>
  expect(
    unknownMeasures([{ title: { zh: '验收', en: '' }, on: '2026-10-15', measure }], layers).map(
      ({ field, code }) => `${field} ${code}`,
    ),
  ).toEqual(faults),
);
