import type { AreasAnswer } from '../../../server/area/answer.ts';
import type { LayersAnswer } from '../../../server/layer/answer.ts';
import type { AgendaItem } from '../../../server/meeting/rules.ts';
import type { SavedViewAnswer } from '../../../server/saved-view/answer.ts';
import type { Lang } from '../../ui/format.ts';
import { readView } from '../../url.ts';

/** One picture of the lobby: a layer, and the place it stands at (null: the county), or a saved view by what its address says. */
export interface LobbyView {
  key: string;
  layer: string;
  place: string | null;
  title: string;
  search: string | null;
}

/** What the address of a lobby says: views by their keys (null: the main layers), the meeting whose agenda is shown too, seconds a view. */
export interface LobbyAsked {
  views: string[] | null;
  meeting: string | null;
  every: number;
}

/** Seconds a view may be given, and what it is given where nobody says. */
export const everySeconds = [10, 20, 30, 60];
const usualSeconds = 20;

/** Reads the address; what is malformed is passed over. */
export function lobbyAsked(search: Record<string, string | undefined>): LobbyAsked {
  const every = Number(search.every);
  const keys = (search.views ?? '').split(',').filter((key) => /^[a-z0-9-]{1,60}(@[\p{L}\p{N}_-]{1,40})?$/u.test(key));
  return {
    views: keys.length > 0 ? keys : null,
    meeting: search.meeting && /^[0-9a-z-]{1,80}$/i.test(search.meeting) ? search.meeting : null,
    every: Number.isInteger(every) && every >= 2 && every <= 600 ? every : usualSeconds,
  };
}

/** What views are made of. */
interface LobbyGiven {
  areas: AreasAnswer;
  layers: LayersAnswer;
  items: AgendaItem[];
  saved: Pick<SavedViewAnswer, 'id' | 'title' | 'search'>[];
}

/** The views of the layers, those kept under a name, and those of an agenda, in their order, each once. */
export function lobbyViews({ areas, layers, items, saved }: LobbyGiven, lang: Lang): LobbyView[] {
  const known = new Set(layers.layers.map(({ id }) => id));
  const places = new Set([...areas.towns, ...areas.villages].map(({ code }) => code));
  const main = layers.layers
    .filter(({ parent }) => parent === null)
    .map(({ id, title }): LobbyView => ({ key: id, layer: id, place: null, title: title[lang], search: null }));
  const kept = saved.flatMap(({ id, title, search }): LobbyView[] => {
    const { layer } = readView(Object.fromEntries(new URLSearchParams(search)));
    return known.has(layer) ? [{ key: id, layer, place: null, title, search }] : [];
  });
  const own = items.flatMap(({ id, kind, layer, place, title, search = null }): LobbyView[] => {
    if (layer === null || !known.has(layer) || !['view', 'place'].includes(kind)) return [];
    const at = place !== null && places.has(place) ? place : null;
    const key = search === null ? (at === null ? layer : `${layer}@${at}`) : id;
    return [{ key, layer, place: at, title, search }];
  });
  const seen = new Set<string>();
  return [...main, ...kept, ...own].filter(({ key }) => !seen.has(key) && seen.add(key));
}

/** Those asked for, in the order of all; of an address without any, or of none known, every one. */
export function chosenViews(all: LobbyView[], keys: string[] | null): LobbyView[] {
  const chosen = all.filter(({ key }) => keys === null || keys.includes(key));
  return chosen.length > 0 ? chosen : all;
}
