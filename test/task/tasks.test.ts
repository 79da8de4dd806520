import { expect, test } from 'vitest';
import { viewAt } from '../../server/change/view-at.ts';
import type { HistoryAnswer } from '../../server/history/answer.ts';
import type { LayersAnswer, ValuesAnswer } from '../../server/layer/answer.ts';
import { valuesAnswer } from '../../server/layer/answers.ts';
import type { ListAnswer } from '../../server/list/answer.ts';
import { noticeOf, type Touched, withPlaces } from '../../server/live/touched.ts';
import { rights } from '../../server/rights/rights.message.ts';
import { roles, seesTasks, type Viewer } from '../../server/rights/view.ts';
import type { TaskAnswer, TaskChoices } from '../../server/task/answer.ts';
import { codeOf, finance, inspector, leader, office, openForms, town, village } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';

const townCode = '990100100';
const uuid = () => crypto.randomUUID();
const civil: Viewer = { ...finance, id: 'account-civil', subjects: ['organisation'] };

eachEngine('tasks', (open) => {
  async function begun() {
    const forms = await openForms(await open());
    const given = (more: object = {}) => ({
      ...{ id: uuid(), place: codeOf(4), title: '补齐公开栏', unit: '城关镇党委', personId: null },
      ...{ dueOn: '2026-11-06', about: 'venue' },
      ...more,
    });
    const assign = (viewer: Viewer, task: string, more: object = {}) =>
      forms.send(viewer, 'PUT', `/tasks/${task}`, given(more));
    const pass = (viewer: Viewer, task: string, to: string, more: object = {}) =>
      forms.send(viewer, 'POST', `/tasks/${task}/move`, {
        ...{ id: uuid(), to, note: null, dueOn: null, meeting: null },
        ...more,
      });
    const tasks = async (viewer: Viewer, query = '') =>
      ((await forms.get(viewer, `/tasks${query}`)).body as unknown as { tasks: TaskAnswer[] }).tasks;
    const values = async (viewer: Viewer, query = '') =>
      (await forms.get(viewer, `/layers/task-open/values${query}`)).body as unknown as ValuesAnswer;
    return { forms, assign, pass, tasks, values };
  }

  test('a limit in working days is worked out by the county’s holidays, which it sets itself', async () => {
    const { forms, assign, tasks, pass } = await begun();
    const [one, other, third] = [uuid(), uuid(), uuid()];
    await assign(office, one, { limit: { days: 3, kind: 'working' } });
    expect((await tasks(office))[0]).toMatchObject({ dueOn: '2026-11-04', limit: { days: 3, kind: 'working' } });
    const edition = (await forms.get(office, '/editions/holidays')).body;
    const set = await forms.send(office, 'PUT', '/editions/holidays', {
      ...{ id: uuid(), base: edition.base, fromOn: '2026-10-30', body: { off: ['2026-11-02'], worked: [] } },
    });
    expect(set.status).toBe(200);
    await assign(office, other, { limit: { days: 3, kind: 'working' } });
    await assign(office, third, { limit: { days: 3, kind: 'calendar' } });
    const due = async (id: string) => (await tasks(office)).find((task) => task.id === id)?.dueOn;
    expect([await due(one), await due(other), await due(third)]).toEqual(['2026-11-04', '2026-11-05', '2026-11-02']);
    await pass(office, other, 'assigned', { limit: { days: 10, kind: 'working' } });
    expect(await due(other)).toBe('2026-11-16');
    for (const days of [0, 366, 1.5])
      expect((await assign(office, uuid(), { limit: { days, kind: 'working' } })).body.faults).toMatchObject([
        { field: 'limit', code: 'number-out' },
      ]);
  });

  test('given twice under one number it is one task; another task never takes its place', async () => {
    const { forms, assign, tasks } = await begun();
    const [task, sent] = [uuid(), uuid()];
    const [one, again] = [await assign(office, task, { id: sent }), await assign(office, task, { id: sent })];
    expect([again.status, again.body.seq]).toEqual([200, one.body.seq]);
    expect((await assign(office, task, { title: '另一件' })).status).toBe(409);
    expect((await tasks(office)).map(({ title }) => title)).toEqual(['补齐公开栏']);
    expect((await forms.changes()).filter(({ subject }) => subject === 'task')).toHaveLength(1);
  });

  test('a task of another town is for a town what one is that there is not, byte for byte', async () => {
    const { assign, pass, tasks } = await begun();
    const foreign = uuid();
    await assign(office, foreign, { place: codeOf(7), about: null });
    expect(await tasks(town)).toEqual([]);
    for (const to of ['remedied', 'verified', 'closed', 'assigned'])
      for (const viewer of [town, village])
        expect(await pass(viewer, foreign, to)).toEqual(await pass(viewer, uuid(), to));
    const one = uuid();
    await assign(office, one, { about: 'venue' });
    expect(await pass(civil, one, 'remedied')).toEqual(await pass(civil, uuid(), 'remedied'));
  });

  test('the layer shows the lamp of the most urgent task, obeys scope, and is as it was on an earlier day', async () => {
    const { forms, assign, pass, values } = await begun();
    const before = await viewAt(forms.store, office);
    const [own, foreign] = [uuid(), uuid()];
    await assign(office, own, { dueOn: '2026-11-01' });
    await assign(office, foreign, { place: codeOf(7), about: null });
    const counts = async (viewer: Viewer) => {
      const { layers } = (await forms.get(viewer, '/layers')).body as unknown as LayersAnswer;
      const ids = layers.find(({ id }) => id === 'task-open')?.classes.map(({ id }) => id) ?? [];
      const { county } = await values(viewer);
      return Object.fromEntries(ids.map((id, at) => [id, county.counts[at]]));
    };
    const none = { none: 0, closed: 0, waiting: 0, open: 0, near: 0, overdue: 0 };
    expect(await counts(office)).toEqual({ ...none, none: 2, near: 1, open: 1 });
    expect(await counts(town)).toEqual({ ...none, none: 2, near: 1 });
    // A department sees tasks about its own items.
    expect(await counts(finance)).toEqual({ ...none, none: 3, near: 1 });
    expect(await counts(civil)).toEqual({ ...none, none: 4 });
    expect((await forms.get(inspector, '/layers/task-open/values')).status).toBe(404);
    // Totals by town are open to all, as for every layer.
    expect((await values(town)).towns).toEqual((await values(office)).towns);
    await pass(town, own, 'remedied');
    expect(await counts(town)).toEqual({ ...none, none: 2, waiting: 1 });
    const list = (await forms.get(town, '/layers/task-open/list?class=waiting,open')).body as unknown as ListAnswer;
    expect(list.rows.map(({ code }) => code)).toEqual([codeOf(4)]);
    expect(list.rows[0]?.cells).toMatchObject({ open: 1, unit: '城关镇党委', dueOn: '2026-11-01' });
    const then = await valuesAnswer(forms.store, before, 'task-open');
    expect(then.county.counts.slice(1)).toEqual([0, 0, 0, 0, 0]);
    expect((await values(office, '?asOf=2026-10-29')).county.counts.slice(1)).toEqual([0, 0, 0, 0, 0]);
  });

  test('a dossier’s history tells each step to those who see the task, and to nobody else', async () => {
    const { forms, assign, pass } = await begun();
    const task = uuid();
    await assign(office, task);
    await pass(town, task, 'remedied', { note: '已更换' });
    const entries = async (viewer: Viewer) =>
      ((await forms.get(viewer, `/places/${codeOf(4)}/history`)).body as unknown as HistoryAnswer).entries;
    const said = (await entries(town))[0];
    expect(said?.title.zh).toBe('反馈整改情况');
    const state = said?.fields.find(({ title }) => title.zh === '状态');
    expect([state?.before, state?.after]).toMatchObject([{ zh: '整改中' }, { zh: '待复核' }]);
    expect(JSON.stringify(await entries(finance))).toContain('反馈整改情况');
    for (const viewer of [civil, inspector]) expect(JSON.stringify(await entries(viewer))).not.toContain('整改');
  });

  test('live notices name the place of a task only to those who see it', async () => {
    const { forms, assign } = await begun();
    await assign(office, uuid());
    await assign(office, uuid(), { place: codeOf(7), about: null });
    const rows = await forms.store.db.selectFrom('change').where('subject', '=', 'task').selectAll().execute();
    const touched: Touched[] = await withPlaces(forms.store, rows);
    const places = (viewer: Viewer) => noticeOf(viewer, touched).places.sort();
    expect(places(office)).toEqual(['area-4', 'area-7']);
    expect(places(leader)).toEqual(['area-4', 'area-7']);
    for (const viewer of [town, village, finance]) expect(places(viewer)).toEqual(['area-4']);
    for (const viewer of [civil, inspector]) expect(noticeOf(viewer, touched)).toEqual({ places: [], subjects: [] });
  });

  test('what a task begins with: its town’s office first, people in their functions, and not for those who give none', async () => {
    const { forms } = await begun();
    const choices = (await forms.get(office, `/tasks/choices/${codeOf(4)}`)).body as unknown as TaskChoices;
    expect(choices.units.slice(0, 2)).toEqual(['城关镇党委', '望岭镇党委']);
    expect(choices.on).toBe('2026-10-30');
    expect((await forms.get(town, `/tasks/choices/${codeOf(4)}`)).status).toBe(403);
    expect((await forms.get(office, `/tasks/choices/${codeOf(999)}`)).status).toBe(404);
  });

  test('of one town: its own and its villages’', async () => {
    const { assign, tasks } = await begun();
    await assign(office, uuid());
    await assign(office, uuid(), { place: townCode, title: '镇里的事' });
    await assign(office, uuid(), { place: codeOf(7) });
    const [all, own] = [await tasks(office), await tasks(office, `?town=${townCode}`)];
    expect([all.length, own.length]).toEqual([3, 2]);
    expect(own.every(({ place }) => place.townCode === townCode)).toBe(true);
  });
});

test('who sees tasks is what the table of rights says', () => {
  for (const role of roles) expect(seesTasks({ role }), role).toBe(rights['see-tasks'].reach[role] !== 'none');
});
