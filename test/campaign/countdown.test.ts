import { join } from 'node:path';
import { expect, test } from 'vitest';
import { areasAnswer } from '../../server/area/areas-answer.ts';
import { countdown } from '../../server/campaign/rules.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { openStore } from '../../server/db/open.ts';
import { importSample } from '../../server/import/import-sample.ts';
import { summaryAnswer, valuesAnswer } from '../../server/layer/answers.ts';
import { countdownText } from '../../server/paper/bulletin/bulletin.message.ts';
import { officeViewer } from '../../server/person/open-viewer.ts';
import { newFolder } from '../store/engines.ts';

test.each([
  ['2026-08-16', '距行动开始1天'],
  ['2026-08-17', '行动第1天，剩余99天'],
  ['2026-11-24', '今日是行动最后一天（第100天）'],
  ['2026-11-25', '行动已结束1天'],
])('a paper of %s says where the campaign stands', (on, said) =>
  expect(countdownText(countdown({ firstOn: '2026-08-17', days: 100 }, on), 'zh')).toBe(said),
);

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
  await store.close();
}, 60_000);
