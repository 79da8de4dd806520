import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { verifyChains } from '../../server/audit/verify.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { openStore } from '../../server/db/open.ts';
import { valuesAnswer } from '../../server/layer/answers.ts';
import { listAnswer } from '../../server/layer/list.ts';
import { officeViewer, openViewer } from '../../server/person/open-viewer.ts';
import { fillCounty } from '../api/small-county.ts';
import { newFolder } from './engines.ts';

const released = join(import.meta.dirname, 'released');

describe.each(readdirSync(released).sort())('a data folder released with %s', (name) => {
  test('is brought up to date: a copy kept, chains whole, sealed plans sealed, every answer as from a new store', async () => {
    const dataDir = newFolder();
    writeFileSync(join(dataDir, 'county.sqlite'), gunzipSync(readFileSync(join(released, name))));
    mkdirSync(join(dataDir, 'files'), { recursive: true });
    const old = await openStore({ dataDir, databaseUrl: null });
    expect(readdirSync(join(dataDir, 'backups'))).toHaveLength(1);
    expect((await verifyChains(old.db)).breaks).toEqual([]);
    const fresh = await openStore({ dataDir: newFolder(), databaseUrl: null });
    await fillCounty(fresh);
    const list = { layer: 'venue-schedule', classes: undefined, town: undefined, lang: 'zh' } as const;
    for (const viewer of [openViewer, officeViewer]) {
      const [before, after] = [await viewAt(old, viewer), await viewAt(fresh, viewer)];
      expect([before.shown, before.mark]).toEqual([after.shown, after.mark]);
      for (const layer of ['venue-schedule', 'inspection-coverage', 'inspection-window'])
        expect(await valuesAnswer(old, before, layer)).toEqual(await valuesAnswer(fresh, after, layer));
      expect((await listAnswer(old, before, list)).answer).toEqual((await listAnswer(fresh, after, list)).answer);
    }
    await old.close();
    await fresh.close();
  });
});
