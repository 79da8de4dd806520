import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { viewAt } from '../../server/change/view-at.ts';
import { openStore } from '../../server/db/open.ts';
import { readImports } from '../../server/import/import-store.ts';
import type { ImportReport } from '../../server/import/report.ts';
import { openViewer } from '../../server/person/open-viewer.ts';
import { manyVillages } from './many-villages.ts';
import type { Row } from './row.ts';

const root = join(import.meta.dirname, '../..');

/** Whole imports by the command a user types: reading, drawing and writing, for the sample county and for counties of 600 and 8,000 units. */
export async function benchImport(): Promise<Row[]> {
  const rows: Row[] = [];
  const sample = await imported([join(root, 'geodata/sample/files')]);
  rows.push({ what: 'sample county, maps and ledgers', value: sample.seconds, unit: 's', aim: '≤ 10 s' });
  for (const [units, aim] of [
    [600, '≤ 10 s'],
    [8000, '≤ 60 s'],
  ] as const) {
    const folder = mkdtempSync(join(tmpdir(), 'county-map-bench-'));
    const path = join(folder, '村界.geojson');
    writeFileSync(path, villagesAsGeoJson(units));
    const { seconds, peakMb } = await imported([path]);
    rows.push({ what: `${units} units, import to written`, value: seconds, unit: 's', aim });
    rows.push({
      what: `${units} units, peak memory of the reading process`,
      value: peakMb,
      unit: 'MB',
      aim: '< 1024 MB',
    });
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}

function villagesAsGeoJson(units: number): string {
  const features = manyVillages(units).map(({ code, name, townName, townCode, shape }) => ({
    type: 'Feature',
    properties: { code, name, town: townName, townCode },
    geometry: shape,
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

/** Wall clock of the command from its start to its end, and the peak its report kept. */
async function imported(paths: string[]): Promise<{ seconds: number; peakMb: number }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'county-map-bench-store-'));
  const begun = performance.now();
  await command([...paths, '--data', dataDir]);
  const seconds = (performance.now() - begun) / 1000;
  const store = await openStore({ dataDir, databaseUrl: null });
  const report = JSON.parse(
    (await readImports(store, await viewAt(store, openViewer)))[0]?.report ?? '{}',
  ) as ImportReport;
  await store.close();
  rmSync(dataDir, { recursive: true, force: true });
  return { seconds, peakMb: report.peakMb };
}

function command(given: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['server/import/cli.ts', ...given], { cwd: root, env: {} });
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
    child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
    child.once('error', reject);
    child.once('close', (status) =>
      status === 0 ? resolve() : reject(new Error(`the import ended with ${status}: ${said}`)),
    );
  });
}
