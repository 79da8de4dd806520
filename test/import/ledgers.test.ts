import { beforeEach, describe, expect, test } from 'vitest';
import { readAreas } from '../../server/area/area-store.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { openStore, type Store } from '../../server/db/open.ts';
import { importFiles } from '../../server/import/import-files.ts';
import { openViewer } from '../../server/person/open-viewer.ts';
import { readVenues } from '../../server/venue/venue-store.ts';
import { newFolder } from '../store/engines.ts';
import { folderOf, sixVillages } from './many-places.ts';

let store: Store;
beforeEach(async () => {
  store = await openStore({ dataDir: newFolder(), databaseUrl: null });
  await importFiles(store, [folderOf({ '村界.geojson': sixVillages() })], { actor: 'import' });
  return () => store.close();
});
const give = (...rows: string[]) =>
  importFiles(store, [folderOf({ '阵地台账.csv': `${rows.join('\n')}\n` })], { actor: 'import' });
const head = '乡镇,村名,填报日期,建设阶段,卫生室,党旗党徽';
/** The venue of 东村 as it stands. */
async function venue() {
  const view = await viewAt(store, openViewer);
  const id = (await readAreas(store, view)).find(({ name }) => name === '东村')?.id;
  return (await readVenues(store, view)).find(({ areaId }) => areaId === id);
}

describe('a row of a venue ledger', () => {
  test('finds its village without the words 村 and 村委会', async () => {
    expect((await give(head, '甲镇,东村村委会,2026-09-04,配套完善,是,否')).state).toBe('written');
    expect(await venue()).toMatchObject({ stage: 'fitting-out', items: { clinic: true, flag: false } });
  });
  test.each(['990127100', '990127100000'])('finds its village by the code %s of its town', async (code) => {
    expect((await give(head.replace('乡镇', '镇代码'), `${code},东村,2026-09-04,配套完善,是,否`)).state).toBe(
      'written',
    );
    expect(await venue()).toMatchObject({ stage: 'fitting-out' });
  });
  test('keeps what a later ledger has no column for, and forgets nothing in silence', async () => {
    await give(head, '甲镇,东村,2026-09-04,主体在建,是,否');
    await give('乡镇,村名,填报日期,建设阶段,党旗党徽', '甲镇,东村,2026-09-11,主体完工,');
    expect(await venue()).toMatchObject({
      stage: 'structure-done',
      reportedOn: '2026-09-11',
      items: { clinic: true, flag: false },
    });
  });
  test('of an earlier day than what stands is left out with a warning', async () => {
    await give(head, '甲镇,东村,2026-09-11,配套完善,是,是');
    const report = await give(head, '甲镇,东村,2026-09-04,主体在建,否,否');
    expect(report).toMatchObject({ state: 'nothing-to-write', notes: [{ code: 'row-older', values: { rows: 1 } }] });
    expect(await venue()).toMatchObject({ stage: 'fitting-out' });
  });
  test('of the same day with other content is a correction', async () => {
    await give(head, '甲镇,东村,2026-09-04,主体在建,是,否');
    const report = await give(head, '甲镇,东村,2026-09-04,主体完工,是,否');
    expect(report.changes).toContainEqual({ noun: 'venue', added: 0, changed: 1, unchanged: 0 });
    expect(await venue()).toMatchObject({ stage: 'structure-done' });
  });
  test('that stands twice and differs is a question; the same twice is taken once', async () => {
    const twice = await give(head, '甲镇,东村,2026-09-04,配套完善,是,否', '甲镇,东村,2026-09-04,未开工,是,否');
    expect(twice.questions).toMatchObject([{ code: 'row-twice', at: { row: 3 }, values: { other: 2 } }]);
    expect(await venue()).toBeUndefined();
    const same = await give(head, '甲镇,东村,2026-09-04,配套完善,是,否', '甲镇,东村,2026-09-04,配套完善,是,否');
    expect(same).toMatchObject({ state: 'written', notes: [{ code: 'row-repeated' }] });
  });
  test.each([
    ['the last day', 0, 'written'],
    ['a day after today', 1, 'not-written'],
  ])('reported on %s', async (_, later, state) => {
    const today = (await viewAt(store, openViewer)).on;
    const day = new Date(Date.parse(today) + later * 86_400_000).toISOString().slice(0, 10);
    const report = await give(head, `甲镇,东村,${day},配套完善,是,否`);
    expect(report.state).toBe(state);
    if (later > 0) expect(report.questions).toMatchObject([{ code: 'ledger-in-future' }]);
  });
  test('without a reporting day is taken as of today, with a warning, and only once', async () => {
    const report = await give('乡镇,村名,建设阶段,卫生室', '甲镇,东村,配套完善,是');
    expect(report).toMatchObject({ state: 'written' });
    expect(report.notes).toContainEqual(expect.objectContaining({ code: 'rows-without-day' }));
    expect((await give('乡镇,村名,建设阶段,卫生室', '甲镇,东村,配套完善,是')).state).toBe('nothing-to-write');
  });
});
