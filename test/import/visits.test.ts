import { beforeEach, describe, expect, test } from 'vitest';
import { readAreas } from '../../server/area/area-store.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import { newId } from '../../server/db/id.ts';
import type { Store } from '../../server/db/open.ts';
import { importFiles } from '../../server/import/import-files.ts';
import { numberOfMade } from '../../server/inspection/visit-number.ts';
import { saveVisit } from '../../server/inspection/visit-save.ts';
import { readVisits } from '../../server/inspection/visit-store.ts';
import { officeViewer } from '../../server/person/open-viewer.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt } from '../store/sample-records.ts';
import { folderOf, sixVillages } from './many-places.ts';

const clock = clockAt('2026-10-30');
const head = '督查编号,督查日期,状态,督查级别,督查方式,督查组,乡镇,督查村,填报日期,发现问题';

eachEngine('an inspection log', (open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    await importFiles(store, [folderOf({ '村界.geojson': sixVillages() })], { actor: 'import', clock });
  });
  const give = (rows: string[], confirmed: string[] = []) =>
    importFiles(store, [folderOf({ '督查记录.csv': `${[head, ...rows].join('\n')}\n` })], {
      actor: 'import',
      clock,
      confirmed,
    });
  const standing = async () => {
    const view = await viewAt(store, officeViewer, '2026-10-30');
    const names = new Map((await readAreas(store, view)).map(({ id, name }) => [id, name]));
    return (await readVisits(store, view))
      .map(({ number, state, occurredOn, team, places }) =>
        [number, state, occurredOn, team, places.map(({ areaId }) => names.get(areaId)).join('、')].join(' '),
      )
      .sort();
  };
  const areaId = async (wanted: string) => {
    const view = await viewAt(store, officeViewer, '2026-10-30');
    return (await readAreas(store, view)).find(({ name }) => name === wanted)?.id ?? '';
  };
  /** A visit recorded by hand, of a number that is given or the next. */
  const record = async (village: string, number?: string) => {
    const id = await areaId(village);
    return write(store, { actor: 'office', clock }, async (tx) => {
      const now = {
        ...{ id: newId(), number: number ?? (await numberOfMade(tx, null, '2026-10-30')), occurredOn: '2026-10-30' },
        ...{ state: 'made' as const, level: 'county' as const, announced: true, team: '一组', leaderId: null },
        ...{ places: [{ areaId: id, findings: [] }], reportedOn: '2026-10-30', since: 0 },
      };
      await saveVisit(tx, { before: null, now, withdrawn: false });
      return now.number;
    });
  };
  const plan = 'DC2026-180,2026-10-30,计划,县级,明查,一组,甲镇,西村,2026-10-28,';
  const made = 'DC2026-180,2026-10-30,已完成,县级,明查,一组,甲镇,西村,2026-10-30,';

  test.each([
    ['an open finding stays open, and it is said', '道路破损', [{ number: 'DC2026-180', open: 1 }]],
    ['nothing is said where nothing is open', '', []],
  ])('that says all is signed off without a day: %s', async (_, finding, said) => {
    const report = await give([`DC2026-180,2026-10-30,办结,县级,明察,一组,甲镇,西村,2026-10-30,${finding}`]);
    expect(report.notes.filter(({ code }) => code === 'visit-closed-undated').map(({ values }) => values)).toEqual(
      said,
    );
    expect(await standing()).toEqual(['DC2026-180 made 2026-10-30 一组 西村']);
  });

  test('may name its villages as places, with their town', async () => {
    const log =
      '督查编号,督查日期,督查级别,督导组,地点,报送日期\nDC2026-180,2026-10-30,县级,一组,甲镇西村,2026-10-30\n';
    await importFiles(store, [folderOf({ '督查记录.csv': log })], { actor: 'import', clock });
    expect(await standing()).toEqual(['DC2026-180 made 2026-10-30 一组 西村']);
  });

  test('whose plan is reported as done never meets a visit recorded by hand meanwhile', async () => {
    await give([plan]);
    const numbers = [await record('东村'), await record('东村')];
    expect(new Set([...numbers, 'DC2026-180']).size).toBe(3);
    expect((await give([made])).state).toBe('written');
    expect(await standing()).toEqual([
      'DC2026-180 made 2026-10-30 一组 西村',
      ...numbers.map((number) => `${number} made 2026-10-30 一组 东村`),
    ]);
  });

  test('of a store where two visits have one number finds the one it tells of, and asks where that is neither', async () => {
    await give([plan]);
    await record('东村', 'DC2026-180');
    expect((await give([made])).state).toBe('written');
    const both = ['DC2026-180 made 2026-10-30 一组 东村', 'DC2026-180 made 2026-10-30 一组 西村'];
    expect(await standing()).toEqual(both);
    const asked = await give([made.replace('西村', '南村')], ['DC2026-180']);
    expect(asked.questions).toMatchObject([{ code: 'visit-number-shared', values: { count: 2 } }]);
    expect(await standing()).toEqual(both);
  });

  describe('that gives the number of a visit made to another', () => {
    test.each([
      ['village', 'DC2026-180,2026-10-30,已完成,县级,明查,一组,甲镇,东村,2026-10-30,'],
      ['day', 'DC2026-180,2026-10-29,已完成,县级,明查,一组,甲镇,西村,2026-10-30,'],
      ['team', 'DC2026-180,2026-10-30,已完成,县级,明查,二组,甲镇,西村,2026-10-30,'],
      ['village and an earlier report', 'DC2026-180,2026-10-28,已完成,县级,明查,二组,甲镇,东村,2026-10-28,'],
    ])('%s asks, names both and writes nothing; confirmed, it is rewritten', async (_, row) => {
      await give([made]);
      const before = await standing();
      const asked = await give([row]);
      expect(asked.state).toBe('not-written');
      expect(asked.questions.map(({ code }) => code)).toEqual(['visit-number-other']);
      expect(asked.questions[0]?.values).toMatchObject({ theirs: '2026-10-30 一组 西村', number: 'DC2026-180' });
      expect(String(asked.questions[0]?.values?.ours)).toContain(row.split(',')[5]);
      expect(await standing()).toEqual(before);
      const answered = await give([row], ['DC2026-180']);
      expect(answered.questions).toEqual([]);
      expect(await standing()).toHaveLength(1);
    });
  });

  test.each([
    ['a plan made', made],
    ['a plan put off', 'DC2026-180,2026-11-02,计划,县级,明查,一组,甲镇,西村,2026-10-30,'],
    ['a plan made on another day', 'DC2026-180,2026-10-29,已完成,县级,明查,一组,甲镇,西村,2026-10-30,'],
    ['a village more', 'DC2026-180,2026-10-30,计划,县级,明查,一组,甲镇,西村、东村,2026-10-30,'],
  ])('%s is the same visit: no question', async (_, row) => {
    await give([plan]);
    expect((await give([row])).state).toBe('written');
    expect(await standing()).toHaveLength(1);
  });

  test('given again changes nothing, and never makes a plan of what was made', async () => {
    await give([plan, made]);
    const before = await standing();
    expect((await give([plan, made])).state).toBe('nothing-to-write');
    expect((await give([plan.replace('2026-10-28', '2026-10-30')])).state).toBe('nothing-to-write');
    expect(await standing()).toEqual(before);
  });

  test('whose rows of one number differ in the day is asked, not taken by its first row', async () => {
    const other = 'DC2026-180,2026-10-29,已完成,县级,明查,一组,甲镇,东村,2026-10-30,';
    expect((await give([made, other])).questions).toMatchObject([
      { code: 'visit-rows-differ', at: { row: 3 }, values: { other: 2 } },
    ]);
    expect(await standing()).toEqual([]);
  });

  test('may not plan under a number of those given by hand', async () => {
    const own = await record('东村');
    const next = own.replace(/\d+$/, (digits) => String(Number(digits) + 1).padStart(digits.length, '0'));
    const asked = await give([plan.replace('DC2026-180', next)]);
    expect(asked.questions).toMatchObject([{ code: 'visit-number-ours', values: { number: next } }]);
  });

  test('one trip under a second number is told', async () => {
    await give([made]);
    const report = await give([made.replace('DC2026-180', 'DC2026-181')]);
    expect(report.state).toBe('written');
    expect(report.notes).toContainEqual(
      expect.objectContaining({ code: 'visit-trip-again', values: expect.objectContaining({ other: 'DC2026-180' }) }),
    );
  });

  describe('of a day', () => {
    beforeEach(async () => {
      const plan = '项目,内容\n起始日,2026-08-17\n天数,100\n';
      expect((await importFiles(store, [folderOf({ '行动方案.csv': plan })], { actor: 'import', clock })).state).toBe(
        'written',
      );
    });
    const on = (day: string) => `DC2026-180,${day},已完成,县级,明查,一组,甲镇,西村,2026-10-30,`;
    test.each([
      ['on the first day of the campaign', '2026-08-17', 'written', null],
      ['before it', '2026-08-16', 'not-written', 'visit-before-campaign'],
      ['long before it', '2000-01-01', 'not-written', 'visit-before-campaign'],
      ['of another century', '1999-12-31', 'not-written', 'visit-other-century'],
      ['of a century to come', '2100-01-01', 'not-written', 'visit-other-century'],
    ])('%s', async (_, day, state, code) => {
      const row = day > '2026-10-30' ? on(day).replace('已完成', '计划') : on(day);
      const report = await give([row]);
      expect([report.state, [...report.questions, ...report.refused][0]?.code ?? null]).toEqual([state, code]);
      const confirmed = await give([row], ['early']);
      expect(confirmed.state === 'not-written').toBe(code === 'visit-other-century');
    });
  });
});
