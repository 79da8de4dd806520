import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { countyFacts } from '../layer/facts.ts';
import type { View } from '../rights/view.ts';
import { isOverdue } from '../task/rules.ts';
import { readTasks } from '../task/task-store.ts';
import type { Language } from '../words/fill.ts';
import { agendaTitles } from './agenda.message.ts';
import { alarmsOf, item, oncePerPlace, placeItems } from './agenda-places.ts';
import { changesSince } from './changes.ts';
import type { AgendaItem } from './rules.ts';

/** 议程模板 — a weekly review, item by item over all alarms, or one town. */
export const templates = ['weekly', 'each', 'town'] as const;
type Template = (typeof templates)[number];

export interface AgendaAsked {
  template: Template;
  /** Code of a town, where the template is of one. */
  town: string | null;
  lang: Language;
}

const worstOfEach = 5;
const mostOfAll = 40;

/**
 * 自动议程 — made from what is worst and what changed, so that a meeting needs no preparation: the county by each theme, what changed since the
 * last meeting, its open tasks, then places: those that got worse since, then the worst of each theme, each place once.
 */
export async function proposedAgenda(store: Store, view: View, asked: AgendaAsked): Promise<AgendaItem[]> {
  const { template, town, lang } = asked;
  const [facts, changes, tasks] = await Promise.all([
    countyFacts(store, view),
    changesSince(store, view),
    readTasks(store, view),
  ]);
  const within = town === null ? null : facts.areas.find(({ kind, code }) => kind === 'town' && code === town);
  if (within === undefined) throw new Refusal('place-unknown', { value: town ?? '' }, 'town');
  const main = facts.layers.filter(({ parent }) => parent === null);
  const most = template === 'weekly' ? worstOfEach : mostOfAll;
  const alarmed = main.map((layer) => ({
    layer,
    items: placeItems(facts, layer, {
      ...{ classes: alarmsOf(layer), town: within?.id ?? null, above: null },
      ...{ order: template === 'each' ? ('town' as const) : ('worst' as const), lang },
    }),
  }));
  const worse = new Set(changes.layers.flatMap(({ id, down }) => down.map(({ code }) => `${id} ${code}`)));
  const worsened = alarmed.flatMap(({ layer, items }) =>
    items.filter(({ place }) => worse.has(`${layer.id} ${place}`)).slice(0, worstOfEach),
  );
  const open = tasks.filter(({ state }) => state !== 'closed');
  const overdue = open.filter((task) => isOverdue(task, view.on)).length;
  const since = changes.meeting ? agendaTitles.changes : agendaTitles.changesWeek;
  return [
    ...main.map((layer) =>
      item('view', agendaTitles.view({ layer: layer.title, town: within?.name ?? null })[lang], {
        ...{ layer: layer.id, place: town },
      }),
    ),
    ...(template === 'town' ? [] : [item('changes', since[lang], { layer: main[0]?.id ?? null })]),
    ...(open.length > 0 ? [item('tasks', agendaTitles.tasks({ open: open.length, overdue })[lang])] : []),
    ...oncePerPlace([
      ...(template === 'weekly' ? worsened : []),
      ...alarmed.flatMap(({ items }) => items.slice(0, most)),
    ]).slice(0, mostOfAll),
  ];
}
