import { beforeEach, expect, test } from 'vitest';
import { itemTitles } from '../../geodata/sheet/words.zh.ts';
import { readAreas } from '../../server/area/area-store.ts';
import { viewAt } from '../../server/change/view-at.ts';
import type { Store } from '../../server/db/open.ts';
import { dossierAnswer } from '../../server/dossier/dossier.ts';
import { importFiles } from '../../server/import/import-files.ts';
import { printReport } from '../../server/import/print-report.ts';
import { officeViewer } from '../../server/person/open-viewer.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt } from '../store/sample-records.ts';
import { folderOf, sixVillages } from './many-places.ts';

const clock = clockAt('2026-10-30');
const titles = itemTitles.map(([, title]) => title);
const head = `乡镇,村名,填报日期,建设阶段,组织部验收日期,财政局验收日期,核定补助,已拨付,${titles.join(',')}`;
const all = titles.map(() => '√').join(',');
const butOne = all.replace(/√$/, '×');
const silentOnOne = all.replace(/√$/, '');
const row = (said: string, items: string, day = '2026-10-28') => `甲镇,东村,${day},${said},${items}`;
const built = '建成,,,60000,20000';

eachEngine('a venue ledger', (open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    await importFiles(store, [folderOf({ '村界.geojson': sixVillages() })], { actor: 'import', clock });
  });
  const give = (rows: string[], { column = '', confirmed = [] as string[] } = {}) =>
    importFiles(store, [folderOf({ '阵地台账.csv': `${[head + column, ...rows].join('\n')}\n` })], {
      ...{ actor: 'import', clock, confirmed },
    });
  const marks = async () => {
    const view = await viewAt(store, officeViewer, '2026-10-30');
    const code = (await readAreas(store, view)).find(({ name }) => name === '东村')?.code ?? '';
    return (await dossierAnswer(store, view, code)).venue?.marks.map(({ key, reason }) => [key, reason]) ?? null;
  };
  const changes = async () => (await store.db.selectFrom('change').select('seq').execute()).length;

  test.each([
    ['建成 with an item lacking', row(built, butOne), ['built-items']],
    ['建成 with an item left blank', row(built, silentOnOne), ['built-items']],
    ['验收合格 with an item lacking', row('验收合格,2026-10-20,2026-10-21,60000,60000', butOne), ['accepted-items']],
    [
      'one department’s acceptance with an item lacking',
      row('建成,2026-10-20,,60000,20000', butOne),
      ['accepted-items', 'built-items'],
    ],
    ['验收合格 without dates, with an item lacking', row('验收合格,,,60000,20000', butOne), ['accepted-items']],
    ['paid in full before acceptance', row('建成,,,60000,60000', all), ['paid-early']],
    ['paid in full after one acceptance only', row('建成,2026-10-20,,60000,60000', all), ['paid-early']],
  ])('that tells %s without a reason asks, and nothing of it is stored', async (_, said, codes) => {
    const before = await changes();
    const report = await give([said, row(built, all).replace('东村', '西村')]);
    expect(report.state).toBe('not-written');
    expect(report.questions.map(({ code, at }) => [code, at.row])).toEqual(codes.map((code) => [`venue-${code}`, 2]));
    for (const code of codes) expect(printReport(report, 'zh')).toContain(`--confirm ${code}`);
    expect(await changes()).toBe(before);
  });
  test.each([
    ['建成 with every item', row(built, all)],
    ['验收合格 with every item, paid in full', row('验收合格,2026-10-20,2026-10-21,60000,60000', all)],
    ['配套完善 with an item lacking', row('配套完善,,,60000,20000', butOne)],
    ['建成, one fen below all of it paid', row('建成,,,60000,59999.99', all)],
  ])('that tells %s asks nothing', async (_, said) => {
    expect(await give([said])).toMatchObject({ state: 'written', questions: [] });
    expect(await marks()).toEqual([]);
  });
  test.each(['原因说明', '原因', '说明'])(
    'answers in a column %s, and the reason is kept with the mark',
    async (title) => {
      const report = await give([`${row(built, butOne)},电脑待到货`], { column: `,${title}` });
      expect(report).toMatchObject({ state: 'written', questions: [] });
      expect(await marks()).toEqual([['built-items', '电脑待到货']]);
    },
  );
  test('whose reason is blank, or stands under 备注, is asked', async () => {
    for (const [column, cell] of [
      [',原因说明', ' '],
      [',备注', '电脑待到货'],
    ])
      expect((await give([`${row(built, butOne)},${cell}`], { column })).questions).toHaveLength(1);
    expect(await marks()).toBeNull();
  });
  test('with a reason longer than is kept is refused, not cut', async () => {
    const reason = (length: number) => [`${row(built, butOne)},${'久'.repeat(length)}`];
    const refused = await give(reason(501), { column: ',原因说明' });
    expect(refused).toMatchObject({ state: 'not-written', refused: [{ code: 'row-reason-long' }] });
    expect((await give(reason(500), { column: ',原因说明' })).state).toBe('written');
  });
  test('is taken without a reason when that mark is confirmed, and another mark is still asked', async () => {
    const said = [row('建成,,,60000,60000', butOne)];
    const asked = await give(said, { confirmed: ['built-items'] });
    expect(asked.questions.map(({ code }) => code)).toEqual(['venue-paid-early']);
    expect((await give(said, { confirmed: ['built-items', 'paid-early'] })).state).toBe('written');
    expect(await marks()).toEqual([
      ['paid-early', null],
      ['built-items', null],
    ]);
  });
  test('is not asked again about what stands, but about what is new', async () => {
    await give([`${row(built, butOne)},电脑待到货`], { column: ',原因说明' });
    expect((await give([row(built, butOne, '2026-10-29')])).state).toBe('written');
    expect(await marks()).toEqual([['built-items', '电脑待到货']]);
    const paid = await give([row('建成,,,60000,60000', butOne, '2026-10-30')]);
    expect(paid.questions.map(({ code }) => code)).toEqual(['venue-paid-early']);
  });

  const dated = (cells: string, more = '') =>
    importFiles(
      store,
      [folderOf({ '阵地台账.csv': `乡镇,村名,填报日期,建设阶段,开工实际日期${more}\n甲镇,东村,${cells}\n` })],
      {
        ...{ actor: 'import', clock },
      },
    );
  test.each([
    ['an earlier real date', '2026-10-28,主体在建,2026-09-01', 'done-earlier'],
    ['a real date emptied', '2026-10-28,主体在建,', 'done-emptied'],
  ])('that tells %s is asked, and taken with its reason', async (_, cells, code) => {
    await dated('2026-10-20,主体在建,2026-09-10');
    const asked = await dated(cells);
    expect(asked).toMatchObject({ state: 'not-written', questions: [{ code: `venue-${code}` }] });
    expect(printReport(asked, 'zh')).toContain('东村“开工”原报');
    expect((await dated(`${cells},原报有误`, ',原因说明')).state).toBe('written');
    expect(await marks()).toEqual([[code, '原报有误']]);
  });
  test.each([
    ['moved to an earlier day', '2026-10-19', 'done-earlier'],
    ['left blank', '', 'done-emptied'],
  ])('that tells a day of acceptance %s is asked, and taken with its reason', async (_, day, code) => {
    const accepted = (on: string, reported: string) => row(`建成,${on},,60000,20000`, all, reported);
    await give([accepted('2026-10-20', '2026-10-21')]);
    const asked = await give([accepted(day, '2026-10-28')]);
    expect(asked).toMatchObject({ state: 'not-written', questions: [{ code: `venue-${code}` }] });
    expect(printReport(asked, 'zh')).toContain('东村“组织部验收”原报');
    const report = await give([`${accepted(day, '2026-10-28')},原填有误`], { column: ',原因说明' });
    expect(report.state).toBe('written');
    expect(await marks()).toEqual([[code, '原填有误']]);
  });
  test('that has it done before the report that had it open is asked', async () => {
    await dated('2026-10-20,未开工,');
    const asked = await dated('2026-10-28,主体在建,2026-10-19');
    expect(asked.questions.map(({ code }) => code)).toEqual(['venue-done-unreported']);
    expect((await dated('2026-10-28,主体在建,2026-10-20')).state).toBe('written');
  });
});

eachEngine('an organisation ledger', (open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    await importFiles(store, [folderOf({ '村界.geojson': sixVillages() })], { actor: 'import', clock });
  });
  const head = '乡镇,村名,填报日期,党组织名称,排查日期,是否后进,认定级别,存在问题,整改时限,整改完成日期';
  const row = (day: string, doneOn: string) =>
    `甲镇,东村,${day},东村党支部,2026-09-01,是,县定,"班子不健全；台账缺失",2026-10-20,"${doneOn}"`;
  const give = (said: string, { column = '', ...more }: { column?: string; confirmed?: string[]; by?: 'town' } = {}) =>
    importFiles(store, [folderOf({ '党组织台账.csv': `${head}${column}\n${said}\n` })], {
      ...{ actor: 'import', clock, ...more },
    });
  const marks = async () => {
    const view = await viewAt(store, officeViewer, '2026-10-30');
    const code = (await readAreas(store, view)).find(({ name }) => name === '东村')?.code ?? '';
    const { organisation } = await dossierAnswer(store, view, code);
    return organisation?.turnaround?.marks.map(({ key, reason }) => [key, reason]);
  };

  test.each([
    ['a problem put right on an earlier day', '2026-10-09；2026-10-12', 'done-earlier', '原报2026年10月10日整改完成'],
    ['a day emptied', '；2026-10-12', 'done-emptied', '原报2026年10月10日整改完成'],
    ['one before the report that had it open', '2026-10-10；2026-10-11', 'done-unreported', '在2026年10月12日报送时'],
  ])('that tells %s is asked, and taken with its reason', async (_, doneOn, code, said) => {
    await give(row('2026-10-12', code === 'done-unreported' ? '2026-10-10；' : '2026-10-10；2026-10-12'));
    const asked = await give(row('2026-10-28', doneOn));
    expect(asked).toMatchObject({ state: 'not-written', questions: [{ code: `organisation-${code}` }] });
    expect(printReport(asked, 'zh')).toContain(said);
    expect(printReport(asked, 'zh')).toContain(`--confirm ${code}`);
    expect((await give(`${row('2026-10-28', doneOn)},原报有误`, { column: ',原因说明' })).state).toBe('written');
    expect(await marks()).toEqual([[code, '原报有误']]);
    expect((await give(row('2026-10-29', doneOn))).state).toBe('written');
  });
  test('is taken without a reason when that is confirmed, and is marked', async () => {
    await give(row('2026-10-12', '2026-10-10；'));
    expect((await give(row('2026-10-28', '2026-10-09；'), { confirmed: ['done-earlier'] })).state).toBe('written');
    expect(await marks()).toEqual([['done-earlier', null]]);
  });
  test('handed in by a town is asked as well', async () => {
    await give(row('2026-10-12', '2026-10-10；'));
    const asked = await give(row('2026-10-28', '；'), { by: 'town' });
    expect(asked.questions.map(({ code }) => code)).toEqual(['organisation-done-emptied']);
  });
  test('that has days on or after the last report asks nothing', async () => {
    await give(row('2026-10-12', '2026-10-10；'));
    expect((await give(row('2026-10-28', '2026-10-10；2026-10-12'))).state).toBe('written');
    expect(await marks()).toEqual([]);
  });
});
