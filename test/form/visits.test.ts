import { beforeEach, describe, expect, test } from 'vitest';
import { putEdition } from '../../server/campaign/edition-actions.ts';
import { write } from '../../server/change/write.ts';
import { newId } from '../../server/db/id.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt } from '../store/sample-records.ts';
import { codeOf, type Forms, inspector, leader, office, openForms, town } from './county-forms.ts';

const plan = (change: object = {}) => ({
  state: 'planned',
  occurredOn: '2026-11-03',
  level: 'county',
  announced: false,
  team: '一组',
  leaderId: null,
  places: [{ code: codeOf(4), findings: [] as object[] }],
  ...change,
});

eachEngine('a visit', (open) => {
  let forms: Forms;
  beforeEach(async () => {
    forms = await openForms(await open());
  });
  const add = (viewer: Viewer, values: object, said: object = {}) =>
    forms.send(viewer, 'POST', '/visits', { id: newId(), values, ...said });
  const change = async (viewer: Viewer, id: string, values: object) => {
    const { body } = await forms.get(viewer, `/visits/${id}`);
    const sent = { id: newId(), base: body.base, values: { ...body.values, ...values } };
    return forms.send(viewer, 'PUT', `/visits/${id}`, sent);
  };
  /** Everything a viewer may read that a visit could move. */
  const seen = async (viewer: Viewer) => {
    const paths = ['/areas', '/summary', '/visits?days=400', `/places/${codeOf(4)}`, '/layers', '/health'];
    const answers = await Promise.all(paths.map((path) => forms.get(viewer, path)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200));
    return JSON.stringify(answers).replaceAll(/"startedAt":"[^"]*"/g, '');
  };

  test('planned by the office alone, unannounced, is sealed for its team and has no number', async () => {
    const before = await Promise.all([seen(town), seen(leader)]);
    const { status, body } = await add(office, plan());
    expect([status, body.number]).toEqual([200, null]);
    expect(await Promise.all([seen(town), seen(leader)])).toEqual(before);
    const sealed = await forms.store.db.selectFrom('change').select('sealed').orderBy('seq', 'desc').executeTakeFirst();
    expect(sealed?.sealed).toBe('一组');
    const visits = async (viewer: Viewer) => (await forms.get(viewer, '/visits/open')).body.visits;
    expect(await visits(office)).toHaveLength(3);
    expect((await visits(inspector)).map(({ id }: { id: string }) => id)).toContain(body.visit);
    expect((await visits({ ...inspector, sealed: ['二组'] })).map(({ id }: { id: string }) => id)).not.toContain(
      body.visit,
    );
    const hidden = await forms.get({ ...inspector, sealed: ['二组'] }, `/visits/${body.visit}`);
    expect(hidden).toEqual(await forms.get({ ...inspector, sealed: ['二组'] }, `/visits/${newId()}`));
    expect((await add(inspector, plan())).status).toBe(403);
  });

  test('stays hidden while it is changed or withdrawn, also when it goes to another team', async () => {
    const { body } = await add(office, plan());
    const before = await seen(town);
    expect((await change(office, body.visit, { occurredOn: '2026-11-05' })).status).toBe(200);
    expect((await change(office, body.visit, { team: '二组' })).status).toBe(200);
    expect((await change(office, body.visit, { state: 'withdrawn' })).body.base).toBe(null);
    expect(await seen(town)).toBe(before);
    expect((await forms.get(office, `/visits/${body.visit}`)).status).toBe(404);
  });

  test('made takes the next number of a series of its own: plans leave no gap', async () => {
    await add(office, plan());
    const made = await add(office, plan({ state: 'made', occurredOn: '2026-10-29', announced: true }));
    expect(made.body.number).toBe('TB2026-001');
    const second = await add(office, plan({ occurredOn: '2026-10-30' }));
    const { status, body } = await change(inspector, second.body.visit, {
      state: 'made',
      places: [{ code: codeOf(4), findings: [{ text: '无台账', closedOn: null }] }],
    });
    expect([status, body.number]).toEqual([200, 'TB2026-002']);
    const rows = await forms.store.db
      .selectFrom('visitPlace')
      .where('visitId', '=', second.body.visit)
      .where('until', 'is', null)
      .selectAll()
      .execute();
    const change_ = await forms.store.db
      .selectFrom('change')
      .where('seq', '=', rows[0]?.since ?? 0)
      .selectAll()
      .execute();
    expect(change_[0]).toMatchObject({ action: 'visit', sealed: null });
    expect((await seen(town)).includes('无台账')).toBe(true);
  });

  test('made: its findings are written down and closed; its set of fields is the inspector’s own', async () => {
    const { body } = await add(office, plan({ state: 'made', occurredOn: '2026-10-28', announced: true }));
    const finding = { text: '无台账', closedOn: null };
    const places = [{ code: codeOf(4), findings: [finding] }];
    expect((await change(inspector, body.visit, { places })).status).toBe(200);
    expect((await change(inspector, body.visit, { state: 'closed' })).status).toBe(200);
    const { values } = (await forms.get(inspector, `/visits/${body.visit}`)).body;
    expect([values.state, values.places[0]?.findings]).toEqual(['made', [{ text: '无台账', closedOn: '2026-10-30' }]]);
    expect((await change(inspector, body.visit, { team: '二组' })).body.parameter).toBe('team');
    expect((await change(inspector, body.visit, { state: 'planned' })).body.faults[0]?.code).toBe('move-not-possible');
  });

  test('sent twice is one visit', async () => {
    const sent = { id: newId(), values: plan() };
    const first = await forms.send(office, 'POST', '/visits', sent);
    expect(await forms.send(office, 'POST', '/visits', sent)).toEqual(first);
    expect((await forms.get(office, '/visits/open')).body.visits).toHaveLength(3);
  });

  describe('of a day and village that something is told of already is asked about, and saved when confirmed', () => {
    const made = { state: 'made', occurredOn: '2026-10-30', announced: true };
    const asked = ({ status, body }: Awaited<ReturnType<typeof add>>) => [
      status,
      ...(body.faults ?? []).map(({ field, code, confirmable }) => [field, code, confirmable]),
    ];
    test('a trip recorded once more, also without a team; another team, day or village is another trip', async () => {
      for (const change of [{ team: '三组' }, { team: null }]) {
        expect((await add(office, plan({ ...made, ...change }))).status).toBe(200);
        const again = await add(office, plan({ ...made, ...change }));
        expect(asked(again)).toEqual([422, ['occurredOn', 'trip-recorded', true]]);
        expect(again.body.faults[0]?.text).toContain('村4');
      }
      const others = [{ team: '二组' }, { occurredOn: '2026-10-29' }, { places: [{ code: codeOf(3), findings: [] }] }];
      for (const other of others)
        expect(asked(await add(office, plan({ ...made, team: '三组', ...other })))).toEqual([200]);
      expect((await add(office, plan({ ...made, team: '三组' }), { confirm: true })).status).toBe(200);
    });
    test('a visit whose plan stands', async () => {
      await add(office, plan({ occurredOn: '2026-10-30' }));
      expect(asked(await add(inspector, plan(made)))).toEqual([422, ['occurredOn', 'trip-planned', true]]);
    });
    test('a plan of a team or village that has one; one sealed from others stays unknown to them', async () => {
      await add(office, plan({ team: '二组' }));
      expect(asked(await add(office, plan({ team: '二组', places: [{ code: codeOf(3), findings: [] }] })))).toEqual([
        422,
        ['team', 'team-planned', true],
      ]);
      expect(asked(await add(office, plan({ team: '一组' })))).toEqual([422, ['places', 'village-planned', true]]);
      const mine = await add(office, plan({ occurredOn: '2026-10-30' }));
      await add(office, plan({ occurredOn: '2026-10-30', team: '二组' }), { confirm: true });
      expect(asked(await change(inspector, mine.body.visit, { state: 'made' }))).toEqual([200]);
    });
    test('a plan saved again as it stands is not asked about', async () => {
      await add(office, plan({ team: '二组' }));
      const { body } = await add(office, plan(), { confirm: true });
      expect(asked(await change(office, body.visit, { level: 'town' }))).toEqual([200]);
      expect(asked(await change(office, body.visit, { state: 'withdrawn' }))).toEqual([200]);
    });
  });

  describe('refuses', () => {
    test.each([
      ['the first day of the campaign', '2026-08-17', []],
      ['the day before it', '2026-08-16', [['before-campaign', true]]],
      ['2000-01-01', '2000-01-01', [['before-campaign', true]]],
      ['1999-01-01', '1999-01-01', [['other-century', false]]],
    ])('a visit made on %s as it should', async (_, occurredOn, faults) => {
      const body = { title: { zh: '百日行动', en: 'Campaign' }, firstOn: '2026-08-17', days: 100, nodes: [] };
      await write(forms.store, { actor: 'office', clock: clockAt('2026-10-30') }, (tx) =>
        putEdition(tx, { kind: 'campaign', fromOn: '2026-08-17', body }),
      );
      const values = plan({ state: 'made', announced: true, occurredOn });
      const said = (await add(office, values)).body.faults ?? [];
      expect(said.map(({ code, confirmable }) => [code, confirmable])).toEqual(faults);
      const confirmed = await add(office, values, { confirm: true });
      expect(confirmed.status).toBe(said.some(({ confirmable }) => !confirmable) ? 422 : 200);
    });
    test.each([
      ['a plan for a day gone by', { occurredOn: '2026-10-29' }, 'occurredOn', 'day-past'],
      ['an unannounced plan without a team', { team: null }, 'team', 'missing'],
      ['no village', { places: [] }, 'places', 'missing'],
      ['a village there is not', { places: [{ code: 'nowhere', findings: [] }] }, 'places.0', 'village-unknown'],
      ['a visit made tomorrow', { state: 'made', occurredOn: '2026-10-31' }, 'occurredOn', 'day-to-come'],
      [
        'a finding without words',
        {
          state: 'made',
          occurredOn: '2026-10-30',
          places: [{ code: codeOf(4), findings: [{ text: ' ', closedOn: null }] }],
        },
        'places.0.findings.0.text',
        'missing',
      ],
    ])('%s', async (_, values, field, code) => {
      const { status, body } = await add(office, plan(values));
      expect([status, body.faults[0]?.field, body.faults[0]?.code]).toEqual([422, field, code]);
    });
    test('a plan made known that is to become unannounced', async () => {
      const { body } = await add(office, plan({ announced: true }));
      expect((await change(office, body.visit, { announced: false })).body.faults[0]?.code).toBe('announced-already');
    });
    test('what two people changed', async () => {
      const { body } = await add(office, plan({ announced: true }));
      const opened = (await forms.get(office, `/visits/${body.visit}`)).body;
      await change(office, body.visit, { occurredOn: '2026-11-10' });
      const late = { id: newId(), base: opened.base, values: { ...opened.values, occurredOn: '2026-11-11' } };
      const refused = await forms.send(office, 'PUT', `/visits/${body.visit}`, late);
      expect([refused.status, refused.body.theirs]).toEqual([409, { occurredOn: '2026-11-10' }]);
    });
  });
});
