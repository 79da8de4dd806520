import { type FullName, fullNamesOf } from '../area/full-names.ts';
import { newId } from '../db/id.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { layerOf } from '../layer/answers.ts';
import { type CountyFacts, countyFacts } from '../layer/facts.ts';
import { judgeAll } from '../layer/judge.ts';
import type { Layer } from '../layer/layer.ts';
import { currentClasses } from '../layer/rules.ts';
import { worstFirst } from '../list/list.ts';
import type { View } from '../rights/view.ts';
import type { Language } from '../words/fill.ts';
import { agendaTitles } from './agenda.message.ts';
import type { AgendaItem } from './rules.ts';

/** Minutes an item is given where nobody says otherwise. */
const minutesOf = { view: 3, place: 2, changes: 3, tasks: 5, text: 2, picture: 2 };
const alarms = ['overdue', 'late', 'silent'];

/** A new item of an agenda. */
export const item = (kind: AgendaItem['kind'], title: string, more: Partial<AgendaItem> = {}): AgendaItem => ({
  ...{ id: newId(), kind, title, layer: null, place: null, text: null, minutes: minutesOf[kind] },
  ...more,
});

/** The classes of a layer that call for a word: past the limit, behind, or not reported. */
export const alarmsOf = (layer: Layer): string[] =>
  layer.classes.filter(({ lamp }) => alarms.includes(lamp)).map(({ id }) => id);

/** 按条件 — places of a layer in some of its classes. `above`: only those with more than so many of the layer's unit; null takes every one. */
export interface PlacesAsked {
  classes: string[];
  /** Id of a town; null: the county. */
  town: string | null;
  above: number | null;
  /** The worst of the county first, or town after town in official order, in each the worst first. */
  order: 'worst' | 'town';
  lang: Language;
}

/** What an item is made from, as asked: `town` by its code. */
export type QueryAsked = PlacesAsked & { layer: string; most: number };

/** GET /api/meetings/items — an item for each place asked for, at most `most`, and how many there are in all. */
export async function itemsOf(
  store: Store,
  view: View,
  asked: QueryAsked,
): Promise<{ items: AgendaItem[]; count: number }> {
  const facts = await countyFacts(store, view);
  const layer = layerOf(facts, asked.layer);
  const classes = currentClasses(layer, asked.classes);
  const unknown = classes.find((id) => !layer.classes.some((one) => one.id === id));
  if (unknown !== undefined) throw new Refusal('class-unknown', { value: unknown }, 'class');
  const town =
    asked.town === null ? null : facts.areas.find(({ kind, code }) => kind === 'town' && code === asked.town);
  if (town === undefined) throw new Refusal('place-unknown', { value: asked.town ?? '' }, 'town');
  const items = placeItems(facts, layer, { ...asked, classes, town: town?.id ?? null });
  return { items: items.slice(0, asked.most), count: items.length };
}

/** An item for each place asked for. */
export function placeItems(facts: CountyFacts, layer: Layer, asked: PlacesAsked): AgendaItem[] {
  const { town, lang, classes, above, order } = asked;
  const codes = new Map(facts.areas.map(({ id, code }) => [id, code]));
  const official = new Map(facts.towns.map(({ id }, at) => [id, at]));
  const worst = worstFirst(layer);
  const ofTown = (id: string) => official.get(id) ?? official.size;
  const title = placeTitle(facts, layer, { lang, called: fullNamesOf(facts.areas) });
  return judgeAll(facts, layer)
    .filter(({ verdict, place }) => classes.includes(verdict.class) && (town === null || place.townId === town))
    .filter(({ verdict }) => above === null || (verdict.value !== null && verdict.value > above))
    .sort((a, b) => (order === 'town' ? ofTown(a.place.townId) - ofTown(b.place.townId) : 0) || worst(a, b))
    .map(({ place, verdict }) =>
      item('place', title(place, verdict.class), { layer: layer.id, place: codes.get(place.id) ?? null }),
    );
}

type Named = { id: string; name: string; kind: string; townId: string };

/** What a place's item is called: the place with its town, and the state it is in. */
function placeTitle(
  facts: CountyFacts,
  layer: Layer,
  { lang, called }: { lang: Language; called: FullName },
): (place: Named, state: string) => string {
  const names = new Map(facts.areas.map(({ id, name }) => [id, name]));
  const codes = new Map(facts.areas.map(({ id, code }) => [id, code]));
  const states = new Map(layer.classes.map(({ id, title }) => [id, title]));
  return ({ id, name, kind, townId }, state) =>
    agendaTitles.place({
      name: called({ code: codes.get(id) ?? '', name }),
      town: kind === 'town' ? '' : (names.get(townId) ?? ''),
      state: states.get(state) ?? { zh: '', en: '' },
    })[lang];
}

/**
 * 复制议程 — an old agenda for a new meeting: an item about a place whose title named the state it was in names that of today; a title somebody
 * wrote stays. Places that are no more are left out, and counted.
 */
export async function copiedItems(
  store: Store,
  view: View,
  items: readonly AgendaItem[],
): Promise<{ items: AgendaItem[]; left: number }> {
  const facts = await countyFacts(store, view);
  const byCode = new Map(facts.areas.map((area) => [area.code, area]));
  const copied = items.flatMap((one): AgendaItem[] => {
    if (one.place !== null && !byCode.has(one.place)) return [];
    return [{ ...one, id: newId(), title: titleToday(facts, one) ?? one.title }];
  });
  return { items: copied, left: items.length - copied.length };
}

/**
 * The title of a place's item with its state of today; null where it was not made from a state. A title of before has the short name, and a blank
 * behind the town.
 */
function titleToday(facts: CountyFacts, one: AgendaItem): string | null {
  const layer = facts.layers.find(({ id }) => id === one.layer);
  if (one.kind !== 'place' || !layer) return null;
  const area = facts.areas.find(({ code }) => code === one.place);
  const judged = judgeAll(facts, layer).find(({ place }) => place.id === area?.id);
  if (!judged) return null;
  const unspaced = (title: string) => title.replaceAll(' ', '');
  const wrote = (['zh', 'en'] as const).find((lang) =>
    [fullNamesOf(facts.areas), shortName].some((called) =>
      layer.classes.some(
        ({ id }) => unspaced(placeTitle(facts, layer, { lang, called })(judged.place, id)) === unspaced(one.title),
      ),
    ),
  );
  const called = fullNamesOf(facts.areas);
  return wrote ? placeTitle(facts, layer, { lang: wrote, called })(judged.place, judged.verdict.class) : null;
}

const shortName: FullName = ({ name }) => name;

/** A place comes up once, under the layer it comes up first in. */
export function oncePerPlace(items: AgendaItem[]): AgendaItem[] {
  const seen = new Set<string | null>();
  return items.filter(({ place }) => !seen.has(place) && seen.add(place));
}
