import { endOfDay } from '../../server/calendar/local-day.ts';
import { write } from '../../server/change/write.ts';
import type { Store } from '../../server/db/open.ts';
import type { MeetingAnswer, StepAnswer } from '../../server/meeting/answer.ts';
import type { AgendaItem } from '../../server/meeting/rules.ts';
import type { Viewer } from '../../server/rights/view.ts';
import type { TaskAnswer } from '../../server/task/answer.ts';
import type { TaskState } from '../../server/task/rules.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { codeOf, office, openForms } from '../form/county-forms.ts';
import { clockAt, venue } from '../store/sample-records.ts';

/** The day of the meeting. */
export const today = '2026-10-30';

/** A county whose office has a weekly meeting on its agenda, running unless `begin` is false, and what is done and asked in it. */
export async function begunMeeting(store: Store, { begin = true } = {}) {
  const forms = await openForms(store);
  const uuid = () => crypto.randomUUID();
  const { items } = (await forms.get(office, '/meetings/proposed?template=weekly')).body as unknown as {
    items: AgendaItem[];
  };
  const id = uuid();
  const keep = (title: string, base = '', list = items) =>
    forms.send(office, 'PUT', `/meetings/${id}`, { id: uuid(), base, body: { title, heldOn: today, items: list } });
  const kept = await keep('调度会');
  const move = (what: string, of = id) =>
    forms.send(office, 'POST', `/meetings/${of}/move`, { id: uuid(), move: what });
  if (begin) await move('begin');
  const number = items.findIndex(({ kind, place }) => kind === 'place' && place === codeOf(4));
  const step = async (at = number, viewer = office, of = id) =>
    (await forms.get(viewer, `/meetings/${of}/items/${at}`)).body as unknown as StepAnswer;
  const meeting = async (viewer = office) =>
    (await forms.get(viewer, `/meetings/${id}`)).body as unknown as MeetingAnswer;
  const tasks = async (viewer: Viewer) =>
    ((await forms.get(viewer, '/tasks')).body as unknown as { tasks: TaskAnswer[] }).tasks;
  const decision = (more: object = {}) => ({
    ...{ id: uuid(), task: uuid(), item: items[number]?.id, place: codeOf(4), title: '限期建成', unit: '城关镇党委' },
    ...{ personId: null, dueOn: '2026-11-06', about: 'venue' },
    ...more,
  });
  const decide = (sent: object, viewer = office, of = id) =>
    forms.send(viewer, 'POST', `/meetings/${of}/decisions`, sent);
  const pass = (viewer: Viewer, task: string, to: TaskState, more: object = {}) =>
    forms.send(viewer, 'POST', `/tasks/${task}/move`, {
      id: uuid(),
      to,
      note: null,
      dueOn: null,
      meeting: null,
      ...more,
    });
  const report = () =>
    write(forms.store, { actor: 'office', clock: clockAt(today) }, (tx) =>
      reportVenues(tx, [venue('area-4', { stage: 'built', reportedOn: today, at: endOfDay(today) })]),
    );
  return { forms, items, id, kept, keep, move, step, meeting, number, decision, decide, tasks, pass, report };
}
