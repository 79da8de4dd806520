import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMapEdition } from '../../server/area/map-edition-store.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { filePath } from '../../server/db/files.ts';
import { openStore, type Store } from '../../server/db/open.ts';
import { importFiles } from '../../server/import/import-files.ts';
import { openViewer } from '../../server/person/open-viewer.ts';
import { sampleFile, sampleVillages, variantsOf } from '../geodata/sample-county.ts';
import { newFolder } from '../store/engines.ts';
import { folderOf } from './many-places.ts';

const variants = [
  ['degrees.geojson', 0.5],
  ['gbk-zone29.zip', 0.5],
  ['utf8-degrees.zip', 0.5],
  ['cpg-lies.zip', 0.5],
  ['zone29-no-prj.zip', 0.5],
  ['axes-swapped-no-prj.zip', 0.5],
  ['gcj02.geojson', 2],
  ['bd09.geojson', 2],
] as const;

describe('the same county in other clothes, on top of the first hand-over', () => {
  let store: Store;
  let files: ReturnType<typeof variantsOf>;
  beforeAll(async () => {
    files = variantsOf(await sampleVillages());
    store = await openStore({ dataDir: newFolder(), databaseUrl: null });
    const first = sampleFile('村界.zip');
    const report = await importFiles(store, [folderOf({ [first.name]: first.bytes })], { actor: 'import' });
    expect(report).toMatchObject({ state: 'written', questions: [], refused: [] });
    expect(report.changes.find(({ noun }) => noun === 'village')?.added).toBe(148);
  }, 60_000);
  afterAll(() => store.close());

  test.each(variants)('%s changes nothing: its borders lie within %d m', { timeout: 30_000 }, async (name, metres) => {
    const folder = folderOf({ [name]: files[name]?.bytes ?? '' });
    const report = await importFiles(store, [folder], { actor: 'import' });
    expect(report).toMatchObject({ state: 'nothing-to-write', questions: [], refused: [] });
    expect(report.changes.find(({ noun }) => noun === 'village')).toMatchObject({ changed: 0, unchanged: 148 });
    const same = report.notes.find(({ code }) => code === 'boundaries-same');
    expect(Number(same?.values?.metres)).toBeLessThanOrEqual(metres);
  });

  test('the first hand-over has its tiles', async () => {
    const edition = await readMapEdition(store, await viewAt(store, openViewer));
    expect(existsSync(filePath(store.dataDir, edition?.tiles ?? ''))).toBe(true);
  });
});
