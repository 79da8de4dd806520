import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readMapEdition } from '../../server/area/map-edition-store.ts';
import { readEdition } from '../../server/campaign/edition-store.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { readSetting } from '../../server/db/setting.ts';
import { importFiles } from '../../server/import/import-files.ts';
import { openViewer } from '../../server/person/open-viewer.ts';
import { readVenues } from '../../server/venue/venue-store.ts';
import { eachEngine } from '../store/engines.ts';

const folder = join(import.meta.dirname, '../../geodata/sample/files');
const options = { actor: 'sample', sample: { today: '2026-10-30' } };
const added = (report: Awaited<ReturnType<typeof importFiles>>) =>
  Object.fromEntries(report.changes.map(({ noun, added }) => [noun, added]));

describe('the sample county', () => {
  eachEngine('imported into an empty store', (open) => {
    test('comes in whole, once, and with its history', async () => {
      const store = await open();
      const report = await importFiles(store, [folder], options);
      expect(report).toMatchObject({ state: 'written', questions: [], refused: [] });
      expect(report.seconds).toBeLessThan(20);
      expect(added(report)).toMatchObject({ town: 10, village: 148, boundary: 148, ground: 4, campaign: 1 });
      expect(added(report).linkage).toBeGreaterThanOrEqual(10);
      for (const noun of ['venue', 'organisation', 'visit', 'responsibility'])
        expect(added(report)[noun]).toBeGreaterThan(50);
      expect(await readSetting(store, 'sample')).toBe('yes');
      expect(await readSetting(store, 'clock')).toBe('2026-10-30');

      const now = await viewAt(store, openViewer);
      expect(now.on).toBe('2026-10-30');
      expect(await readEdition(store, now, 'campaign')).toMatchObject({ firstOn: '2026-08-17', days: 100 });
      const edition = await readMapEdition(store, now);
      expect([edition?.groundImage, edition?.groundTiles, edition?.groundPlain].every(Boolean)).toBe(true);

      const [then, today] = await Promise.all([viewAt(store, openViewer, '2026-09-11'), now]);
      const acceptedAt = async (view: typeof then) =>
        (await readVenues(store, view)).filter(({ stage }) => stage === 'accepted').length;
      expect(then.seq).toBeGreaterThan(0);
      expect(await acceptedAt(then)).toBeLessThan(await acceptedAt(today));

      const again = await importFiles(store, [folder], options);
      expect(again.changes.filter(({ added, changed }) => added + changed > 0)).toEqual([]);
      expect(again.state).toBe('nothing-to-write');
    }, 120_000);
  });
});
