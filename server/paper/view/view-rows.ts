import { type Area, readAreas } from '../../area/area-store.ts';
import type { Layer } from '../../layer/layer.ts';
import type { ListAnswer } from '../../list/answer.ts';
import { listAnswer } from '../../list/list.ts';
import { isInScope } from '../../rights/view.ts';
import type { PaperGiven } from '../kind.ts';
import { placeTitle } from '../sheet/sheet.message.ts';
import { placeOf, type ViewAsked } from '../sheet/sheet-figures.ts';

/** What a view lists: the rows the API's list has for the same layer, town and classes. */
export interface ViewRows {
  answer: ListAnswer;
  layer: Layer;
  town: Area | null;
  areas: Area[];
}

/** Reads the list of a view; refuses as {@link listAnswer} does, and `place-unknown` for a place out of scope. */
export async function viewRows(
  { store, view, lang }: PaperGiven,
  { layer, place, classes }: ViewAsked,
): Promise<ViewRows> {
  const areas = await readAreas(store, view);
  const { town } = placeOf(areas, place, (id) => isInScope(view.user, id));
  const asked = { layer, classes: classes ?? undefined, lang };
  const list = await listAnswer(store, view, { ...asked, town: undefined });
  // A layer of towns has no list within a town: it is that one row.
  if (!town) return { ...list, town, areas };
  if (list.layer.level === 'village')
    return { ...(await listAnswer(store, view, { ...asked, town: town.code })), town, areas };
  return {
    ...list,
    answer: { ...list.answer, rows: list.answer.rows.filter(({ code }) => code === town.code) },
    town,
    areas,
  };
}

/** What a list of a view is called as a file. */
export function rowsTitle({ town, areas, layer }: ViewRows, { lang, view }: PaperGiven): string {
  const county = areas.find(({ kind }) => kind === 'county')?.name ?? '';
  return `${placeTitle({ county, town: town?.name ?? '', layer: layer.title[lang] }, lang)} ${view.on}`;
}
