import { daysAfter } from '../calendar/rules.ts';
import { known, seen, viewAt } from '../change/view-at.ts';
import type { Store } from '../db/open.ts';
import { compareAnswer } from '../history/compare.ts';
import { Refusal } from '../http/refusal.ts';
import { valuesAnswer } from '../layer/answers.ts';
import { taskOpen } from '../layer/declared/task-open.layer.ts';
import { countyFacts } from '../layer/facts.ts';
import type { Layer, LayerClass } from '../layer/layer.ts';
import type { ListRow } from '../list/answer.ts';
import { listAnswer } from '../list/list.ts';
import { peopleFor } from '../list/task-choices.ts';
import { readResponsibilities } from '../person/responsibility.ts';
import { reachOf } from '../rights/may-write.ts';
import type { View, Viewer } from '../rights/view.ts';
import { recordedTimes } from '../task/task-store.ts';
import { tasksAnswer } from '../task/tasks-answer.ts';
import type { Language } from '../words/fill.ts';
import type { StepAnswer } from './answer.ts';
import { changesSince, viewBefore } from './changes.ts';
import { currentMeeting, type Meeting } from './meeting-store.ts';
import { noteOf } from './rules.ts';
import { dayWithin, savedAnswer, savedDays } from './saved-days.ts';
import { proposedTask } from './step.message.ts';
import { factsOf } from './step-facts.ts';

/** Days a task is given where nobody says otherwise. */
const usualLimitDays = 7;

/** 台上 — a stage is looked at by a whole room: nothing of unannounced plans is on it, no matter who leads it. */
const onStageOf = (viewer: Viewer): Viewer => ({ ...viewer, sealed: [] });

/** 数据截至 — what is shown of a meeting's figures: as frozen when it began, as of now before that. */
export async function meetingView(store: Store, viewer: Viewer, { body }: Meeting): Promise<View> {
  const looker = onStageOf(viewer);
  return body.frozen ? seen(store, looker, body.frozen, body.frozen.on) : viewAt(store, looker);
}

/** Changes of the county's records a room may know of since the figures were frozen; what the meeting itself decides is none. */
export async function newerThan({ db }: Store, viewer: Viewer, { body }: Meeting): Promise<number> {
  if (!body.frozen) return 0;
  const { count } = await db
    .selectFrom('change')
    .where(known(onStageOf(viewer)))
    .where('seq', '>', body.frozen.seq)
    .where('subject', 'not in', ['task', 'meeting', 'view'])
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** GET /api/meetings/{meeting}/items/{number} */
export async function stepAnswer(
  store: Store,
  viewer: Viewer,
  asked: { meeting: string; number: number; lang: Language },
): Promise<StepAnswer> {
  const meeting = await currentMeeting(store, asked.meeting);
  const item = meeting?.body.items[asked.number];
  if (!meeting || !item) throw new Refusal('meeting-unknown');
  const { lang } = asked;
  const figures = await meetingView(store, viewer, meeting);
  const days = savedDays(item.search);
  const view = days?.asOf ? await dayWithin(store, figures, days.asOf) : figures;
  // What was decided is always as it stands: a decision is there at once, whatever the figures are frozen at.
  const now = await viewAt(store, onStageOf(viewer));
  const [tasks, newer, facts] = await Promise.all([
    tasksAnswer(store, now, { place: item.kind === 'place' ? (item.place ?? '') : undefined }),
    newerThan(store, viewer, meeting),
    countyFacts(store, view),
  ]);
  const shown = item.layer ?? (item.kind === 'tasks' ? taskOpen.id : null);
  const layer = facts.layers.find(({ id }) => id === shown) ?? null;
  const [values, list, changes, compare, saved] = await Promise.all([
    layer ? valuesAnswer(store, view, layer.id) : null,
    layer ? listAnswer(store, view, { layer: layer.id, classes: undefined, town: undefined, lang }) : null,
    item.kind === 'changes' ? changesSince(store, view, { besides: meeting.id }) : null,
    item.kind === 'changes' && layer ? comparedWithLast(store, view, { meeting: meeting.id, layer: layer.id }) : null,
    days && layer ? savedAnswer(store, { figures, to: view }, { days, layer: layer.id }) : null,
  ]);
  const recorded = await recordedTimes(
    store,
    tasks.tasks.map(({ id }) => id),
  );
  const timed = tasks.tasks.map((task) => ({ ...task, recordedAt: recorded.get(task.id) ?? '' }));
  const row = item.kind === 'place' ? list?.answer.rows.find(({ code }) => code === item.place) : undefined;
  const cls = layer?.classes.find(({ id }) => id === row?.class);
  const within =
    item.kind === 'view' ? facts.areas.find(({ code, kind }) => kind === 'town' && code === item.place) : null;
  const rows = (list?.answer.rows ?? []).filter((one) => !within || one.town === within.name);
  const here = (id: string | null) => id === meeting.id;
  return {
    ...{ number: asked.number, of: meeting.body.items.length, item, newer, values, changes, compare, saved },
    ...{ on: view.on, dataAt: (view === figures ? meeting.body.frozen?.at : null) ?? values?.dataAt ?? null },
    place:
      row && cls
        ? {
            ...{ fid: row.fid, code: row.code, name: row.name, town: row.town },
            ...{ state: cls.title, lamp: cls.lamp, why: row.why },
          }
        : null,
    facts: row && layer ? factsOf(row, layer, lang) : [],
    counts:
      row || !layer || item.kind !== 'view'
        ? []
        : layer.classes.map(({ id, title, lamp }) => ({
            ...{ id, title, lamp },
            count: rows.filter((one) => one.class === id).length,
          })),
    worst:
      row || item.kind !== 'view'
        ? []
        : rows
            .filter((one) => isAlarm(layer?.classes ?? [], one))
            .map(({ code, name, town, why }) => ({ code, name, town, why })),
    previous: ['place', 'tasks'].includes(item.kind)
      ? timed.filter(({ meetingId, basis, state }) =>
          item.kind === 'tasks' ? state !== 'closed' : !(here(meetingId) && basis?.item === item.id),
        )
      : [],
    decided: timed.filter(({ meetingId, basis }) => here(meetingId) && basis?.item === item.id),
    note: reachOf(viewer, 'assign-task') === 'none' ? '' : noteOf(meeting.body, item.id),
    proposal: row && cls && layer ? await proposalOf(store, view, { row, cls, layer, lang }) : null,
  };
}

async function comparedWithLast(store: Store, to: View, { meeting, layer }: { meeting: string; layer: string }) {
  const { then: from } = await viewBefore(store, to, { besides: meeting });
  return compareAnswer(store, { from, to }, layer);
}

const isAlarm = (classes: { id: string; lamp: string }[], row: ListRow) =>
  ['overdue', 'late', 'silent'].includes(classes.find(({ id }) => id === row.class)?.lamp ?? '');

async function proposalOf(
  store: Store,
  view: View,
  given: { row: ListRow; cls: LayerClass; layer: Pick<Layer, 'id' | 'theme'>; lang: Language },
): Promise<StepAnswer['proposal']> {
  const { row, cls, layer, lang } = given;
  const facts = await countyFacts(store, view);
  const area = facts.areas.find(({ code }) => code === row.code);
  const people = area ? peopleFor(facts, await readResponsibilities(store, view), area) : [];
  const said = { name: row.name, town: row.town || row.name, state: cls.title };
  const proposed = proposedTask({ layer: layer.id, cls: cls.id, ...said });
  return {
    place: row.code,
    title: proposed.title[lang],
    unit: proposed.unit[lang],
    personId: (proposed.ofPlace && people[0]?.id) || null,
    people,
    dueOn: daysAfter((await viewAt(store, view.user)).on, usualLimitDays),
    about: layer.theme === 'task' ? null : layer.theme,
  };
}
