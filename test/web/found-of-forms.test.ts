import { describe, expect, test } from 'vitest';
import type { ResponsibleFormValues } from '../../server/form/form-answers.ts';
import type { Fault } from '../../server/form/rules.ts';
import type { PlaceAnswer } from '../../server/layer/answer.ts';
import { responsibleFaults } from '../../server/person/rules.ts';
import { type AreaValues, areaFaults } from '../../web/form/area-values.ts';
import { foundNow } from '../../web/form/found-now.ts';

const told = (faults: Fault[]) => faults.map(({ field, code }) => `${field} ${code}`);

describe('responsible people, while they are typed', () => {
  const empty = { name: null, post: null, unit: null, workPhone: null };
  const known: ResponsibleFormValues = { 'party-secretary': empty, 'town-leader': { ...empty, name: '甲' } };
  const functions = Object.keys(known).map((key) => ({ key, title: { zh: key, en: key } }));
  const found = (key: string, typed: object) =>
    told(
      foundNow((values) => responsibleFaults(values, functions), known, {
        ...known,
        [key]: { ...empty, ...known[key], ...typed },
      }),
    );
  test.each<[string, string, object, string[]]>([
    ['a name alone', 'party-secretary', { name: '乙' }, []],
    ['a name of 40 characters', 'party-secretary', { name: '乙'.repeat(40) }, []],
    ['one more', 'party-secretary', { name: '乙'.repeat(41) }, ['party-secretary.name too-long']],
    ['a telephone number', 'town-leader', { workPhone: '0990-1234 (5)' }, []],
    ['words for a number', 'town-leader', { workPhone: '办公室' }, ['town-leader.workPhone phone-malformed']],
    ['two digits', 'town-leader', { workPhone: '12' }, ['town-leader.workPhone phone-malformed']],
    ['a post still without a name', 'party-secretary', { post: '书记' }, []],
    ['a name taken away from its post', 'town-leader', { name: null, post: '副镇长' }, ['town-leader.name missing']],
    ['nobody any more', 'town-leader', { name: ' ' }, []],
  ])('%s', (_, key, typed, expected) => expect(found(key, typed)).toEqual(expected));
});

describe('a change of places, while it is typed', () => {
  const place = (fid: number, code: string, town: number): PlaceAnswer => ({
    ...{ fid, code, name: `名${code}`, officialName: null, type: null, town },
    ...{ areaKm2: null, label: null, bounds: null },
  });
  const areas = {
    towns: [place(1, 'T1', 0), place(2, 'T2', 0)],
    villages: [place(3, 'A', 1), place(4, 'B', 1), place(5, 'C', 2)],
  };
  const opened: AreaValues = {
    ...{ kind: 'rename', on: '2026-10-30', code: 'A' },
    ...{ into: null, town: null, name: null, newCode: null },
  };
  const found = (typed: Partial<AreaValues>) =>
    told(foundNow((values) => areaFaults(values, areas), opened, { ...opened, ...typed }));
  test.each<[string, Partial<AreaValues>, string[]]>([
    ['another name', { name: '新名' }, []],
    ['the name it has', { name: '名A ' }, ['name nothing-changed']],
    ['the name it has under another code', { name: '名A', newCode: 'A2' }, []],
    ['its own code and name', { name: '名A', newCode: 'A' }, ['name nothing-changed']],
    ['the code of another', { name: '新名', newCode: 'B' }, ['newCode code-taken']],
    ['a code with a space', { name: '新名', newCode: 'A 2' }, ['newCode code-malformed']],
    ['a name of 61 characters', { name: '新'.repeat(61) }, ['name too-long']],
    ['a day that is none', { name: '新名', on: '2026-02-30' }, ['on day-not-real']],
    ['a town renamed', { code: 'T1', name: '新镇' }, []],
    ['merging, nothing chosen yet', { kind: 'merge' }, []],
    ['merged with itself', { kind: 'merge', into: 'A' }, ['into same-place']],
    ['merged across towns', { kind: 'merge', into: 'C' }, ['into other-town']],
    ['merged under the code that ends', { kind: 'merge', into: 'B', newCode: 'A' }, []],
    ['split off under a code that stands', { kind: 'split', name: '东村', newCode: 'A' }, ['newCode code-taken']],
    ['moved to the town it is in', { kind: 'move', town: 'T1' }, ['town nothing-changed']],
    ['moved to another', { kind: 'move', town: 'T2' }, []],
    ['a town merged', { kind: 'merge', code: 'T1', into: 'B' }, ['code village-unknown', 'into other-town']],
  ])('%s', (_, typed, expected) => expect(found(typed)).toEqual(expected));
});
