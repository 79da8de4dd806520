import { beforeEach, expect, test } from 'vitest';
import { readAreas, readFormerNames } from '../../server/area/area-store.ts';
import { areaChangesAnswer } from '../../server/area/change/area-changes-answer.ts';
import { verifyChains } from '../../server/audit/verify.ts';
import { placesBelow } from '../../server/change/places-below.ts';
import { viewAt } from '../../server/change/view-at.ts';
import type { Store } from '../../server/db/open.ts';
import { importFiles } from '../../server/import/import-files.ts';
import type { LocalDate } from '../../server/rights/view.ts';
import { folderOf, sixVillages } from '../import/many-places.ts';
import { eachEngine } from '../store/engines.ts';
import { codes, office, openPlaces, type Places } from './place-changes.ts';

const days = ['2026-10-01', '2026-10-29', '2026-10-30', '2026-10-31', '2026-11-20', '2026-12-31'];

eachEngine('a change of places taken back', (open) => {
  let store: Store;
  let places: Places;
  beforeEach(async () => {
    store = await open();
    places = await openPlaces(store);
  });
  /** Names, towns, former names, shapes and files of every day, and what each town sees. */
  const everyDay = async () => {
    const of = async (on: LocalDate) => {
      const view = { ...(await viewAt(store, office, on)), on };
      const areas = await readAreas(store, view);
      const towns = areas.filter(({ kind }) => kind === 'town');
      const seen = await Promise.all(towns.map(({ id }) => placesBelow(store, [id], on)));
      return { on, areas, seen, former: await readFormerNames(store, view), files: await places.files(on) };
    };
    return Promise.all(days.map(of));
  };
  const listed = async () => (await areaChangesAnswer(store, office)).changes;

  const split = { kind: 'split', code: codes.东, name: '东二村', newCode: '990127100777', on: '2026-10-30' } as const;
  const move = { kind: 'move', code: codes.东, town: '990127101', newCode: null } as const;
  test.each<[string, (places: Places) => Promise<{ seq: number }>]>([
    ['a rename', (p) => p.rename('东', '冬村', '2026-10-30')],
    ['a rename of a past day', (p) => p.rename('东', '冬村', '2026-10-20')],
    ['a rename of a day to come', (p) => p.rename('东', '冬村', '2026-11-20')],
    ['a merge', (p) => p.merge('东', '西', '2026-10-30')],
    ['a merge of a day to come', (p) => p.merge('东', '西', '2026-11-20')],
    ['a split', (p) => p.send(split)],
    ['a move', (p) => p.send({ ...move, on: '2026-10-30' })],
    ['a move of a day to come', (p) => p.send({ ...move, on: '2026-11-20' })],
  ])('%s: every day is as if it had not been, and both stand in the list', async (_, change) => {
    const before = await everyDay();
    const made = await change(places);
    expect(await everyDay()).not.toEqual(before);
    await places.withdraw(made, '日期填错');
    expect(await everyDay()).toEqual(before);
    expect(await listed()).toMatchObject([{ change: String(made.seq), withdrawn: { reason: '日期填错' } }]);
    expect((await verifyChains(store.db)).breaks).toEqual([]);
  });

  test('it can be made again the other way round', async () => {
    await places.withdraw(await places.merge('东', '西', '2026-10-30'));
    await places.merge('西', '东', '2026-10-30');
    expect((await places.shown('2026-10-30')).areas).toMatchObject({ 东村: 2, 南村: 1 });
  });

  test('only what it did is taken back: an earlier one, and a later one of other places, stay', async () => {
    const later = await places.merge('北', '中', '2026-11-20');
    const first = await places.merge('东', '西', '2026-10-30');
    await places.withdraw(first);
    await places.turnTo('2026-11-20');
    expect((await places.shown('2026-11-20')).areas).toMatchObject({ 东村: 1, 西村: 1, 中村: 2 });
    expect((await listed()).map(({ change, withdrawn }) => [change, withdrawn === null])).toEqual([
      [String(first.seq), false],
      [String(later.seq), true],
    ]);
  });

  test('a map drawn since for a later day is drawn anew without it', async () => {
    const first = await places.merge('东', '西', '2026-10-30');
    await places.merge('北', '中', '2026-11-20');
    await places.withdraw(first);
    expect((await places.shown('2026-10-30')).plain).toHaveLength(6);
    await places.turnTo('2026-11-20');
    expect((await places.shown('2026-11-20')).areas).toMatchObject({ 东村: 1, 西村: 1, 中村: 2 });
    expect((await places.shown('2026-11-20')).plain).toHaveLength(5);
  });

  test('one something later builds on is refused until that is withdrawn', async () => {
    const first = await places.merge('东', '西', '2026-10-29');
    const second = await places.merge('西', '南', '2026-10-30');
    await expect(places.withdraw(first)).rejects.toMatchObject({ code: 'area-change-later' });
    expect((await listed()).map(({ blocked }) => blocked?.zh ?? null)).toEqual([
      null,
      '不能撤销：所涉地点此后又有变更。请先撤销后面的变更，或登记新的变更。',
    ]);
    await places.withdraw(second);
    await places.withdraw(first);
    expect((await places.shown('2026-10-30')).plain).toHaveLength(6);
    await expect(places.withdraw(first)).rejects.toMatchObject({ code: 'area-change-withdrawn' });
  });

  test('a second one of the same place and day replaces the first', async () => {
    const first = await places.rename('东', '冬村', '2026-10-30');
    const second = await places.rename('东', '栋村', '2026-10-30');
    const named = async (on: LocalDate) => Object.keys((await places.shown(on)).areas);
    expect(await named('2026-10-30')).toContain('栋村');
    expect(await named('2026-10-30')).not.toContain('冬村');
    const view = await viewAt(store, office);
    expect((await readFormerNames(store, view)).map(({ name }) => name)).toEqual(['东村']);
    await places.withdraw(second);
    expect(await named('2026-10-30')).toContain('冬村');
    await places.rename('东', '栋村', '2026-10-30');
    await expect(places.withdraw(first)).rejects.toMatchObject({ code: 'area-change-later' });
  });

  test('three villages become one on one day', async () => {
    await places.merge('东', '西', '2026-10-30');
    const second = await places.merge('南', '西', '2026-10-30');
    expect((await places.shown('2026-10-30')).areas.西村).toBe(3);
    await places.withdraw(second);
    expect((await places.shown('2026-10-30')).areas).toMatchObject({ 西村: 2, 南村: 1 });
  });

  test('one whose old name or code another has taken is refused', async () => {
    const first = await places.rename('东', '冬村', '2026-10-30');
    await places.rename('西', '东村', '2026-10-30');
    await expect(places.withdraw(first)).rejects.toMatchObject({ code: 'area-change-taken', values: { name: '东村' } });
  });

  test('one that boundaries imported since show is refused', async () => {
    const merged = await places.merge('东', '西', '2026-10-30');
    await places.turnTo('2026-11-02');
    const features = (JSON.parse(sixVillages()) as { features: object[] }).features.slice(1);
    const file = JSON.stringify({ type: 'FeatureCollection', features });
    await importFiles(store, [folderOf({ '村界.geojson': file })], { actor: 'import' });
    await expect(places.withdraw(merged)).rejects.toMatchObject({ code: 'area-change-drawn' });
  });

  test('a reason is needed, and a change there is not is said to be none', async () => {
    const made = await places.rename('东', '冬村', '2026-10-30');
    for (const reason of ['', '  ', '长'.repeat(501)])
      await expect(places.withdraw(made, reason)).rejects.toMatchObject({ code: 'form-faulty', parameter: 'reason' });
    for (const seq of [1, 99_999])
      await expect(places.withdraw({ seq })).rejects.toMatchObject({ code: 'area-change-unknown' });
  });

  test.each([
    ['a rename', (p: Places) => p.rename('东', '冬村', '2026-12-01'), '2026-12-01'],
    ['a merge', (p: Places) => p.merge('东', '西', '2026-12-01'), '2027-01-01'],
    ['a move', (p: Places) => p.send({ ...move, on: '2026-12-01' }), '2026-12-01'],
  ] as const)('while %s is to come, one before it is refused by its day', async (_, change, last) => {
    const made = await change(places);
    for (const on of ['2026-10-30', '2026-11-30', ...(last > '2026-12-01' ? [last] : [])]) {
      const refused = await places.rename('东', '栋村', on).catch((problem) => problem.beside('zh').faults);
      expect(refused).toMatchObject([{ field: 'code', code: 'change-pending' }]);
      expect(refused[0].text).toContain('2026年12月1日');
    }
    await places.withdraw(made);
    await places.rename('东', '栋村', '2026-10-30');
  });
});
