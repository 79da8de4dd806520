import type { FeatureCollection } from 'geojson';
import { beforeEach, expect, test } from 'vitest';
import { verifyChains } from '../../server/audit/verify.ts';
import type { Store } from '../../server/db/open.ts';
import { importFiles } from '../../server/import/import-files.ts';
import { folderOf, sixVillages } from '../import/many-places.ts';
import { eachEngine } from '../store/engines.ts';
import { codes, openPlaces, type Places } from './place-changes.ts';

eachEngine('the map of places merged and moved', (open) => {
  let store: Store;
  let places: Places;
  beforeEach(async () => {
    store = await open();
    places = await openPlaces(store);
  });
  const turnTo: Places['turnTo'] = (day) => places.turnTo(day);
  const send: Places['send'] = (change) => places.send(change);
  const merge: Places['merge'] = (...given) => places.merge(...given);
  const shown: Places['shown'] = (on) => places.shown(on);

  test('two that touch are one from the day on, and two on the days before', async () => {
    await merge('东', '西', '2026-10-30');
    const now = await shown('2026-10-30');
    expect(now.areas.西村).toBe(2);
    expect(now.plain.toSorted()).toEqual(['中村', '北村', '南村', '新村', '西村'].toSorted());
    expect(now.drawn).not.toContain('东村');
    expect(now.areas.甲镇).toBe((await shown('2026-10-29')).areas.甲镇);
    const before = await shown('2026-10-29');
    expect(before.plain).toHaveLength(6);
    expect(before.areas.西村).toBe(1);
  });

  test('on a day to come they are two until that day', async () => {
    await merge('东', '西', '2026-12-01');
    expect((await shown('2026-10-30')).plain).toHaveLength(6);
    await turnTo('2026-12-01');
    expect((await shown('2026-12-01')).plain).toHaveLength(5);
  });

  test('several in a row are one, each from its day', async () => {
    await merge('东', '西', '2026-11-10');
    await merge('西', '南', '2026-11-20');
    await turnTo('2026-11-15');
    expect((await shown('2026-11-15')).areas).toMatchObject({ 西村: 2, 南村: 1 });
    await turnTo('2026-11-20');
    const last = await shown('2026-11-20');
    expect(last.areas.南村).toBe(3);
    expect(last.plain).toHaveLength(4);
  });

  test('a town’s border follows the village it is given', async () => {
    await send({ kind: 'move', code: codes.东, town: '990127101', newCode: null, on: '2026-10-30' });
    const { areas } = await shown('2026-10-30');
    expect(areas.甲镇).toBe(2);
    expect(areas.乙镇).toBe(4);
    expect((await shown('2026-10-29')).areas.甲镇).toBe(3);
  });

  test('two that do not touch are asked about, and merged when the office says so', async () => {
    await expect(merge('东', '南', '2026-10-30')).rejects.toMatchObject({ code: 'form-faulty' });
    expect((await shown('2026-10-30')).plain).toHaveLength(6);
    await merge('东', '南', '2026-10-30', true);
    expect((await shown('2026-10-30')).areas.南村).toBe(2);
  });

  test('one that touches what was merged before is not asked about', async () => {
    await merge('东', '西', '2026-10-29');
    await merge('南', '西', '2026-10-30');
    expect((await shown('2026-10-30')).areas.西村).toBe(3);
  });

  test('boundaries imported later are drawn as they come, and the records are whole', async () => {
    await merge('东', '西', '2026-10-30');
    await turnTo('2026-11-02');
    const features = (JSON.parse(sixVillages()) as FeatureCollection).features.slice(1);
    const file = JSON.stringify({ type: 'FeatureCollection', features });
    const report = await importFiles(store, [folderOf({ '村界.geojson': file })], { actor: 'import' });
    expect(report.refused).toEqual([]);
    expect((await shown('2026-11-02')).plain).toHaveLength(5);
    expect((await verifyChains(store.db)).breaks).toEqual([]);
  });
});
