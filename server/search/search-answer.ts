import { readAreas, readFormerNames } from '../area/area-store.ts';
import { areasSeq } from '../area/areas-seq.ts';
import { viewAt } from '../change/view-at.ts';
import { epochOf } from '../db/epoch.ts';
import type { Store } from '../db/open.ts';
import { openViewer } from '../person/open-viewer.ts';
import { scopeKey, type View } from '../rights/view.ts';
import type { SearchAnswer } from './answer.ts';
import type { SearchIndex } from './search-index.ts';

/** Pinyin is loaded with the first search, not with the server. */
const loadSearch = () => import('./search-index.ts');

const kept = new Map<string, Promise<SearchIndex>>();

/** GET /api/search — the index of what a user sees on a day is built once for the places there are, whatever is reported of them. */
export async function searchAnswer(store: Store, view: View, q: string): Promise<SearchAnswer> {
  const moved = await areasSeq(store, view);
  const key = JSON.stringify([store.dataDir, epochOf(store).token, scopeKey(view.user), moved, view.on]);
  const known = kept.get(key) ?? indexFor(store, view);
  kept.set(key, known);
  known.catch(() => kept.delete(key));
  if (kept.size > 8) kept.delete(kept.keys().next().value ?? '');
  const { search } = await loadSearch();
  return { hits: search(await known, q) };
}

/** Makes the index before somebody asks, so that the first search is as quick as the next. A store closed meanwhile has no use for it. */
export async function readySearch(store: Store): Promise<void> {
  await viewAt(store, openViewer)
    .then((view) => searchAnswer(store, view, ''))
    .catch(() => undefined);
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
