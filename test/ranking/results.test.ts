import { beforeEach, expect, test } from 'vitest';
import { newId } from '../../server/db/id.ts';
import type { PlaceRankAnswer } from '../../server/ranking/answer.ts';
import type { ExternalValues } from '../../server/ranking/rules.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { codeOf, type Forms, finance, inspector, leader, office, openForms, town } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';
import { formula, named, scoreForms, told } from './score-forms.ts';

const _screen: Viewer = { ...leader, id: 'screen', role: 'screen' };
const townCode = '990100100';

eachEngine('results of superiors', (open) => {
  let forms: Forms;
  beforeEach(async () => {
    forms = await openForms(await open());
  });
  const { setFormula, scores, enter } = scoreForms(() => forms);

  test('a result of a superior counts for its place and its town from its day on, and stands in the dossier', async () => {
    await setFormula(formula);
    const id = newId();
    expect((await enter(id, named({ place: codeOf(3) }))).status).toBe(200);
    const answer = await scores(leader);
    expect(told(answer.towns)).toContainEqual(['城关镇', 30.33, 2]);
    expect(told(answer.villages)).toContainEqual(['村3', 97, 2]);
    expect(answer.externals).toMatchObject([{ id, name: '村3', town: '城关镇', points: -3, former: [] }]);
    const { row, externals } = (await forms.get(town, `/places/${codeOf(3)}/rank`)).body as unknown as PlaceRankAnswer;
    expect([row?.rank, externals[0]?.document]).toEqual([2, '市督〔2026〕9号']);
    expect((await scores(leader, '?asOf=2026-10-29')).externals).toEqual([]);
    expect((await forms.get(town, `/places/${codeOf(7)}/rank`)).status).toBe(404);
    await enter(newId(), named({ place: codeOf(7) }));
    expect((await scores(town)).externals).toHaveLength(1);
  });

  test('a town’s total and the list under it hold the same parts: its own results and those of its villages', async () => {
    await setFormula(formula);
    for (const values of [
      named({ place: townCode }),
      named({ place: codeOf(3) }),
      named({ place: codeOf(4), occurredOn: '2026-08-01' }),
      named({ place: codeOf(7) }),
    ])
      expect((await enter(newId(), values)).status).toBe(200);
    for (const viewer of [office, leader, town]) {
      const { row, externals } = (await forms.get(viewer, `/places/${townCode}/rank`))
        .body as unknown as PlaceRankAnswer;
      expect(externals.map(({ name }) => name).sort()).toEqual(['城关镇', '村3', '村4']);
      expect(row?.external).toBe(externals.reduce((sum, { points }) => sum + points, 0));
    }
  });

  test('who sees no ranking hears of no result: not in the history of its place, its dossier, nor the days', async () => {
    const hears = async (viewer: Viewer) => {
      const told = async (path: string) => JSON.stringify((await forms.get(viewer, path)).body);
      const ofPlace = [await told(`/places/${codeOf(3)}/history`), await told(`/places/${codeOf(3)}`)];
      return { words: ofPlace.map((text) => text.includes('上级通报')), days: await told('/days') };
    };
    const blind = [finance, { ...inspector, places: ['area-3'] }];
    const before = await Promise.all(blind.map(hears));
    await enter(newId(), named({ place: codeOf(3) }));
    for (const [at, viewer] of blind.entries())
      expect(await hears(viewer)).toEqual({ words: [false, false], days: before[at]?.days });
    for (const viewer of [office, leader, town]) expect((await hears(viewer)).words[0]).toBe(true);
  });

  test('a result is corrected as a new version that keeps the former, and withdrawn', async () => {
    const id = newId();
    const base = (await enter(id, named())).body.base;
    const corrected = await enter(id, named({ level: 'province' }), { base, before: named() });
    expect(corrected.status).toBe(200);
    const [shown] = (await scores(leader)).externals;
    expect([shown?.level, shown?.former.map(({ values }) => values.level)]).toEqual(['province', ['city']]);
    expect((await enter(id, named({ level: 'province' }), { base: corrected.body.base })).status).toBe(200);
    expect((await forms.changes()).filter(({ subject }) => subject === 'external').map(({ action }) => action)).toEqual(
      ['record', 'correct'],
    );
    const history = await forms.get(office, `/places/${codeOf(4)}/history`);
    expect(JSON.stringify(history.body)).toContain('更正上级通报与考评');
    const withdraw = () => forms.send(office, 'POST', `/ranking/external/${id}/withdraw`, { id: newId() });
    expect((await withdraw()).status).toBe(200);
    expect((await scores(leader)).externals).toEqual([]);
    expect([(await withdraw()).status, (await enter(id, named())).status]).toEqual([404, 404]);
  });

  test('two people who correct a result: different fields are both kept, for the same field the second sees both', async () => {
    const id = newId();
    const { base } = (await enter(id, named())).body;
    await enter(id, named({ source: '市委办' }), { base, before: named() });
    const other = await enter(id, named({ note: '已约谈' }), { base, before: named() });
    expect([other.status, other.body.merged]).toEqual([200, ['source']]);
    expect((await scores(leader)).externals[0]).toMatchObject({ source: '市委办', note: '已约谈' });
    const same = await enter(id, named({ source: '市纪委' }), { base, before: named() });
    expect([same.status, same.body.conflicts]).toEqual([409, ['source']]);
    expect(same.body.theirs).toMatchObject({ source: '市委办' });
  });

  test.each<[string, Partial<ExternalValues>, string, string]>([
    ['a day to come', { occurredOn: '2026-10-31' }, 'occurredOn', 'day-to-come'],
    ['a day that is none', { occurredOn: '2026-02-30' }, 'occurredOn', 'day-not-real'],
    ['no source', { source: ' ' }, 'source', 'missing'],
    ['a rank without a number', { kind: 'rank', rank: null, of: 12 }, 'rank', 'missing'],
    ['a rank of nothing', { kind: 'rank', rank: 1, of: null }, 'of', 'missing'],
    ['a rank beyond the last', { kind: 'rank', rank: 13, of: 12 }, 'rank', 'number-out'],
    ['a naming with a rank', { rank: 1, of: 2 }, 'rank', 'number-out'],
  ])('%s is refused', async (_, change, field, code) => {
    const { status, body } = await enter(newId(), named(change));
    expect([status, body.faults.map((fault) => [fault.field, fault.code])]).toEqual([422, [[field, code]]]);
  });

  test('a place there is not is refused; the same save sent twice is one', async () => {
    expect((await enter(newId(), named({ place: 'nowhere' }))).status).toBe(404);
    const [external, id] = [newId(), newId()];
    const first = await enter(external, named(), { id });
    expect(await enter(external, named(), { id })).toEqual(first);
    expect((await forms.changes()).filter(({ subject }) => subject === 'external')).toHaveLength(1);
  });
});
