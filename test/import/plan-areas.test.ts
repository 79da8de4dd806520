import { describe, expect, test } from 'vitest';
import type { AreaFeature, Shape } from '../../geodata/area/area.ts';
import type { BoundaryFile } from '../../geodata/format/hand-over.ts';
import { type PlaceStock, type PlannedArea, planAreas } from '../../server/import/plan/plan-areas.ts';
import { inBrackets, namesOf } from '../../server/words/names/rules.ts';

const square = (x: number): Shape => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [x, 0],
        [x + 1, 0],
        [x + 1, 1],
        [x, 1],
        [x, 0],
      ],
    ],
  ],
});
const village = (code: string | null, name: string, more: Partial<AreaFeature> = {}): AreaFeature => ({
  kind: 'village',
  code,
  name,
  officialName: null,
  type: null,
  townName: null,
  townCode: null,
  shape: square(0),
  ...more,
});
const file = (areas: AreaFeature[], name = '村界.zip'): BoundaryFile => ({
  is: 'boundaries',
  file: name,
  reading: { system: 'WGS 84', basis: 'range', swappedAxes: false },
  encoding: null,
  areas,
  notes: [],
});
let ids = 0;
const stockOf = (stored: PlannedArea[] = [], on = '2026-10-01'): PlaceStock => ({
  stored,
  nextFid: Math.max(0, ...stored.map(({ fid }) => fid)) + 1,
  on,
  newId: () => `id-${++ids}`,
});
const ten = Array.from({ length: 10 }, (_, i) => village(`99012710020${i}`, `村${i}`, { townName: '岫阳镇' }));
const imported = () => planAreas([file(ten)], stockOf([], '2026-08-17')).areas;

describe('a first import of boundaries', () => {
  test('makes county and towns that no file gives from codes and town names', () => {
    const plan = planAreas([file(ten)], stockOf());
    expect(
      plan.areas.map(({ kind, code, name, fid, position }) => [kind, code, name, fid, position]).slice(0, 4),
    ).toEqual([
      ['county', '990127', '990127', 1, 1],
      ['town', '990127100', '岫阳镇', 2, 1],
      ['village', '990127100200', '村0', 3, 1],
      ['village', '990127100201', '村1', 4, 2],
    ]);
    expect(plan.counts).toEqual({
      town: { added: 1, changed: 0, unchanged: 0 },
      village: { added: 10, changed: 0, unchanged: 0 },
    });
    expect(plan.toBuild?.villages[0]).toMatchObject({ fid: 3, townFid: 2 });
    expect(plan.notes.map(({ code }) => code)).toEqual(['county-name-unknown']);
  });
  test('without villages is refused', () => {
    const towns = [village('990127100', '岫阳镇', { kind: 'town' })];
    expect(planAreas([file(towns)], stockOf()).notes).toMatchObject([{ code: 'no-villages', severity: 'refused' }]);
  });
  test('a village without code is refused', () => {
    const notes = planAreas([file([...ten, village(null, '无码村')])], stockOf()).notes;
    expect(notes).toContainEqual(expect.objectContaining({ code: 'village-without-code', severity: 'refused' }));
  });
  test('a village in two files is a question', () => {
    const notes = planAreas([file(ten), file([ten[0] as AreaFeature], '又一份.zip')], stockOf()).notes;
    expect(notes).toContainEqual(expect.objectContaining({ code: 'place-twice', severity: 'question' }));
  });
});

describe('boundaries given again', () => {
  test('the same places change nothing', () => {
    const plan = planAreas([file(ten)], stockOf(imported()));
    expect(plan.changed).toEqual([]);
    expect(plan.counts.village).toEqual({ added: 0, changed: 0, unchanged: 10 });
  });
  test('the order of the file does not matter', () => {
    expect(planAreas([file(ten.toReversed())], stockOf(imported())).changed).toEqual([]);
  });
  test('another name under the same code is a rename: the old name is closed, the number on the map stays', () => {
    const before = imported();
    const [first, ...others] = ten as [AreaFeature, ...AreaFeature[]];
    const plan = planAreas([file([{ ...first, name: '新村' }, ...others])], stockOf(before));
    const id = before.find(({ name }) => name === '村0')?.id;
    expect(plan.changed.map(({ id, name, fid, fromOn, toOn }) => [id, name, fid, fromOn, toOn])).toEqual([
      [id, '村0', 3, '2026-08-17', '2026-10-01'],
      [id, '新村', 3, '2026-10-01', null],
    ]);
    expect(plan.notes).toContainEqual(expect.objectContaining({ code: 'village-renamed', severity: 'warning' }));
  });
  test('an official name cut by the width of a DBF column changes nothing', () => {
    const full = ten.map((one) => ({ ...one, officialName: `${one.name}村民委员会` }));
    const cut = ten.map((one) => ({ ...one, officialName: `${one.name}村民委` }));
    expect(planAreas([file(cut)], stockOf(planAreas([file(full)], stockOf()).areas)).changed).toEqual([]);
    const mended = planAreas([file(full)], stockOf(planAreas([file(cut)], stockOf()).areas));
    expect(mended.changed.filter(({ kind }) => kind === 'village')).toHaveLength(10);
  });
  test('another code under the same name in the same town is the same village', () => {
    const others = ten.slice(1);
    const plan = planAreas(
      [file([village('990127100999', '村0', { townName: '岫阳镇' }), ...others])],
      stockOf(imported()),
    );
    expect(plan.notes.map(({ code }) => code)).toContain('code-changed');
    expect(plan.counts.village).toEqual({ added: 0, changed: 1, unchanged: 9 });
  });
  test('a fifth missing is gone with a warning, more is a question and nothing else', () => {
    const gone = planAreas([file(ten.slice(2))], stockOf(imported()));
    expect(gone.notes.filter(({ code }) => code === 'village-gone')).toHaveLength(2);
    expect(gone.changed.filter(({ toOn }) => toOn === '2026-10-01')).toHaveLength(2);
    const part = planAreas([file(ten.slice(3))], stockOf(imported()));
    expect(part.notes).toContainEqual(expect.objectContaining({ code: 'partial-boundaries', severity: 'question' }));
  });
  describe('codes of two counties in one hand-over', () => {
    const odd = ['990500100201', '990500100202'].map((code) => village(code, `外村${code.at(-1)}`));
    const asked = (...given: Parameters<typeof planAreas>) =>
      planAreas(...given).notes.filter(({ code }) => code === 'two-counties');
    test('are asked about with both codes and counts, whichever file has them', () => {
      const values = { county: '990127', count: 10, other: '990500', odd: 2, names: namesOf(['外村1', '外村2']) };
      const question = [expect.objectContaining({ severity: 'question', values })];
      expect(asked([file([...ten, ...odd])], stockOf())).toEqual(question);
      expect(asked([file(ten), file(odd, '外县.zip')], stockOf(imported()))).toEqual(question);
    });
    test('also where a town or the county is the other’s', () => {
      const town = village('990500100', '外镇', { kind: 'town' });
      expect(asked([file([...ten, town])], stockOf())).toHaveLength(1);
      expect(asked([file([...ten, village('990500', '外县', { kind: 'county' })])], stockOf())).toHaveLength(1);
    });
    test('one code, or codes that are not national ones, are not', () => {
      expect(asked([file(ten)], stockOf())).toEqual([]);
      expect(asked([file(ten.map((one, at) => ({ ...one, code: `A${at}` })))], stockOf())).toEqual([]);
    });
    describe('answered with the county that is meant', () => {
      const keptOf = (plan: ReturnType<typeof planAreas>) =>
        plan.areas.filter(({ kind }) => kind === 'village').map(({ name }) => name);
      const answered = (given: AreaFeature[], code: string, stored: PlannedArea[] = []) =>
        planAreas([file(given)], { ...stockOf(stored), confirmed: [`county=${code}`] });
      test.each([
        ['the greater part', '990127', 10, namesOf(odd.map(({ name, code }) => name + inBrackets(code ?? '')))],
        ['the smaller part', '990500', 2, namesOf(ten.map(({ name, code }) => name + inBrackets(code ?? '')))],
      ])('%s: the other places are left out and listed', (_, code, kept, names) => {
        const plan = answered([...ten, ...odd], code);
        expect(keptOf(plan)).toHaveLength(kept);
        expect(plan.areas.find(({ kind }) => kind === 'county')?.code).toBe(code);
        const left = plan.notes.filter((note) => note.code === 'other-county-left-out');
        expect(left).toMatchObject([{ severity: 'warning', values: { county: code, names } }]);
        expect(plan.notes.filter(({ severity }) => severity === 'question')).toEqual([]);
      });
      test('towns, the county itself and villages known by their town only are left out with it', () => {
        const others = [
          village('990500', '外县', { kind: 'county' }),
          village('990500100', '外镇', { kind: 'town' }),
          village(null, '无码一村', { townName: '外镇' }),
          village('A7', '无码二村', { townCode: '990500100' }),
        ];
        const plan = answered([...ten, ...odd, ...others], '990127');
        expect(keptOf(plan)).toEqual(ten.map(({ name }) => name));
        expect(plan.notes.filter(({ code }) => code === 'other-county-left-out')[0]?.values?.count).toBe(6);
      });
      test('a code no place has answers nothing', () => {
        const plan = answered([...ten, ...odd], '990128');
        expect(plan.notes.filter(({ code }) => code === 'two-counties')).toHaveLength(1);
      });
      test('what the store holds already stays', () => {
        const both = planAreas([file([...ten, ...odd])], stockOf()).areas;
        expect(answered([...ten, ...odd], '990127', both).changed).toEqual([]);
      });
      test.each([
        ['by code', { code: '990500100201', town: null, village: '村1' }, true],
        ['by the code of its town', { code: null, town: '990500100', village: '村1' }, true],
        ['by its town', { code: null, town: '外镇', village: '村1' }, true],
        ['by its name alone', { code: null, town: null, village: '外村1' }, true],
        ['of the county by code', { code: '990127100201', town: null, village: '外村1' }, false],
        ['of the county by town', { code: null, town: '岫阳镇', village: '外村1' }, false],
        ['of the county by name', { code: null, town: null, village: '村1' }, false],
      ])('a row that speaks of one %s', (_, wanted, isLeftOut) => {
        const others = odd.map((one) => ({ ...one, townName: '外镇' }));
        expect(answered([...ten, ...others], '990127').isLeftOut(wanted)).toBe(isLeftOut);
      });
    });
    test('what the store holds already is not asked about again', () => {
      const both = planAreas([file([...ten, ...odd])], stockOf()).areas;
      expect(asked([file([...ten, ...odd])], stockOf(both))).toEqual([]);
    });
  });
  describe('a name its town has already', () => {
    const [first, second, ...others] = ten as [AreaFeature, AreaFeature, ...AreaFeature[]];
    const asked = (given: AreaFeature[], { stored = imported(), confirmed = [] as string[] } = {}) =>
      planAreas([file(given)], { ...stockOf(stored), confirmed })
        .notes.filter(({ code }) => code === 'name-in-town')
        .map(({ severity, at, values }) => [severity, at.areaCode, values?.otherCode]);
    const renamed = (name: string) => [first, { ...second, name }, ...others];
    const added = (...names: string[]) => [
      ...ten,
      ...names.map((name, at) => village(`99012710030${at}`, name, { townName: '岫阳镇' })),
    ];
    const question = ['question', second.code, first.code];
    test.each([
      ['by a rename', renamed(first.name), [question]],
      ['written otherwise', renamed(`${first.name}社区`), [question]],
      ['by a new village', added(first.name), [['question', '990127100300', first.code]]],
      ['by two new ones of one name', added('新村', '新村'), [['question', '990127100301', '990127100300']]],
      ['of its own', renamed(`${second.name}社区`), []],
      ['in another town', [...ten, village('990127101300', first.name, { townName: '望岭镇' })], []],
      ['given to the other at once', [{ ...first, name: second.name }, { ...second, name: first.name }, ...others], []],
    ])('%s', (_, given, notes) => expect(asked(given)).toEqual(notes));
    test('of a town, in the county', () => {
      const town = (code: string) => village(code, '岫阳乡', { kind: 'town', shape: square(5) });
      expect(asked([...ten, town('990127109')])).toEqual([['question', '990127109', '990127100']]);
    });
    test('is taken once confirmed, and not asked about again', () => {
      expect(asked(renamed(first.name), { confirmed: ['same-name'] })).toEqual([['warning', second.code, first.code]]);
      const stored = planAreas([file(renamed(first.name))], stockOf(imported())).areas;
      expect(asked(renamed(first.name), { stored })).toEqual([]);
    });
    test('at a first import no town has one yet', () => expect(asked(renamed(first.name), { stored: [] })).toEqual([]));
  });
  test('another county is refused', () => {
    const other = ten.map((one) => ({ ...one, code: `6${one.code?.slice(1)}` }));
    expect(planAreas([file(other)], stockOf(imported())).notes).toContainEqual(
      expect.objectContaining({ code: 'other-county', severity: 'refused' }),
    );
  });
  test('towns alone keep the villages and draw them as they are', () => {
    const town = village('990127100', '岫阳镇', { kind: 'town', shape: square(5) });
    const plan = planAreas([file([town])], stockOf(imported()));
    expect(plan.changed).toEqual([]);
    expect(plan.toBuild?.villages).toHaveLength(10);
    expect(plan.toBuild?.villages.every(({ shape }) => shape === null)).toBe(true);
    expect(plan.toBuild?.towns[0]?.shape).toEqual(square(5));
  });
});
