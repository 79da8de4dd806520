import type { AreasAnswer } from '../../../server/area/answer.ts';
import type { CompareAnswer } from '../../../server/history/answer.ts';
import type { LayerAnswer, LayersAnswer, ValuesAnswer } from '../../../server/layer/answer.ts';
import type { VisitsAnswer } from '../../../server/list/answer.ts';
import { changeLayer } from '../../history/compare.ts';
import type { MapProps } from '../../map/props.ts';
import { classesOf, focusOn, indexPlaces } from '../../places.ts';
import { readView, type ViewState } from '../../url.ts';

/** What a saved view shows on a stage. */
export interface SavedView {
  layer: LayerAnswer;
  values: ValuesAnswer | null;
  /** Place, classes, camera and visits as they were saved. */
  map: Pick<MapProps, 'focus' | 'selected' | 'filter' | 'visits' | 'showVisits' | 'camera'>;
  /** Two days beside each other; null: one map. */
  halves: { before: ValuesAnswer | null; after: ValuesAnswer | null; from: string; to: string } | null;
}

export interface SavedGiven {
  /** Address of the saved view, after the question mark. */
  search: string;
  areas: AreasAnswer;
  layers: LayersAnswer;
  /** Column of the day shown, of the day compared with, and what changed between them; null where it has not come or is none. */
  values: ValuesAnswer | null;
  from: ValuesAnswer | null;
  compare: CompareAnswer | null;
  visits: VisitsAnswer | null;
}

/** The state an address was saved with. */
export const savedState = (search: string): ViewState => readView(Object.fromEntries(new URLSearchParams(search)));

/** 常用视图 — the map as it was saved: layer, place, classes, camera, visits, and two days compared. Null where its layer is no more. */
export function savedView({ search, areas, layers, values, from, compare, visits }: SavedGiven): SavedView | null {
  const saved = savedState(search);
  const { since, split } = saved;
  const layer = layers.layers.find(({ id }) => id === saved.layer);
  if (!layer) return null;
  const { byCode } = indexPlaces(areas);
  const compares = since !== null && !split;
  const changed = compares && compare?.layer === layer.id ? changeLayer(areas, layer, compare) : null;
  return {
    layer: changed?.layer ?? layer,
    values: compares ? (changed?.values ?? null) : values,
    map: {
      focus: focusOn((saved.place === null ? null : byCode.get(saved.place)) ?? null),
      selected: (saved.selected === null ? undefined : byCode.get(saved.selected)?.fid) ?? null,
      filter: since === null ? classesOf(layer, saved.classes) : null,
      visits: saved.visits ? visits : null,
      showVisits: saved.visits,
      camera: saved.camera,
    },
    halves:
      since !== null && split
        ? { before: from, after: values, from: from?.on ?? since, to: values?.on ?? saved.asOf ?? '' }
        : null,
  };
}
