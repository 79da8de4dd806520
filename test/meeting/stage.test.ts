import { expect, test, vi } from 'vitest';
import { endOfDay } from '../../server/calendar/local-day.ts';
import { write } from '../../server/change/write.ts';
import type { CompareAnswer } from '../../server/history/answer.ts';
import { recordVisits } from '../../server/inspection/visit-actions.ts';
import type { ValuesAnswer } from '../../server/layer/answer.ts';
import type { StageNotice } from '../../server/live/answer.ts';
import { LiveHub } from '../../server/live/hub.ts';
import type { GroundAnswer, MeetingAnswer, RunningAnswer, StepAnswer } from '../../server/meeting/answer.ts';
import type { AgendaItem } from '../../server/meeting/rules.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { codeOf, leader, office, openForms, town } from '../form/county-forms.ts';
import { Reader, until } from '../live/reader.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt, venue } from '../store/sample-records.ts';

const today = '2026-10-30';
const screen: Viewer = { ...leader, id: 'screen:1', role: 'screen' };

eachEngine('the stage of a meeting', (open) => {
  async function begun() {
    const forms = await openForms(await open());
    const uuid = () => crypto.randomUUID();
    const { items } = (await forms.get(office, '/meetings/proposed?template=weekly')).body as unknown as {
      items: AgendaItem[];
    };
    const hold = async (title: string, agenda = items) => {
      const id = uuid();
      const body = { title, heldOn: today, items: agenda };
      await forms.send(office, 'PUT', `/meetings/${id}`, { id: uuid(), base: '', body });
      await forms.send(office, 'POST', `/meetings/${id}/move`, { id: uuid(), move: 'begin' });
      return id;
    };
    const id = await hold('调度会');
    const ask = async <Answer>(path: string, viewer: Viewer = office, of = id) =>
      (await forms.get(viewer, `/meetings/${of}${path}`)).body as unknown as Answer;
    const at = (body: object, viewer: Viewer = office) => forms.send(viewer, 'POST', `/meetings/${id}/at`, body);
    const end = (of = id) => forms.send(office, 'POST', `/meetings/${of}/move`, { id: uuid(), move: 'end' });
    return { forms, store: forms.store, items, id, hold, ask, at, end, uuid };
  }
  const running = async ({ forms }: Awaited<ReturnType<typeof begun>>, viewer: Viewer) =>
    ((await forms.get(viewer, '/meetings/running')).body as unknown as RunningAnswer).meeting;

  test('where it goes is told at once to those who may follow, by whom, and to nobody else', async () => {
    const { store, id, at } = await begun();
    const hub = new LiveHub(store);
    const listen = async (viewer: Viewer) => {
      const given = { owner: viewer.id, session: null, lastId: null, cut: null, alive: async () => true };
      const reader = new Reader((await hub.open({ viewer, ...given })).body);
      await until(() => reader.events.length === 1);
      return reader;
    };
    const [wall, own] = [await listen(screen), await listen(town)];
    await at({ item: 3, black: true, by: 'window-a' });
    const told = () => wall.events.filter(({ event }) => event === 'meeting');
    await until(() => told().length === 1);
    const notice = told()[0]?.notice as unknown as StageNotice;
    expect(notice).toMatchObject({ meeting: id, at: 3, black: true, by: 'window-a' });
    // Who comes back by the id of a change still gets every change.
    expect(told()[0]?.id).toBe('');
    // What was sent to the town before the wall's next step stands in its stream when that ends.
    await at({ item: 4, by: 'window-a' });
    await until(() => told().length === 2);
    hub.close();
    await until(() => own.ended);
    expect(own.text).not.toContain('event: meeting');
  });

  test('every step on says later than the one before when it was taken, and the answer says so too', async () => {
    const { at, ask } = await begun();
    const moved = async (item: number) => ((await at({ item })).body as unknown as { movedAt: string }).movedAt;
    const one = await moved(1);
    // Also those of one millisecond.
    vi.spyOn(Date, 'now').mockReturnValue(Date.parse(one));
    const two = await moved(2);
    vi.restoreAllMocks();
    expect(two > one).toBe(true);
    expect(await moved(2)).toBe(two);
    const { at: stands, times } = await ask<MeetingAnswer>('');
    expect([stands, times.movedAt]).toEqual([2, two]);
    expect(times.begunAt !== null && times.begunAt <= one).toBe(true);
  });

  test('a screen finds the meeting being held by itself: the one that moved last, none once it is over', async () => {
    const held = await begun();
    expect(await running(held, screen)).toEqual({ id: held.id, title: '调度会' });
    const other = await held.hold('专题会');
    expect((await running(held, screen))?.id).toBe(other);
    await held.at({ item: 2 });
    expect((await running(held, screen))?.id).toBe(held.id);
    await held.end();
    expect((await running(held, screen))?.id).toBe(other);
    await held.end(other);
    expect(await running(held, screen)).toBeNull();
    expect((await held.forms.get(town, '/meetings/running')).status).toBe(403);
  });

  test('a meeting nobody has touched for half a day is not the one being held', async () => {
    const held = await begun();
    const long = new Date(Date.now() - 13 * 3_600_000).toISOString();
    await held.store.db.updateTable('meetingPosition').set({ at: long }).execute();
    expect(await running(held, screen)).toBeNull();
  });

  test('places and layers stand still with the figures', async () => {
    const { ask, forms, uuid } = await begun();
    const before = await ask<GroundAnswer>('/ground');
    const live = (await forms.get(office, '/areas')).body as unknown as GroundAnswer['areas'];
    expect(before.areas.villages.map(({ fid }) => fid)).toEqual(live.villages.map(({ fid }) => fid));
    const change = { kind: 'rename', code: codeOf(4), name: '新四村', newCode: null, on: today };
    const renamed = await forms.send(office, 'POST', '/areas/changes', { id: uuid(), ...change });
    expect(renamed.status).toBe(200);
    const after = await ask<GroundAnswer>('/ground');
    expect(after).toEqual(before);
    const now = (await forms.get(office, '/areas')).body as unknown as GroundAnswer['areas'];
    expect(now.villages.map(({ name }) => name)).toContain('新四村');
  });

  test('a whole room looks at a stage: unannounced plans change nothing on it, not even for the office', async () => {
    const { ask, store } = await begun();
    const steps = async () => [await ask<StepAnswer>('/items/2'), await ask<StepAnswer>('/items/3')];
    const [before, meeting] = [await steps(), await ask<MeetingAnswer>('')];
    await write(store, { actor: 'office', clock: clockAt(today) }, (tx) =>
      recordVisits(tx, [
        {
          ...{ number: '暗访9', occurredOn: '2026-11-03', state: 'planned', announced: false, level: 'county' },
          ...{ team: '二组', leaderId: null, reportedOn: today, places: [{ areaId: 'area-4', findings: [] }] },
        } as Parameters<typeof recordVisits>[1][number],
      ]),
    );
    expect(await steps()).toEqual(before);
    expect((await ask<MeetingAnswer>('')).newer).toBe(meeting.newer);
    await write(store, { actor: 'office', clock: clockAt(today) }, (tx) =>
      reportVenues(tx, [venue('area-4', { stage: 'built', reportedOn: today, at: endOfDay(today) })]),
    );
    expect((await ask<MeetingAnswer>('')).newer).toBe(meeting.newer + 1);
  });

  test('leaders decide and do not turn pages; what is noted is not for the wall', async () => {
    const { forms, id, items, ask, at, uuid } = await begun();
    const number = items.findIndex(({ kind, place }) => kind === 'place' && place === codeOf(4));
    const sent = {
      ...{ id: uuid(), task: uuid(), item: items[number]?.id, place: codeOf(4), title: '限期建成', unit: '镇党委' },
      ...{ personId: null, dueOn: '2026-11-06', about: 'venue' },
    };
    expect((await forms.send(leader, 'POST', `/meetings/${id}/decisions`, sent)).status).toBe(200);
    expect((await ask<StepAnswer>(`/items/${number}`, screen)).decided).toHaveLength(1);
    expect((await at({ item: 1 }, leader)).status).toBe(403);
    const note = { id: uuid(), item: items[number]?.id, note: '还没说完' };
    await forms.send(office, 'POST', `/meetings/${id}/note`, note);
    const [own, his, wall] = await Promise.all(
      [office, leader, screen].map((viewer) => ask<MeetingAnswer>('', viewer)),
    );
    expect([own?.writable, own?.decides, his?.writable, his?.decides, wall?.decides]).toEqual([
      ...[true, true],
      ...[false, true],
      false,
    ]);
    expect(Object.values(his?.notes ?? {})).toEqual(['还没说完']);
    expect(JSON.stringify([wall, await ask<StepAnswer>(`/items/${number}`, screen)])).not.toContain('还没说完');
  });

  test('an item of tasks names no layer and stands on that of open tasks, a text on none', async () => {
    const { hold, ask } = await begun();
    const item = (kind: 'tasks' | 'text'): AgendaItem => ({
      ...{ id: crypto.randomUUID(), kind, title: kind, layer: null, place: null, text: null, minutes: 1 },
    });
    const id = await hold('交办', [item('tasks'), item('text')]);
    expect((await ask<StepAnswer>('/items/0', office, id)).values?.layer).toBe('task-open');
    expect((await ask<StepAnswer>('/items/1', office, id)).values).toBeNull();
  });

  test('the map of what changed compares with the figures of the meeting before', async () => {
    const { ask, end, hold, store, items } = await begun();
    await end();
    await write(store, { actor: 'office', clock: clockAt(today) }, (tx) =>
      reportVenues(tx, [venue('area-4', { stage: 'built', reportedOn: today, at: endOfDay(today) })]),
    );
    const next = await hold('下一次');
    const number = items.findIndex(({ kind }) => kind === 'changes');
    const step = await ask<StepAnswer>(`/items/${number}`, office, next);
    expect(step.compare?.changed.map(({ code, way }) => [code, way])).toEqual([[codeOf(4), 'better']]);
    expect(step.changes?.layers[0]?.up.map(({ code }) => code)).toEqual([codeOf(4)]);
    expect((await ask<StepAnswer>('/items/0', office, next)).compare).toBeNull();
  });

  test('a saved view of two days is judged by the frozen figures, without unannounced plans, whatever comes after', async () => {
    const { hold, ask, store, forms, uuid } = await begun();
    const saved = (search: string): AgendaItem => ({
      ...{ id: uuid(), kind: 'view', title: search, layer: 'venue-schedule', place: null, text: null, minutes: 1 },
      search: `layer=venue-schedule&${search}`,
    });
    const build = (area: string, on: string) =>
      write(store, { actor: 'office', clock: clockAt(on) }, (tx) =>
        reportVenues(tx, [venue(area, { stage: 'built', reportedOn: on, at: endOfDay(on) })]),
      );
    const before = (await forms.get(office, '/layers/venue-schedule/values')).body as unknown as ValuesAnswer;
    await build('area-4', today);
    const agenda = ['since=2026-10-29', 'since=2026-10-29&split=1', 'asOf=2026-10-29&visits=1', 'since=2026-11-20'];
    const id = await hold('变化图', agenda.map(saved));
    const steps = async (viewer = office) =>
      Promise.all(agenda.map((_, n) => ask<StepAnswer>(`/items/${n}`, viewer, id)));
    const [change, halves, past, beyond] = await steps();
    expect(change?.saved?.compare?.changed.map(({ code, way }) => [code, way])).toEqual([[codeOf(4), 'better']]);
    expect(halves?.saved?.from?.classes).toBe(before.classes);
    expect(halves?.values?.classes).not.toBe(before.classes);
    expect([past?.on, past?.values?.classes, past?.saved?.visits?.visits.length]).toEqual([
      '2026-10-29',
      before.classes,
      1,
    ]);
    expect(beyond?.saved?.compare?.changed).toEqual([]);
    const frozen = JSON.stringify((await steps()).map(({ newer: _, ...step }) => step));
    await build('area-5', today);
    expect(JSON.stringify((await steps()).map(({ newer: _, ...step }) => step))).toBe(frozen);
    const live = await forms.get(office, '/compare?layer=venue-schedule&from=2026-10-29');
    expect((live.body as unknown as CompareAnswer).changed).toHaveLength(2);
  });
});
