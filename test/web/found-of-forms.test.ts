import { describe, expect, test } from 'vitest';
import type { PlaceAnswer } from '../../server/area/answer.ts';
import { defaultChecklist, defaultRanking, defaultThresholds } from '../../server/campaign/default-editions.message.ts';
import { type EditionBodies, type EditionKind, editionSaveFaults } from '../../server/campaign/rules.ts';
import type { ResponsibleFormValues } from '../../server/form/form-answers.ts';
import { responsibleFaults } from '../../server/person/rules.ts';
import type { Fault } from '../../server/save/rules.ts';
import { type AreaValues, areaFaults } from '../../web/form/area/area-values.ts';
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

describe('an edition, while it is typed', () => {
  const fromOn = '2026-10-30';
  const item = (key: string, zh: string) => ({ key, group: 'haves' as const, title: { zh, en: '' } });
  const node = (zh: string, on: string) => ({ title: { zh, en: '' }, on });
  const known = {
    checklist: defaultChecklist,
    thresholds: defaultThresholds,
    ranking: defaultRanking,
    campaign: {
      title: { zh: '百日攻坚', en: '' },
      firstOn: '2026-08-17',
      days: 100,
      nodes: [node('开工', '2026-08-20')],
    },
    holidays: { off: ['2026-10-01'], worked: [] },
  } satisfies Partial<EditionBodies>;
  type Kind = keyof typeof known;
  interface Typed {
    fromOn: string;
    body: EditionBodies[EditionKind];
  }
  const found = (kind: Kind, typed: object) => {
    const opened: Typed = { fromOn, body: known[kind] };
    return told(foundNow((values) => editionSaveFaults<EditionKind>(kind, values), opened, { ...opened, ...typed }));
  };
  const [first = item('a', '甲'), ...rest] = defaultChecklist;
  const { campaign, holidays, ranking, thresholds } = known;
  const [part] = ranking.parts;
  test.each<[string, Kind, object, string[]]>([
    ['nothing typed', 'checklist', {}, []],
    ['a first day that is none', 'thresholds', { fromOn: '' }, ['fromOn day-not-real']],
    [
      'an item without its name',
      'checklist',
      { body: [{ ...first, title: { ...first.title, zh: ' ' } }, ...rest] },
      [`body.${first.key}.title.zh missing`],
    ],
    [
      'an item named as another',
      'checklist',
      { body: [...defaultChecklist, item('item-20', first.title.zh)] },
      ['body.item-20.title.zh key-twice'],
    ],
    ['no item left', 'checklist', { body: [] }, ['body missing']],
    [
      'limits out of order',
      'thresholds',
      { body: { ...thresholds, visitDueDays: thresholds.visitFreshDays - 1 } },
      ['body.visitDueDays limits-order'],
    ],
    ['half a day', 'thresholds', { body: { ...thresholds, venueLateDays: 1.5 } }, ['body.venueLateDays number-out']],
    ['a campaign of no days', 'campaign', { body: { ...campaign, days: 0 } }, ['body.days number-out']],
    [
      'a node after its last day',
      'campaign',
      { body: { ...campaign, nodes: [...campaign.nodes, node('验收', '2026-11-25')] } },
      ['body.nodes.1.on outside-campaign'],
    ],
    ['a node on its last day', 'campaign', { body: { ...campaign, nodes: [node('验收', '2026-11-24')] } }, []],
    [
      'a day both off and worked',
      'holidays',
      { body: { ...holidays, worked: ['2026-10-01'] } },
      ['body.worked.0 key-twice'],
    ],
    [
      'a weight of three decimals',
      'ranking',
      { body: { ...ranking, parts: [{ ...part, weight: 1.234 }, ...ranking.parts.slice(1)] } },
      ['body.parts.0.weight points-out'],
    ],
    ['no part left', 'ranking', { body: { ...ranking, parts: [] } }, ['body.parts missing']],
  ])('%s', (_, kind, typed, expected) => expect(found(kind, typed)).toEqual(expected));
});
