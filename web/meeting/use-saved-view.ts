import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AreasAnswer, LayerAnswer, LayersAnswer, ValuesAnswer } from '../../server/layer/answer.ts';
import { changeLayer } from '../history/compare.ts';
import { compareQuery } from '../history/use-timeline.ts';
import type { MapProps } from '../map/props.ts';
import { focusOn, indexPlaces } from '../places.ts';
import { valuesQuery, visitsQuery } from '../queries.ts';
import { readView } from '../url.ts';

/** What a saved view shows on a stage. */
export interface SavedView {
  layer: LayerAnswer;
  values: ValuesAnswer | null;
  /** Place, classes, camera and visits as they were saved. */
  map: Pick<MapProps, 'focus' | 'selected' | 'filter' | 'visits' | 'showVisits' | 'camera'>;
  /** Two days beside each other; null: one map. */
  halves: { from: string; to: string | null; toDay: string } | null;
}

interface SavedGiven {
  /** Address of the saved view, after the question mark; null: there is none. */
  search: string | null;
  /** The frozen column of its layer. */
  values: ValuesAnswer | null;
  /** Day the figures are frozen on. */
  on: string;
  areas: AreasAnswer;
  layers: LayersAnswer;
}

/** 常用视图 — the map as it was saved: layer, place, classes, camera, visits, and two days compared. */
export function useSavedView({ search, values, on, areas, layers }: SavedGiven): SavedView | null {
  const saved = useMemo(() => readView(Object.fromEntries(new URLSearchParams(search ?? ''))), [search]);
  const { byCode } = useMemo(() => indexPlaces(areas), [areas]);
  const layer = layers.layers.find(({ id }) => id === saved.layer);
  const { asOf, since, split } = saved;
  const isPast = search !== null && asOf !== null;
  const past = useQuery({ ...valuesQuery(saved.layer, { asOf }), enabled: isPast }).data;
  const visits = useQuery({ ...visitsQuery({ asOf }), enabled: search !== null && saved.visits }).data ?? null;
  const compares = search !== null && since !== null && !split;
  const asked = useQuery({ ...compareQuery(saved.layer, since ?? '', asOf), enabled: compares }).data;
  const changed = useMemo(
    () => (layer && asked?.layer === layer.id && compares ? changeLayer(areas, layer, asked) : null),
    [areas, layer, asked, compares],
  );
  if (search === null || !layer) return null;
  return {
    layer: changed?.layer ?? layer,
    values: changed?.values ?? (asOf === null ? values : (past ?? null)),
    map: {
      focus: focusOn((saved.place === null ? null : byCode.get(saved.place)) ?? null),
      selected: (saved.selected === null ? undefined : byCode.get(saved.selected)?.fid) ?? null,
      filter: since === null ? saved.classes : null,
      visits,
      showVisits: saved.visits,
      camera: saved.camera,
    },
    halves: since !== null && split ? { from: since, to: asOf, toDay: asOf ?? on } : null,
  };
}
