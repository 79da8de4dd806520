import { beforeEach, expect, test } from 'vitest';
import { changeAreas } from '../../server/area/change/area-change.ts';
import { newId } from '../../server/db/id.ts';
import type { Store } from '../../server/db/open.ts';
import type { AreaChange } from '../../server/form/form-answers.ts';
import { eachEngine } from '../store/engines.ts';
import { codes, office, openPlaces, type Places } from './place-changes.ts';

const on = '2026-10-30';
const { 东, 西, 北 } = codes;
const merge = { kind: 'merge', code: 东, into: 西, name: null, newCode: null, on } as const;
const move = { kind: 'move', code: 东, town: '990127101', newCode: null, on } as const;
const rename = { kind: 'rename', code: 东, name: '冬村', newCode: null, on } as const;
const split = { kind: 'split', code: 东, name: '东二村', newCode: '990127100777', on } as const;

eachEngine('a change of places that cannot be', (open) => {
  let store: Store;
  let places: Places;
  beforeEach(async () => {
    store = await open();
    places = await openPlaces(store);
  });
  const changes = async () => (await store.db.selectFrom('change').select('seq').execute()).length;
  type Given = Parameters<Places['send']>[0];

  test.each<[string, Given, string, string]>([
    ['of no place', { ...rename, code: '990127100999' }, 'code', 'village-unknown'],
    ['of a day there is not', { ...rename, on: '2026-02-30' }, 'on', 'day-not-real'],
    ['before the place', { ...rename, on: '2026-09-01' }, 'on', 'day-before'],
    ['to the name it has', { ...rename, name: '东村' }, 'name', 'nothing-changed'],
    ['to a name its town has', { ...rename, name: '西社区' }, 'name', 'name-taken'],
    ['to a code another has', { ...rename, newCode: 西 }, 'newCode', 'code-taken'],
    ['into itself', { ...merge, into: 东 }, 'into', 'same-place'],
    ['into a village of another town', { ...merge, into: 北 }, 'into', 'other-town'],
    ['into none', { ...merge, into: '990127100999' }, 'into', 'village-unknown'],
    ['into one it does not touch', { ...merge, into: codes.南 }, 'into', 'places-apart'],
    ['to its own town', { ...move, town: '990127100' }, 'town', 'nothing-changed'],
    ['to no town', { ...move, town: 西 }, 'town', 'town-unknown'],
    ['apart without a code', { ...split, newCode: '' }, 'newCode', 'missing'],
  ])('%s: says which field and why, and writes nothing', async (_, change, field, code) => {
    const before = await changes();
    const refused = await places.send(change).catch((problem) => problem.beside('zh').faults);
    expect(refused).toMatchObject([{ field, code }]);
    expect(await changes()).toBe(before);
  });

  test('sent twice is one change, answered alike', async () => {
    const change: AreaChange = { id: newId(), ...merge };
    const first = await changeAreas(store, office, change);
    const before = await changes();
    expect(await changeAreas(store, office, change)).toMatchObject({ seq: first.seq });
    expect(await changes()).toBe(before);
  });
});
