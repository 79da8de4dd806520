import { daysAfter } from '../calendar/rules.ts';
import { known, seen, viewAt } from '../change/view-at.ts';
import type { Store } from '../db/open.ts';
import { movesOf } from '../history/moves.ts';
import type { Way } from '../history/rules.ts';
import { weekBack } from '../layer/answers.ts';
import { type CountyFacts, countyFacts } from '../layer/facts.ts';
import type { Judged } from '../layer/judge.ts';
import type { Layer } from '../layer/layer.ts';
import type { View } from '../rights/view.ts';
import { isOverdue } from '../task/rules.ts';
import { readTasks } from '../task/task-store.ts';
import type { ChangedPlace, ChangesAnswer } from './answer.ts';
import { type Former, lastMeeting, type Meeting } from './meeting-store.ts';

/** What a view is compared with: the figures of the meeting held before, or the county a week ago where there was none. */
export async function viewBefore(
  store: Store,
  view: View,
  former: Former = {},
): Promise<{ last: Meeting | null; then: View }> {
  const last = await lastMeeting(store, view, former);
  const frozen = last?.body.frozen ?? null;
  const then = frozen
    ? await seen(store, view.user, frozen, frozen.on)
    : await viewAt(store, view.user, daysAfter(view.on, -weekBack));
  return { last, then };
}

/** 上次会议以来 — the county now against the figures of the last meeting, or of a week ago where there was none. */
export async function changesSince(store: Store, view: View, former: Former = {}): Promise<ChangesAnswer> {
  const { last, then } = await viewBefore(store, view, former);
  const [before, now, tasks, quiet] = await Promise.all([
    countyFacts(store, then),
    countyFacts(store, view),
    readTasks(store, view),
    quietSince(store, view, then.seq),
  ]);
  const given = tasks.filter(({ meetingId: of }) => last !== null && of === last.id);
  return {
    since: then.on,
    meeting: last?.body.title ?? null,
    layers: now.layers
      .filter(({ parent, theme }) => parent === null && theme !== 'task')
      .map((layer) => changedOf(before, now, layer)),
    decisions: {
      kept: given.filter(({ state }) => state !== 'assigned').length,
      open: given.filter((task) => task.state === 'assigned' && !isOverdue(task, view.on)).length,
      overdue: given.filter((task) => isOverdue(task, view.on)).length,
    },
    quiet,
  };
}

function changedOf(before: CountyFacts, now: CountyFacts, layer: Layer): ChangesAnswer['layers'][number] {
  const titles = new Map(layer.classes.map(({ id, title }) => [id, title]));
  const areas = new Map(now.areas.map((area) => [area.id, area]));
  const title = (judged: Judged | undefined) => titles.get(judged?.verdict.class ?? '') ?? { zh: '', en: '' };
  const moves = movesOf(before, now, layer);
  const went = (wanted: Way) =>
    moves
      .filter(({ way }) => way === wanted)
      .map(
        ({ place, was, is }): ChangedPlace => ({
          ...{ fid: place.fid, name: place.name, code: areas.get(place.id)?.code ?? '' },
          town: place.kind === 'town' ? '' : (areas.get(place.townId)?.name ?? ''),
          ...{ from: title(was), to: title(is) },
        }),
      );
  return { id: layer.id, title: layer.title, up: went('better'), down: went('worse'), aged: went('aged') };
}

/** Villages of which nothing was reported since, by town. */
async function quietSince(store: Store, view: View, seq: number): Promise<ChangesAnswer['quiet']> {
  const rows = await store.db
    .selectFrom('change')
    .where(known(view.user))
    .where('seq', '>', seq)
    .where('seq', '<=', view.seq)
    .where('subject', 'in', ['venue', 'organisation'])
    .where('placeId', 'is not', null)
    .select('placeId')
    .distinct()
    .execute();
  const heard = new Set(rows.map(({ placeId }) => placeId));
  const facts = await countyFacts(store, view);
  return facts.towns.flatMap(({ id, name }) => {
    const villages = facts.villages.filter((village) => village.townId === id && !heard.has(village.id));
    return villages.length === 0 ? [] : [{ town: name, villages: villages.map((village) => village.name) }];
  });
}
