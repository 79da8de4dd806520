import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readAreas } from '../../server/area/area-store.ts';
import { viewAt } from '../../server/change/view-at.ts';
import type { Store } from '../../server/db/open.ts';
import { importFiles } from '../../server/import/import-files.ts';
import { readImports } from '../../server/import/import-store.ts';
import { openViewer } from '../../server/person/open-viewer.ts';
import { venueHistory } from '../../server/venue/venue-store.ts';
import { eachEngine } from '../store/engines.ts';
import { folderOf, sixVillages } from './many-places.ts';

const actor = 'import';
const ledger = (day: string, stages: string[]) =>
  `乡镇,村名,填报日期,建设阶段,原因说明\n${stages.map((stage, index) => `${index < 3 ? '甲镇' : '乙镇'},${['东村', '西村', '南村', '北村', '中村', '新村'][index]},${day},${stage},清单另报`).join('\n')}\n`;
const county = { '村界.geojson': sixVillages() };
const twoWeeks = {
  ...county,
  '阵地台账第一周.csv': ledger('2026-08-24', ['未开工', '未开工', '主体在建', '主体在建', '建成', '建成']),
  '阵地台账第二周.csv': ledger('2026-08-31', ['主体在建', '未开工', '主体在建', '主体完工', '建成', '验收合格']),
};
const rowsOf = async (store: Store) =>
  Promise.all(
    (['change', 'area', 'venue', 'import', 'mapEdition', 'setting'] as const).map(
      async (table) => (await store.db.selectFrom(table).selectAll().execute()).length,
    ),
  );
const codesOf = (notes: { code: string }[]) => notes.map(({ code }) => code);

eachEngine('an import', (open) => {
  test('into an empty store writes places, map and ledgers, each week as of its own day', async () => {
    const store = await open();
    const report = await importFiles(store, [folderOf(twoWeeks)], { actor });
    expect(report).toMatchObject({ state: 'written', questions: [], refused: [] });
    expect(report.changes.map(({ noun, added, changed, unchanged }) => [noun, added, changed, unchanged])).toEqual([
      ['town', 2, 0, 0],
      ['village', 6, 0, 0],
      ['boundary', 6, 0, 0],
      ['venue', 6, 6, 0],
    ]);
    const first = await viewAt(store, openViewer, '2026-08-24');
    const now = await viewAt(store, openViewer);
    const east = (await readAreas(store, now)).find(({ name }) => name === '东村');
    expect((await venueHistory(store, first, east?.id ?? '')).map(({ stage }) => stage)).toEqual(['not-started']);
    expect((await venueHistory(store, now, east?.id ?? '')).map(({ stage }) => stage)).toEqual([
      'not-started',
      'structure-underway',
    ]);
    const changes = await store.db.selectFrom('change').select('at').orderBy('seq').execute();
    expect(changes.map(({ at }) => at)).toEqual(changes.map(({ at }) => at).toSorted());
    expect((await readImports(store, now))[0]?.files).toHaveLength(3);
  });

  test('what a table holds that no store and no document can keep is left out of names and words', async () => {
    const store = await open();
    const rows = '乡镇,村名,填报日期,建设阶段\n甲镇,大\u0001东村\uffff,2026-09-04,主体在建\n';
    const files = { '村界.geojson': sixVillages({ 东村: '大\u0001东\ufffe村' }), '阵地台账.csv': rows };
    const report = await importFiles(store, [folderOf(files)], { actor });
    expect(report.state).toBe('written');
    const now = await viewAt(store, openViewer);
    const east = (await readAreas(store, now)).find(({ name }) => name === '大东村');
    expect((await venueHistory(store, now, east?.id ?? '')).map(({ stage }) => stage)).toEqual(['structure-underway']);
  });

  test('of two counties goes by the one that is confirmed; places and rows of the other are left out and listed', async () => {
    const store = await open();
    const { features } = JSON.parse(sixVillages()) as { features: { properties: { 代码: string } }[] };
    for (const { properties } of features.slice(3)) properties.代码 = properties.代码.replace('990127', '990500');
    const rows = ledger('2026-08-24', ['未开工', '未开工', '主体在建', '主体在建', '建成', '建成']);
    const folder = folderOf({
      '村界.geojson': JSON.stringify({ type: 'FeatureCollection', features }),
      '阵地台账.csv': rows,
    });
    const asked = await importFiles(store, [folder], { actor });
    expect([asked.state, codesOf(asked.questions)]).toEqual(['not-written', ['two-counties']]);
    const report = await importFiles(store, [folder], { actor, confirmed: ['county=990127'] });
    expect([report.state, ...codesOf(report.questions)]).toEqual(['written']);
    const left = report.notes.filter(({ code }) => code.includes('other-county'));
    expect(codesOf(left)).toEqual([
      'other-county-left-out',
      'row-other-county',
      'row-other-county',
      'row-other-county',
    ]);
    const areas = await readAreas(store, await viewAt(store, openViewer));
    expect(areas.map(({ name }) => name)).toEqual(['990127', '甲镇', '东村', '西村', '南村']);
  });

  test('whose ledger alone holds rows of another county leaves them out where the own one is confirmed', async () => {
    const store = await open();
    await importFiles(store, [folderOf({ '村界.geojson': sixVillages() })], { actor });
    const rows = ['990127100200,东村', '990500100200,东村', '990500100207,外村', '990127109999,无村'];
    const given = {
      '阵地台账.csv': `行政区划代码,村名,填报日期,建设阶段\n${rows.map((row) => `${row},2026-08-24,主体在建\n`).join('')}`,
    };
    const asked = await importFiles(store, [folderOf(given)], { actor });
    expect(asked.state).toBe('not-written');
    const elsewhere = await importFiles(store, [folderOf(given)], { actor, confirmed: ['county=990500'] });
    expect(codesOf(elsewhere.notes)).not.toContain('row-other-county');
    const named = await importFiles(store, [folderOf(given)], { actor, confirmed: ['county=990127'] });
    expect(codesOf(named.notes).filter((code) => code === 'row-other-county')).toHaveLength(2);
    // A row of the own county whose village nobody knows is still asked about.
    expect(codesOf(named.questions)).toEqual(['row-place-unknown']);
    const known = { '阵地台账.csv': given['阵地台账.csv'].replace(/990127109999.*\n/, '') };
    const report = await importFiles(store, [folderOf(known)], { actor, confirmed: ['county=990127'] });
    expect(report.state).toBe('written');
    expect(report.changes).toContainEqual({ noun: 'venue', added: 1, changed: 0, unchanged: 0 });
  });

  test('with a name its town has already asks once, and warns of it no second time', async () => {
    const store = await open();
    await importFiles(store, [folderOf(county)], { actor });
    const folder = folderOf({ '村界.geojson': sixVillages({ 西村: '东村' }) });
    const asked = await importFiles(store, [folder], { actor });
    expect([asked.state, codesOf(asked.questions)]).toEqual(['not-written', ['name-in-town']]);
    expect(codesOf(asked.notes)).not.toContain('name-twice-in-town');
    const report = await importFiles(store, [folder], { actor, confirmed: ['same-name'] });
    expect([report.state, ...codesOf(report.questions)]).toEqual(['written']);
  });

  test('of the same files again writes nothing', async () => {
    const store = await open();
    await importFiles(store, [folderOf(twoWeeks)], { actor });
    const before = await rowsOf(store);
    const report = await importFiles(store, [folderOf(twoWeeks)], { actor });
    expect(report.state).toBe('nothing-to-write');
    expect(report.changes.every(({ added, changed }) => added + changed === 0)).toBe(true);
    expect(await rowsOf(store)).toEqual(before);
  });

  test('on a dry run tells everything and writes nothing', async () => {
    const store = await open();
    const before = await rowsOf(store);
    const report = await importFiles(store, [folderOf(twoWeeks)], { actor, dryRun: true });
    expect(report).toMatchObject({ state: 'dry-run', questions: [], refused: [] });
    expect(report.changes.find(({ noun }) => noun === 'village')?.added).toBe(6);
    expect(await rowsOf(store)).toEqual(before);
  });

  test('with a later week adds that week as of now', async () => {
    const store = await open();
    await importFiles(store, [folderOf(county)], { actor });
    const report = await importFiles(store, [folderOf({ '周报.csv': ledger('2026-08-24', ['未开工']) })], { actor });
    expect(report.state).toBe('written');
    expect((await viewAt(store, openViewer, '2026-08-25')).seq).toBe(0);
  });

  test('with a broken file among good ones writes nothing', async () => {
    const store = await open();
    const before = await rowsOf(store);
    const zip = zipSync({ 'xl/workbook.xml': new TextEncoder().encode('<workbook') });
    const report = await importFiles(store, [folderOf({ ...twoWeeks, '坏表.xlsx': zip.subarray(0, 60) })], { actor });
    expect(report.state).toBe('not-written');
    expect(report.refused[0]?.at.file).toBe('坏表.xlsx');
    expect(await rowsOf(store)).toEqual(before);
  });

  test('waits for an answer when a row may be two villages or none', async () => {
    const store = await open();
    await importFiles(store, [folderOf(county)], { actor });
    const before = await rowsOf(store);
    const rows = '乡镇,村名,填报日期,建设阶段\n甲镇,没有村,2026-08-24,主体在建\n甲镇,东村,2026-08-24,主体在建\n';
    const report = await importFiles(store, [folderOf({ '阵地台账.csv': rows })], { actor });
    expect(report.state).toBe('not-written');
    expect(report.questions).toMatchObject([{ code: 'row-place-unknown', at: { file: '阵地台账.csv', row: 2 } }]);
    expect(await rowsOf(store)).toEqual(before);
  });

  test('of a village under another name keeps its number on the map and its old name', async () => {
    const store = await open();
    await importFiles(store, [folderOf(county)], { actor });
    const before = await readAreas(store, await viewAt(store, openViewer));
    const report = await importFiles(store, [folderOf({ '村界.geojson': sixVillages({ 东村: '大东村' }) })], { actor });
    expect(codesOf(report.notes)).toContain('village-renamed');
    const after = await readAreas(store, await viewAt(store, openViewer));
    const fid = before.find(({ name }) => name === '东村')?.fid;
    expect(after.find((area) => area.fid === fid)?.name).toBe('大东村');
  });

  test('of ledgers without any boundaries asks for them', async () => {
    const store = await open();
    const report = await importFiles(store, [folderOf({ '阵地台账.csv': twoWeeks['阵地台账第一周.csv'] })], { actor });
    expect(codesOf(report.questions)).toEqual(['boundaries-first']);
  });
});
