import { describe, expect, test } from 'vitest';
import { write } from '../../server/change/write.ts';
import type { ValuesAnswer } from '../../server/layer/answer.ts';
import type { AgendaItem } from '../../server/meeting/rules.ts';
import { savePeople } from '../../server/person/people.ts';
import { setResponsibilities } from '../../server/person/responsibility.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { codeOf, type Forms, finance, inspector, leader, office, town, village } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt } from '../store/sample-records.ts';
import { begunMeeting, today } from './begun-meeting.ts';

const screen: Viewer = { ...leader, id: 'screen', role: 'screen' };
const secondOffice: Viewer = { ...office, id: 'account-second' };

eachEngine('meetings and tasks', (open) => {
  const begun = async (given?: { begin?: boolean }) => begunMeeting(await open(), given);

  test('an agenda makes itself: the county by each theme, what changed, then the worst, each once', async () => {
    const { items, number } = await begun();
    expect(items.slice(0, 3).map(({ kind }) => kind)).toEqual(['view', 'view', 'view']);
    expect(items.some(({ kind }) => kind === 'changes')).toBe(true);
    expect(number).toBeGreaterThan(3);
    const places = items.flatMap(({ place }) => place ?? []);
    expect(new Set(places).size).toBe(places.length);
  });

  test('every village of a state, worst first, by a query; a state that is none is refused', async () => {
    const { forms } = await begun();
    const asked = await forms.get(office, '/meetings/items?layer=venue-schedule&class=overdue,late,silent');
    const { items } = asked.body as unknown as { items: AgendaItem[] };
    const list = await forms.get(office, '/layers/venue-schedule/list?class=overdue,late,silent');
    const rows = (list.body as unknown as { rows: { code: string }[] }).rows;
    expect(items.map(({ place }) => place)).toEqual(rows.map(({ code }) => code));
    expect((await forms.get(office, '/meetings/items?layer=venue-schedule&class=bad')).status).toBe(400);
  });

  test('an agenda another changed meanwhile is not overwritten; a faulty one names what is wrong', async () => {
    const { keep, kept, items } = await begun();
    expect((await keep('第二版', String(kept.body.base))).status).toBe(200);
    expect((await keep('第三版', String(kept.body.base))).status).toBe(409);
    const [first] = items;
    const bad = await keep('', '', [{ ...first, title: '' } as AgendaItem]);
    expect([409, 422]).toContain(bad.status);
  });

  test('figures stand still while data moves, say how many newer there are, and take them over at one key', async () => {
    const { step, report, meeting, move, forms } = await begun();
    const before = await step(0);
    await report();
    const after = await step(0);
    expect(after.values).toEqual(before.values);
    expect(after.counts).toEqual(before.counts);
    expect(after.newer).toBe(1);
    expect((await meeting()).newer).toBe(1);
    const live = (await forms.get(office, '/layers/venue-schedule/values')).body as unknown as ValuesAnswer;
    expect(live.classes).not.toBe(after.values?.classes);
    await move('refresh');
    const taken = await step(0);
    expect(taken.newer).toBe(0);
    expect(taken.values?.classes).toBe(live.classes);
  });

  test('a frozen step equals what the API gave when it began', async () => {
    const { step, forms } = await begun();
    const live = (await forms.get(office, '/layers/venue-schedule/values')).body as unknown as ValuesAnswer;
    const { values, counts } = await step(0);
    expect(values?.classes).toBe(live.classes);
    expect(counts.map(({ count }) => count)).toEqual(live.county.counts);
  });

  test('a decision is a task at once, once however often it is sent, and no newer figure', async () => {
    const { decision, decide, step, tasks, meeting, forms } = await begun();
    const sent = decision();
    const [one, again] = [await decide(sent), await decide(sent)];
    expect(one.status).toBe(200);
    expect(again.body.seq).toBe(one.body.seq);
    expect(await tasks(office)).toHaveLength(1);
    const { decided, newer } = await step();
    expect(decided).toMatchObject([{ title: '限期建成', unit: '城关镇党委', state: 'assigned', dueOn: '2026-11-06' }]);
    expect(newer).toBe(0);
    expect((await meeting()).newer).toBe(0);
    expect(await forms.changes()).toContainEqual(expect.objectContaining({ subject: 'task', action: 'assigned' }));
  });

  test('who answers for it is filled in, his own party secretary first, and any other of place and town can be chosen', async () => {
    const { forms, move, step, decision, decide, tasks } = await begun({ begin: false });
    await write(forms.store, { actor: 'office', clock: clockAt(today) }, async (tx) => {
      await savePeople(
        tx,
        ['包村', '支书', '镇委'].map((name) => ({
          ...{ id: name, name, post: null, unit: null, workPhone: null, position: null },
        })),
      );
      await setResponsibilities(tx, [
        { areaId: 'area-4', function: 'town-leader', personId: '包村' },
        { areaId: 'area-4', function: 'party-secretary', personId: '支书' },
        { areaId: 'area-2', function: 'town-secretary', personId: '镇委' },
      ]);
    });
    await move('begin');
    const { proposal } = await step();
    expect(proposal?.people.map(({ name }) => name)).toEqual(['支书', '包村', '镇委']);
    expect(proposal?.personId).toBe('支书');
    expect((await decide(decision({ personId: '镇委' }))).status).toBe(200);
    expect((await tasks(office)).map(({ person }) => person?.name)).toEqual(['镇委']);
  });

  test('is refused where it cannot be: no title, a limit gone by, a meeting not running, somebody else’s right', async () => {
    const { decision, decide, move } = await begun();
    const bad = await decide(decision({ title: ' ', unit: '', dueOn: '2026-10-01' }));
    expect(bad.status).toBe(422);
    expect(bad.body.faults.map(({ field }) => field).sort()).toEqual(['dueOn', 'title', 'unit']);
    for (const viewer of [town, screen, finance]) expect((await decide(decision(), viewer)).status).toBe(403);
    await move('end');
    expect((await decide(decision())).status).toBe(409);
  });

  test('tasks are seen by those they are for', async () => {
    const { decision, decide, tasks, forms } = await begun();
    await decide(decision());
    await decide(decision({ place: codeOf(7), about: 'organisation', title: '整顿' }));
    const titles = async (viewer: Viewer) => (await tasks(viewer)).map(({ title }) => title).sort();
    expect(await titles(office)).toEqual(['整顿', '限期建成']);
    expect(await titles(leader)).toEqual(['整顿', '限期建成']);
    expect(await titles(town)).toEqual(['限期建成']);
    expect(await titles(village)).toEqual(['限期建成']);
    expect(await titles(finance)).toEqual(['限期建成']);
    expect((await forms.get(inspector, '/tasks')).status).toBe(403);
    const [other] = (await tasks(office)).filter(({ title }) => title === '整顿');
    const foreign = await forms.send(town, 'POST', `/tasks/${other?.id}/move`, {
      ...{ id: crypto.randomUUID(), to: 'remedied', note: null, dueOn: null, meeting: null },
    });
    expect(foreign.status).toBe(404);
  });

  test('the unit reports, another verifies, the office signs off; back only with a reason', async () => {
    const { decision, decide, pass, tasks } = await begun();
    const sent = decision();
    await decide(sent);
    const moves = async (viewer: Viewer) => (await tasks(viewer))[0]?.moves;
    expect(await moves(town)).toEqual(['remedied']);
    expect((await pass(town, sent.task, 'verified')).status).toBe(403);
    // Who reports does not set their own limit.
    expect((await pass(town, sent.task, 'remedied', { dueOn: '2026-12-30' })).status).toBe(403);
    expect((await pass(town, sent.task, 'remedied', { note: '已建成' })).status).toBe(200);
    expect((await pass(office, sent.task, 'assigned')).status).toBe(422);
    expect((await pass(office, sent.task, 'assigned', { note: '照片不清' })).status).toBe(200);
    expect((await pass(office, sent.task, 'remedied')).status).toBe(200);
    const own = await pass(office, sent.task, 'verified');
    expect(own.body.faults.map(({ code }) => code)).toEqual(['own-report']);
    expect((await pass(secondOffice, sent.task, 'verified')).status).toBe(200);
    expect((await pass(office, sent.task, 'closed')).status).toBe(200);
    const [task] = await tasks(office);
    expect(task?.steps.map(({ to }) => to)).toEqual([
      'assigned',
      'remedied',
      'assigned',
      'remedied',
      'verified',
      'closed',
    ]);
    expect(task).toMatchObject({ lamp: 'done', state: 'closed' });
  });

  test('a new limit is set in the meeting and stands in the record', async () => {
    const { decision, decide, pass, tasks, id } = await begun();
    const sent = decision();
    await decide(sent);
    expect((await pass(office, sent.task, 'assigned', { dueOn: '2026-11-20', meeting: id })).status).toBe(200);
    const [task] = await tasks(office);
    expect(task).toMatchObject({ dueOn: '2026-11-20', state: 'assigned' });
    expect(task?.steps.at(-1)?.meeting).toBe(id);
  });

  test('a new limit on what is put right makes nobody its reporter, and what is signed off has none any more', async () => {
    const { decision, decide, pass, tasks } = await begun();
    const sent = decision();
    await decide(sent);
    expect((await pass(office, sent.task, 'remedied')).status).toBe(200);
    expect((await pass(secondOffice, sent.task, 'remedied', { dueOn: '2026-11-20' })).status).toBe(200);
    const own = await pass(office, sent.task, 'verified');
    expect([own.status, own.body.faults?.map(({ code }) => code)]).toEqual([422, ['own-report']]);
    expect((await pass(secondOffice, sent.task, 'verified')).status).toBe(200);
    expect((await pass(office, sent.task, 'closed')).status).toBe(200);
    expect((await pass(office, sent.task, 'closed', { dueOn: '2026-12-20' })).status).toBe(422);
    expect((await tasks(office))[0]?.dueOn).toBe('2026-11-20');
  });

  test('nothing is decided in a meeting that has not begun or is over: its papers stay as they were', async () => {
    const { decision, decide, pass, tasks, move, id } = await begun();
    const sent = decision();
    await decide(sent);
    await move('end');
    const late = await pass(office, sent.task, 'closed', { meeting: id });
    expect([late.status, late.body.type]).toEqual([409, '/problems/meeting-over']);
    expect((await tasks(office))[0]?.state).toBe('assigned');
    expect((await pass(office, sent.task, 'closed', { note: '现场已核实' })).status).toBe(200);
  });

  describe('the last decision is taken back', () => {
    const back = (forms: Forms, viewer: Viewer, task: string, meeting: string) =>
      forms.send(viewer, 'POST', `/tasks/${task}/take-back`, { id: crypto.randomUUID(), meeting });
    test('a task just given is there no more, and the history keeps both', async () => {
      const { decision, decide, tasks, forms, id } = await begun();
      const sent = decision();
      await decide(sent);
      expect((await back(forms, office, sent.task, id)).status).toBe(200);
      expect(await tasks(office)).toEqual([]);
      const changes = (await forms.changes()).filter(({ subject }) => subject === 'task');
      expect(changes.map(({ action }) => action)).toEqual(['assigned', 'withdraw']);
      expect((await back(forms, office, sent.task, id)).status).toBe(404);
    });
    test('a sign-off or a limit is as it was before, as a change of its own, and leaves the minutes', async () => {
      const { decision, decide, pass, tasks, forms, id } = await begun();
      const sent = decision();
      await decide(sent);
      const [before] = await tasks(office);
      for (const move of [
        { to: 'closed', note: '现场已核实' },
        { to: 'assigned', dueOn: '2026-12-20' },
      ] as const) {
        expect((await pass(office, sent.task, move.to, { meeting: id, ...move })).status).toBe(200);
        expect((await back(forms, office, sent.task, id)).status).toBe(200);
        expect((await tasks(office))[0]).toEqual(before);
      }
      const changes = (await forms.changes()).filter(({ subject }) => subject === 'task');
      expect(changes.map(({ action }) => action)).toEqual(['assigned', 'closed', 'take-back', 'assigned', 'take-back']);
    });
    test('not what somebody did since, nor what was decided elsewhere, nor once the meeting is over, nor by a town', async () => {
      const { decision, decide, pass, tasks, forms, id, move } = await begun();
      const sent = decision();
      await decide(sent);
      expect((await back(forms, town, sent.task, id)).status).toBe(403);
      expect((await back(forms, office, sent.task, crypto.randomUUID())).status).toBe(404);
      expect((await pass(town, sent.task, 'remedied', { note: '已建成' })).status).toBe(200);
      const refused = await back(forms, office, sent.task, id);
      expect([refused.status, refused.body.faults[0]?.code]).toEqual([422, 'move-not-possible']);
      const other = decision({ title: '另一件' });
      await decide(other);
      await move('end');
      expect((await back(forms, office, other.task, id)).body.type).toBe('/problems/meeting-over');
      expect(await tasks(office)).toHaveLength(2);
    });
  });
});
