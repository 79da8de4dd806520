import { beforeEach, expect, test } from 'vitest';
import { write } from '../../server/change/write.ts';
import { newId } from '../../server/db/id.ts';
import { setLinkages } from '../../server/inspection/linkage-actions.ts';
import { recordVisits } from '../../server/inspection/visit-actions.ts';
import { officeViewer } from '../../server/person/open-viewer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import type { TellingAnswer } from '../../server/route-plan/answer.ts';
import { codeOf, type Forms, openForms } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt } from '../store/sample-records.ts';

const office: Viewer = { ...officeViewer, sealed: 'all' };
const leader: Viewer = { id: 'leader', role: 'leader', places: 'county', subjects: 'all', sealed: [] };
const on = '2026-10-31';

eachEngine('telling a route plan', (open) => {
  let forms: Forms;
  beforeEach(async () => {
    forms = await openForms(await open());
  });
  const spot = { name: '县委组织部', lon: 86.6, lat: 13.9 };
  const teamOf = (name: string) => ({
    ...{ id: name, name, start: spot, end: spot, fromMin: 510, untilMin: 1050, rest: null },
  });
  const planOf = (team: string, fids: number[], change: object = {}) => ({
    ...{ title: `${team}路线`, announced: false, goal: 'worth', dates: [on], teams: [teamOf(team)], seed: 1 },
    travel: null,
    villages: fids.map((fid) => ({
      ...{ code: codeOf(fid), serviceMin: 40, need: 'may', score: null, windows: [], teams: null, dates: null },
    })),
    routes: [{ team, on, stops: fids.map(codeOf), fixed: 0, whole: false }],
    ...change,
  });
  const keep = async (body: object, id: string = newId(), base = '', more: object = {}) => {
    const { status, body: said } = await forms.send(office, 'PUT', `/route-plans/${id}`, {
      ...{ id: newId(), base, body, ...more },
    });
    return { status, id, base: said.base, faults: said.faults };
  };
  const publish = (id: string, more: object = {}) =>
    forms.send(office, 'POST', `/route-plans/${id}/publish`, { id: newId(), ...more });
  const telling = async (id: string) =>
    (await forms.get(office, `/route-plans/${id}/telling`)).body as unknown as TellingAnswer;
  const planVisit = (team: string, fid: number, announced = true) =>
    forms.send(office, 'POST', '/visits', {
      id: newId(),
      values: {
        ...{ state: 'planned', occurredOn: on, level: 'county', announced, team, leaderId: null },
        places: [{ code: codeOf(fid), findings: [] }],
      },
    });
  const told = async () =>
    (await forms.store.db
      .selectFrom('visit')
      .where('until', 'is', null)
      .where('state', '=', 'planned')
      .where('occurredOn', '=', on)
      .select(['team', 'leaderId'])
      .orderBy('team')
      .execute()) as { team: string; leaderId: string | null }[];

  test('says what the team and the village have that day, by which plan, and asks before it is told', async () => {
    await planVisit('一组', 3);
    const first = await keep(planOf('三组', [4]));
    expect((await publish(first.id)).status).toBe(200);
    const { id } = await keep(planOf('一组', [4, 5]));
    const { clashes } = await telling(id);
    expect(clashes).toEqual([
      {
        on,
        team: '一组',
        code: null,
        by: { team: '一组', codes: [codeOf(3)], plan: null, published: true, made: false },
      },
      {
        on,
        team: null,
        code: codeOf(4),
        by: { team: '三组', codes: [codeOf(4)], plan: '三组路线', published: true, made: false },
      },
    ]);
    const before = await told();
    const asked = await publish(id);
    expect([asked.status, asked.body.faults.map(({ code, confirmable }) => [code, confirmable])]).toEqual([
      422,
      [
        ['team-planned', true],
        ['village-planned', true],
      ],
    ]);
    expect(asked.body.faults[1]?.text).toContain('三组路线');
    expect(await told()).toEqual(before);
    expect((await publish(id, { confirm: true })).status).toBe(200);
    expect(await told()).toHaveLength(before.length + 2);
    expect((await publish(id)).status).toBe(200);
  });

  test('a plan told already is asked only about what it newly meets', async () => {
    await planVisit('二组', 4, false);
    const { id } = await keep(planOf('一组', [3]));
    const { base } = (await publish(id)).body;
    const asked = await keep(planOf('一组', [3, 4]), id, base);
    expect([asked.status, asked.faults[0]?.code]).toEqual([422, 'village-planned']);
    const kept = await keep(planOf('一组', [3, 4]), id, base, { confirm: true });
    expect(kept.status).toBe(200);
    expect((await keep(planOf('一组', [3, 4], { title: '改名' }), id, String(kept.base))).status).toBe(200);
  });

  test('before there are routes the teams are met on each day, with plans not told yet too', async () => {
    await keep(planOf('一组', [4]));
    const { dates, teams } = planOf('一组', []);
    const { body } = await forms.send(office, 'POST', `/route-plans/${newId()}/clashes`, { dates, teams, routes: [] });
    expect((body as unknown as TellingAnswer).clashes).toEqual([
      {
        on,
        team: '一组',
        code: null,
        by: { team: '一组', codes: [codeOf(4)], plan: '一组路线', published: false, made: false },
      },
    ]);
  });

  test('says who learns of it; whoever does not plan routes is answered alike of any plan', async () => {
    await forms.store.db
      .insertInto('person')
      .values({ id: 'p', name: '周文', post: '组员', unit: null, workPhone: null, position: null })
      .execute();
    const account = { login: 'zw', personId: 'p', role: 'inspector', state: 'active', places: '[]', subjects: '[]' };
    await forms.store.db
      .insertInto('account')
      .values({
        ...{ ...account, id: 'a', teams: '["一组"]', passwordHash: null, passwordAt: null, mustChange: 0 },
        createdAt: '2026-10-30T00:00:00Z',
      })
      .execute();
    const { id } = await keep(planOf('一组', [4]));
    expect((await telling(id)).teams).toEqual([
      { name: '一组', days: [{ on, codes: [codeOf(4)] }], people: [{ name: '周文', post: '组员' }] },
    ]);
    for (const viewer of [leader, { ...leader, role: 'inspector' as const, sealed: ['一组'] }]) {
      const answers = await Promise.all([id, newId()].map((one) => forms.get(viewer, `/route-plans/${one}/telling`)));
      expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    }
  });

  test('a leaders’ team is led by whoever is linked to the town on the day; another team by nobody', async () => {
    const clock = clockAt('2026-10-30');
    await write(forms.store, { actor: 'import', clock }, async (tx) => {
      await setLinkages(tx, [
        { leaderId: 'first', townId: 'area-2', fromOn: '2026-08-17', toOn: on },
        { leaderId: 'second', townId: 'area-2', fromOn: on, toOn: null },
      ]);
      const made = { state: 'made' as const, level: 'county' as const, announced: true, reportedOn: '2026-10-20' };
      const places = [{ areaId: 'area-3', findings: [] }];
      await recordVisits(tx, [
        { ...made, number: 'L1', occurredOn: '2026-10-20', team: '领导组', leaderId: 'first', places },
      ]);
    });
    for (const team of ['领导组', '一组']) {
      const { id } = await keep(planOf(team, team === '一组' ? [4] : [3]));
      expect((await publish(id)).status).toBe(200);
    }
    expect(await told()).toEqual([
      { team: '一组', leaderId: null },
      { team: '领导组', leaderId: 'second' },
    ]);
  });
});
