import { brotliDecompressSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { putAreas } from '../../server/area/area-actions.ts';
import { daysAfter } from '../../server/calendar/rules.ts';
import { defaultChecklist } from '../../server/campaign/default-editions.message.ts';
import { write } from '../../server/change/write.ts';
import { openStore } from '../../server/db/open.ts';
import { writeSetting } from '../../server/db/setting.ts';
import type { LayersAnswer } from '../../server/layer/answer.ts';
import { openViewer } from '../../server/person/open-viewer.ts';
import { stages } from '../../server/venue/rules.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { newFolder } from '../store/engines.ts';
import { area, clockAt, venue } from '../store/sample-records.ts';
import { today } from './small-county.ts';

/** A figure between 0 and 1 that looks like chance and is the same every time. */
const chance = (at: number) => {
  const mixed = Math.imul(at ^ 0x9e3779b9, 0x85ebca6b);
  return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
};
const townId = (at: number) => `area-${10_000 + (at % 24)}`;

describe('a county of 600 villages', () => {
  let app: ReturnType<typeof createApp>;
  beforeAll(async () => {
    const store = await openStore({ dataDir: newFolder(), databaseUrl: null });
    const villages = Array.from({ length: 600 }, (_, at) => area(at + 100, { parentId: townId(at) }));
    const towns = Array.from({ length: 24 }, (_, at) =>
      area(10_000 + at, { kind: 'town', code: `9901${at + 10_000}`, name: `镇${at}`, parentId: 'area-1' }),
    );
    await write(store, { actor: 'office', clock: clockAt(today) }, async (tx) => {
      await writeSetting(tx, 'clock', today);
      await putAreas(tx, [
        area(1, { kind: 'county', code: '990100', name: '云岫县', parentId: null }),
        ...towns,
        ...villages,
      ]);
      await reportVenues(
        tx,
        villages.slice(30).map(({ id }, at) =>
          venue(id, {
            stage: stages[Math.floor(chance(at) * stages.length)] ?? 'built',
            items: Object.fromEntries(defaultChecklist.map(({ key }, item) => [key, chance(at * 31 + item) > 0.4])),
            milestones: [
              { key: 'fitting', plannedOn: daysAfter(today, Math.floor(chance(at + 7) * 60) - 30), doneOn: null },
            ],
          }),
        ),
      );
    });
    app = createApp({ store, distFolder: '.', startedAt: new Date(), version: '1', whoAsks: async () => openViewer });
  }, 120_000);

  test('has every one of them judged in every layer of villages', async () => {
    const { layers } = (await (await app.request('/api/layers')).json()) as LayersAnswer;
    for (const { id, level } of layers) {
      const { classes } = (await (await app.request(`/api/layers/${id}/values`)).json()) as { classes: string };
      expect(classes.length, id).toBe(level === 'town' ? 24 : 600);
    }
  });

  test('takes at most 6 kB a layer on the wire', async () => {
    const { layers } = (await (await app.request('/api/layers')).json()) as LayersAnswer;
    for (const { id } of layers) {
      const answer = await app.request(`/api/layers/${id}/values`, { headers: { 'accept-encoding': 'br' } });
      const body = Buffer.from(await answer.arrayBuffer());
      expect(body.length, id).toBeLessThanOrEqual(6 * 1024);
      const { classes, values } = JSON.parse(brotliDecompressSync(body).toString());
      expect(classes.length).toBe(values.length);
    }
  });
});
