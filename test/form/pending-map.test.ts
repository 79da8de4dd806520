import { beforeEach, expect, test } from 'vitest';
import { verifyChains } from '../../server/audit/verify.ts';
import type { Store } from '../../server/db/open.ts';
import { importFiles } from '../../server/import/import-files.ts';
import { folderOf, sixVillages } from '../import/many-places.ts';
import { eachEngine } from '../store/engines.ts';
import { codes, openPlaces, type Places } from './place-changes.ts';

interface Feature {
  properties: { 名称: string };
  geometry: { coordinates: number[][][] };
}

/** The six villages a tenth farther to the east, and half as high. */
function movedVillages(rename: Record<string, string> = {}): string {
  const { features } = JSON.parse(sixVillages(rename)) as { features: Feature[] };
  for (const { geometry } of features)
    geometry.coordinates = geometry.coordinates.map((ring) =>
      ring.map(([lon = 0, lat = 0]) => [lon + 0.001, 30 + (lat - 30) / 2]),
    );
  return JSON.stringify({ type: 'FeatureCollection', features });
}

eachEngine('boundaries imported before a change of places that is to come', (open) => {
  let store: Store;
  let places: Places;
  beforeEach(async () => {
    store = await open();
    places = await openPlaces(store);
  });
  const give = (file: string) => importFiles(store, [folderOf({ '村界.geojson': file })], { actor: 'import' });
  const westOf = async (on: string) => (await places.files(on))?.bounds[0];

  test('a merge: two are drawn on the new boundaries until its day, one from then on', async () => {
    await places.merge('东', '西', '2026-12-01');
    expect((await give(movedVillages())).state).toBe('written');
    const now = await places.shown('2026-10-30');
    expect(now.plain).toHaveLength(6);
    await places.turnTo('2026-12-01');
    const then = await places.shown('2026-12-01');
    expect(then.plain.toSorted()).toEqual(['中村', '北村', '南村', '新村', '西村'].toSorted());
    expect(then.areas).toMatchObject({ 西村: 1, 甲镇: now.areas.甲镇 });
    expect(await westOf('2026-12-01')).toBeCloseTo(100.001, 4);
    expect((await verifyChains(store.db)).breaks).toEqual([]);
  });

  test('a move and a merge of another day: each from its day', async () => {
    await places.send({ kind: 'move', code: codes.东, town: '990127101', newCode: null, on: '2026-11-20' });
    await places.merge('北', '中', '2026-12-01');
    await give(movedVillages());
    await places.turnTo('2026-11-20');
    expect((await places.shown('2026-11-20')).plain).toHaveLength(6);
    expect((await places.shown('2026-11-20')).areas).toMatchObject({ 甲镇: 1, 乙镇: 2 });
    await places.turnTo('2026-12-01');
    expect((await places.shown('2026-12-01')).plain).toHaveLength(5);
  });

  test('withdrawn after the import, the new boundaries are drawn as they came', async () => {
    const merged = await places.merge('东', '西', '2026-12-01');
    await give(movedVillages());
    await places.withdraw(merged);
    await places.turnTo('2026-12-01');
    expect((await places.shown('2026-12-01')).plain).toHaveLength(6);
    expect(await westOf('2026-12-01')).toBeCloseTo(100.001, 4);
  });

  test('the same boundaries again leave the change and its map as they are', async () => {
    await places.rename('中', '忠村', '2026-11-10');
    await places.merge('东', '西', '2026-12-01');
    expect((await give(sixVillages())).state).toBe('nothing-to-write');
    await places.turnTo('2026-12-01');
    const { plain } = await places.shown('2026-12-01');
    expect(plain.toSorted()).toEqual(['北村', '南村', '忠村', '新村', '西村'].toSorted());
  });

  test.each([
    ['renames it', () => sixVillages({ 东村: '冬村' })],
    [
      'no longer has it',
      () => JSON.stringify({ type: 'FeatureCollection', features: JSON.parse(sixVillages()).features.slice(1) }),
    ],
  ])('a file that %s is refused until then', async (_, file) => {
    await places.rename('东', '栋村', '2026-12-01');
    const report = await give(file());
    expect(report.state).toBe('not-written');
    expect(report.refused).toMatchObject([{ code: 'place-change-pending', values: { day: '2026-12-01' } }]);
    await places.turnTo('2026-12-01');
    expect((await give(file())).state).toBe('written');
  });
});
