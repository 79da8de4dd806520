import { readAreas, readFormerNames } from '../area/area-store.ts';
import type { Store } from '../db/open.ts';
import type { SearchAnswer } from '../layer/answer.ts';
import type { View } from '../view.ts';
import type { SearchIndex } from './search-index.ts';

/** Pinyin is loaded with the first search, or when the server has nothing else to do. */
export const loadSearch = () => import('./search-index.ts');

const kept = new Map<string, Promise<SearchIndex>>();

/** GET /api/search — the index of what a user sees on a day is built once a sequence. */
export async function searchAnswer(store: Store, view: View, q: string): Promise<SearchAnswer> {
  const key = JSON.stringify([store.dataDir, view.user.id, view.user.places, view.seq, view.on]);
  const known = kept.get(key) ?? indexFor(store, view);
  kept.set(key, known);
  known.catch(() => kept.delete(key));
  if (kept.size > 8) kept.delete(kept.keys().next().value ?? '');
  const { search } = await loadSearch();
  return { hits: search(await known, q) };
}

async function indexFor(store: Store, view: View): Promise<SearchIndex> {
  const [areas, former, { buildSearchIndex }] = await Promise.all([
    readAreas(store, view),
    readFormerNames(store, view),
    loadSearch(),
  ]);
  const names = new Map(areas.map(({ id, name }) => [id, name]));
  return buildSearchIndex(
    areas.map(({ id, fid, code, name, officialName, kind, parentId }) => ({
      fid,
      code,
      name,
      officialName,
      kind,
      town: kind === 'village' && parentId !== null ? (names.get(parentId) ?? null) : null,
      formerNames: former.filter((one) => one.id === id).map((one) => one.name),
    })),
  );
}
