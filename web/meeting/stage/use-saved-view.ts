import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AreasAnswer } from '../../../server/area/answer.ts';
import type { LayersAnswer, ValuesAnswer } from '../../../server/layer/answer.ts';
import { compareQuery } from '../../history/use-timeline.ts';
import { valuesQuery, visitsQuery } from '../../queries.ts';
import { type SavedView, savedState, savedView } from './saved-view.ts';

interface LiveGiven {
  /** Address of the saved view, after the question mark; null: there is none. */
  search: string | null;
  /** The column of its layer today. */
  values: ValuesAnswer | null;
  areas: AreasAnswer;
  layers: LayersAnswer;
}

/** 常用视图 — a saved view as of now, its days asked for one by one. */
export function useSavedView({ search, values, areas, layers }: LiveGiven): SavedView | null {
  const { layer, asOf, since, split, visits: shows } = useMemo(() => savedState(search ?? ''), [search]);
  const there = search !== null;
  const past = useQuery({ ...valuesQuery(layer, { asOf }), enabled: there && asOf !== null }).data ?? null;
  const from = useQuery({ ...valuesQuery(layer, { asOf: since }), enabled: there && since !== null && split }).data;
  const query = useQuery({ ...compareQuery(layer, since ?? '', asOf), enabled: there && since !== null && !split });
  const visits = useQuery({ ...visitsQuery({ asOf }), enabled: there && shows }).data ?? null;
  const shown = asOf === null ? values : past;
  return useMemo(
    () =>
      search === null
        ? null
        : savedView({
            ...{ search, areas, layers, visits, values: shown },
            ...{ from: from ?? null, compare: query.data ?? null },
          }),
    [search, areas, layers, visits, shown, from, query.data],
  );
}
