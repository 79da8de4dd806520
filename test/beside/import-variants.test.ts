import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, Position } from 'geojson';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMapEdition } from '../../server/area/map-edition-store.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { filePath } from '../../server/db/files.ts';
import { openStore, type Store } from '../../server/db/open.ts';
import { importFiles } from '../../server/import/import-files.ts';
import { openViewer } from '../../server/person/open-viewer.ts';
import { newFolder } from '../store/engines.ts';

const demo = join(import.meta.dirname, '../../../shared/data/fictional_demo');
const variants = [
  ['01_villages_wgs84.geojson', 0.5],
  ['03_shp_gbk_ldid00_zone29.zip', 0.5],
  ['04_shp_utf8_nocpg_4490.zip', 0.5],
  ['05_shp_cpg_says_utf8_bytes_gbk.zip', 0.5],
  ['06_shp_noprj_zone29.zip', 0.5],
  ['07_shp_noprj_axes_swapped.zip', 0.5],
  ['08_villages_gcj02_unmarked.geojson', 2],
  ['09_villages_bd09_unmarked.geojson', 2],
] as const;

describe('the same county in other clothes, on top of the first hand-over', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore({ dataDir: newFolder(), databaseUrl: null });
    const report = await importFiles(store, [join(demo, '02_shp_gbk_ldid4d_cm87.zip')], { actor: 'import' });
    expect(report).toMatchObject({ state: 'written', questions: [], refused: [] });
    expect(report.changes.find(({ noun }) => noun === 'village')?.added).toBe(148);
  }, 60_000);
  afterAll(() => store.close());

  test.each(variants)(
    '%s changes nothing: its borders lie within %d m',
    async (file, metres) => {
      const report = await importFiles(store, [join(demo, file)], { actor: 'import' });
      expect(report).toMatchObject({ state: 'nothing-to-write', questions: [], refused: [] });
      expect(report.changes.find(({ noun }) => noun === 'village')).toMatchObject({ changed: 0, unchanged: 148 });
      const same = report.notes.find(({ code }) => code === 'boundaries-same');
      expect(Number(same?.values?.metres)).toBeLessThanOrEqual(metres);
    },
    30_000,
  );

  test('and the first hand-over lies where the county really is', async () => {
    const edition = await readMapEdition(store, await viewAt(store, openViewer));
    const truth = JSON.parse(readFileSync(join(demo, '00_county_wgs84.geojson'), 'utf8')) as FeatureCollection;
    const positions = truth.features.flatMap(({ geometry }) =>
      geometry.type === 'Polygon'
        ? geometry.coordinates.flat()
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates.flat(2)
          : [],
    );
    const extreme = (axis: 0 | 1, of: (...values: number[]) => number) =>
      of(...positions.map((at: Position) => at[axis] as number));
    const [west, south, east, north] = edition?.bounds ?? [0, 0, 0, 0];
    for (const [found, wanted] of [
      [west, extreme(0, Math.min)],
      [south, extreme(1, Math.min)],
      [east, extreme(0, Math.max)],
      [north, extreme(1, Math.max)],
    ] as const) {
      expect(Math.abs(found - wanted) * 111_195).toBeLessThan(0.5);
    }
    expect(existsSync(filePath(store.dataDir, edition?.tiles ?? ''))).toBe(true);
  });
});
