import { zipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import type { Limits } from '../../server/child/limits.ts';
import { openStore, type Store } from '../../server/db/open.ts';
import { importFiles } from '../../server/import/import-files.ts';
import { newFolder } from '../store/engines.ts';
import { folderOf, sixVillages } from './many-places.ts';

const opened: Store[] = [];
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

/** Imports a folder into a new store under these limits; gives the report and how many changes the store then holds. */
async function imported(files: Record<string, string | Uint8Array>, read: Partial<Limits>) {
  const store = await openStore({ dataDir: newFolder(), databaseUrl: null });
  opened.push(store);
  const report = await importFiles(store, [folderOf(files)], { actor: 'import', limits: { read } });
  const changes = await store.db.selectFrom('change').select('seq').execute();
  expect(changes).toEqual([]);
  expect(report.state).toBe('not-written');
  return report;
}

const zeros = 200 * 1024 * 1024;
const bomb = () => Buffer.from(zipSync({ '村界.shp': new Uint8Array(zeros) }, { level: 1 }));

describe('a zip of 200 MB of zeros', () => {
  test('is refused from its directory', async () => {
    const report = await imported({ 'bomb.zip': bomb() }, { unpackedMb: 100 });
    expect(report.refused).toMatchObject([
      { code: 'zip-too-large', at: { file: 'bomb.zip' }, values: { megabytes: 200, limit: 100 } },
    ]);
  });
  test('whose directory lies about it is refused too', async () => {
    const zip = bomb();
    zip.writeUInt32LE(1000, zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24);
    const report = await imported({ 'bomb.zip': zip }, { residentMb: 250 });
    expect(report.refused).toHaveLength(1);
    expect(report.refused[0]?.at.file).toContain('bomb.zip');
  });
});

describe('the reading process', () => {
  test('beyond its memory is ended, and the sentence names file and limit', async () => {
    const report = await imported({ '村界.geojson': sixVillages() }, { residentMb: 20 });
    expect(report.refused).toMatchObject([
      { code: 'limit-memory', at: { file: '村界.geojson' }, values: { megabytes: 20 } },
    ]);
  });
  test('beyond its time is ended, and the sentence names file and limit', async () => {
    const report = await imported({ '村界.geojson': sixVillages() }, { wallS: 0.05 });
    expect(report.refused).toMatchObject([
      { code: 'limit-time', at: { file: '村界.geojson' }, values: { seconds: 0.05 } },
    ]);
  });
});
