import { readFileSync } from 'node:fs';
import type { FeatureCollection } from 'geojson';
import { beforeEach, expect, test } from 'vitest';
import type { PlainMap } from '../../geodata/build/county-files.ts';
import { readAreas } from '../../server/area/area-store.ts';
import { readMapEdition } from '../../server/area/map-edition-store.ts';
import { verifyChains } from '../../server/audit/verify.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import type { Store } from '../../server/db/open.ts';
import { filePath } from '../../server/files.ts';
import { changeAreas } from '../../server/form/area-change.ts';
import type { AreaChange } from '../../server/form/form-answers.ts';
import { newId } from '../../server/id.ts';
import { importFiles } from '../../server/import/import-files.ts';
import { officeViewer } from '../../server/person/open-viewer.ts';
import { writeSetting } from '../../server/setting.ts';
import type { LocalDate, Viewer } from '../../server/view.ts';
import { folderOf, sixVillages } from '../import/many-places.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt } from '../store/sample-records.ts';

/** A square of a hundredth of a degree at 30° north. */
const squareM2 = 1.0695e6;
const office: Viewer = { ...officeViewer, id: 'office' };
/** 东 西 南 of 甲镇 lie in a row, 北 中 新 of 乙镇 above them. */
const codes = { 东: '990127100200', 西: '990127100201', 南: '990127100202', 北: '990127101203' };
type Given = AreaChange extends infer One ? (One extends AreaChange ? Omit<One, 'id'> : never) : never;

eachEngine('the map of places merged and moved', (open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    await turnTo('2026-10-01');
    await importFiles(store, [folderOf({ '村界.geojson': sixVillages() })], { actor: 'import' });
    await turnTo('2026-10-30');
  });
  const turnTo = (day: LocalDate) =>
    write(store, { actor: 'test', clock: clockAt(day) }, (tx) => writeSetting(tx, 'clock', day));
  const send = (change: Given) => changeAreas(store, office, { id: newId(), ...change } as AreaChange);
  const merge = (from: keyof typeof codes, into: keyof typeof codes, on: LocalDate, confirm = false) =>
    send({ kind: 'merge', code: codes[from], into: codes[into], name: null, newCode: null, on, confirm });
  /** What a map of a day shows: how many of the squares each place has, and who is drawn in each file. */
  const shown = async (on: LocalDate) => {
    const view = await viewAt(store, office, on);
    const areas = (await readAreas(store, { ...view, on })).filter(({ kind }) => kind !== 'county');
    const edition = await readMapEdition(store, { ...view, on });
    const read = (name = '') => JSON.parse(readFileSync(filePath(store.dataDir, name), 'utf8'));
    const { features } = read(edition?.boundaries) as FeatureCollection;
    const plain = read(edition?.plain) as PlainMap;
    const names = new Map(areas.map(({ fid, name }) => [fid, name]));
    return {
      areas: Object.fromEntries(areas.map(({ name, areaM2 }) => [name, Math.round((areaM2 ?? 0) / squareM2)])),
      drawn: features.flatMap(({ id }) => names.get(Number(id)) ?? []),
      plain: plain.villages.map(({ fid }) => names.get(fid)),
    };
  };

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
