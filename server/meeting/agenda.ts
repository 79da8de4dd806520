import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { newId } from '../id.ts';
import { layerOf } from '../layer/answers.ts';
import { type CountyFacts, countyFacts } from '../layer/facts.ts';
import { judgeAll } from '../layer/judge.ts';
import type { Layer } from '../layer/layer.ts';
import { worstFirst } from '../layer/list.ts';
import type { Language } from '../message/fill.ts';
import { readTasks } from '../task/task-store.ts';
import type { View } from '../view.ts';
import { agendaTitles } from './agenda.message.ts';
import { lastMeeting } from './meeting-store.ts';
import type { AgendaItem } from './rules.ts';

/** 议程模板 — a weekly review, item by item over all alarms, or one town. */
export const templates = ['weekly', 'each', 'town'] as const;
export type Template = (typeof templates)[number];

export interface AgendaAsked {
  template: Template;
  /** Code of a town, where the template is of one. */
  town: string | null;
  lang: Language;
}

/** Minutes an item is given where nobody says otherwise. */
const minutesOf = { view: 3, place: 2, changes: 3, tasks: 5, text: 2 };
const worstOfEach = 5;
const mostOfAll = 40;
const alarms = ['overdue', 'late', 'silent'];

const item = (kind: AgendaItem['kind'], title: string, more: Partial<AgendaItem> = {}): AgendaItem => ({
  ...{ id: newId(), kind, title, layer: null, place: null, text: null, minutes: minutesOf[kind] },
  ...more,
});

/** 自动议程 — made from what is worst and what changed, so that a meeting needs no preparation. */
export async function proposedAgenda(store: Store, view: View, asked: AgendaAsked): Promise<AgendaItem[]> {
  const { template, town, lang } = asked;
  const [facts, last, tasks] = await Promise.all([
    countyFacts(store, view),
    lastMeeting(store, view),
    readTasks(store, view),
  ]);
  const within = town === null ? null : facts.areas.find(({ kind, code }) => kind === 'town' && code === town);
  if (within === undefined) throw new Refusal('place-unknown', { value: town ?? '' }, 'town');
  const main = facts.layers.filter(({ parent }) => parent === null);
  const views = main.map((layer) =>
    item('view', agendaTitles.view({ layer: layer.title })[lang], { layer: layer.id, place: town }),
  );
  const changes = last ? agendaTitles.changes : agendaTitles.changesWeek;
  const worst = main.flatMap((layer) =>
    worstPlaces(facts, layer, { town: within?.id ?? null, lang }).slice(
      0,
      template === 'weekly' ? worstOfEach : mostOfAll,
    ),
  );
  return [
    ...views,
    ...(template === 'town' ? [] : [item('changes', changes[lang], { layer: main[0]?.id ?? null })]),
    ...(tasks.some(({ state }) => state !== 'closed') ? [item('tasks', agendaTitles.tasks[lang])] : []),
    ...oncePerPlace(worst).slice(0, mostOfAll),
  ];
}

/** What an item is made from: places of a layer in some of its classes. */
export interface QueryAsked {
  layer: string;
  classes: string[];
  town: string | null;
  most: number;
  /** Past its limit or behind by at least so many of the layer's unit; null takes every one. */
  above: number | null;
  lang: Language;
}

/** 按条件 — an item for each place in those classes, worst first, towns in official order where asked. */
export async function itemsOf(store: Store, view: View, asked: QueryAsked): Promise<AgendaItem[]> {
  const facts = await countyFacts(store, view);
  const layer = layerOf(facts, asked.layer);
  const unknown = asked.classes.find((id) => !layer.classes.some((one) => one.id === id));
  if (unknown !== undefined) throw new Refusal('class-unknown', { value: unknown }, 'classes');
  const town = asked.town === null ? null : facts.areas.find(({ code }) => code === asked.town);
  if (town === undefined) throw new Refusal('place-unknown', { value: asked.town ?? '' }, 'town');
  return placesIn(facts, layer, { ...asked, town: town?.id ?? null }).slice(0, Math.max(1, asked.most));
}

const worstPlaces = (facts: CountyFacts, layer: Layer, { town, lang }: { town: string | null; lang: Language }) =>
  placesIn(facts, layer, {
    ...{ town, lang, above: null },
    classes: layer.classes.filter(({ lamp }) => alarms.includes(lamp)).map(({ id }) => id),
  });

function placesIn(
  facts: CountyFacts,
  layer: Layer,
  { town, lang, classes, above }: Pick<QueryAsked, 'classes' | 'above' | 'lang'> & { town: string | null },
): AgendaItem[] {
  const areas = new Map(facts.areas.map((area) => [area.id, area]));
  const titles = new Map(layer.classes.map(({ id, title }) => [id, title]));
  return judgeAll(facts, layer)
    .filter(({ verdict, place }) => classes.includes(verdict.class) && (town === null || place.townId === town))
    .filter(({ verdict }) => above === null || (verdict.value ?? 0) >= above)
    .sort(worstFirst(layer))
    .map(({ place, verdict }) =>
      item(
        'place',
        agendaTitles.place({
          name: place.name,
          town: place.kind === 'town' ? '' : (areas.get(place.townId)?.name ?? ''),
          state: titles.get(verdict.class) ?? { zh: '', en: '' },
        })[lang],
        { layer: layer.id, place: areas.get(place.id)?.code ?? null },
      ),
    );
}

/** A place comes up once, under the layer it comes up first in. */
function oncePerPlace(items: AgendaItem[]): AgendaItem[] {
  const seen = new Set<string | null>();
  return items.filter(({ place }) => !seen.has(place) && seen.add(place));
}
