import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { AreasAnswer } from '../../server/area/answer.ts';
import type { CompareAnswer } from '../../server/history/answer.ts';
import type { LayerAnswer, ValuesAnswer } from '../../server/layer/answer.ts';
import type { SummaryAnswer } from '../../server/list/answer.ts';
import type { RankingAnswer } from '../../server/ranking/answer.ts';
import { Refused } from '../api.ts';
import { countsIn } from '../places.ts';
import type { ViewState } from '../url.ts';
import type { ChangeView } from '../use-view.ts';
import { changeLayer } from './compare.ts';
import { rankingOfDay, summaryOfDay, valuesOfDay } from './timeline.ts';
import { compareQuery, type Timeline, useTimeline } from './use-timeline.ts';

interface Known {
  areas: AreasAnswer;
  layer: LayerAnswer | undefined;
  values: ValuesAnswer | null;
  ranking: RankingAnswer | null;
  summary: SummaryAnswer | null;
  /** The town gone into; null: none. */
  town: number | null;
}

export interface Shown extends Omit<Known, 'areas' | 'town'> {
  timeline: Timeline;
  /** What moved between the two days, when they are compared on one map. */
  compared: CompareAnswer | null;
  /** Why they cannot be compared; null while they can. */
  fault: string | null;
}

/** What the screen shows of what is known: the day of the address; while days are played, that day of the timeline; compared, the change between two. */
export function useShown(known: Known, view: ViewState, change: ChangeView): Shown {
  const { areas, layer, values, ranking, summary, town } = known;
  const { asOf, since, split } = view;
  const onDay = useCallback((on: string | null) => change({ asOf: on }, 'replace'), [change]);
  const id = layer?.id ?? view.layer;
  const timeline = useTimeline(id, { open: view.time, asOf, onDay });
  const query = useQuery({ ...compareQuery(id, since ?? '', asOf), enabled: since !== null && !split });
  const compared = since !== null && !split && query.data?.layer === id ? query.data : null;
  const changed = useMemo(
    () => (compared && layer ? changeLayer(areas, layer, compared) : null),
    [areas, layer, compared],
  );
  const fault = query.error instanceof Refused ? query.error.detail : null;
  const { days, preview } = timeline;
  return useMemo(() => {
    const base = { timeline, compared, fault, layer, values, ranking, summary };
    const day = preview === null ? undefined : days?.days[preview];
    if (day && days && layer && preview !== null) {
      const then = valuesOfDay(areas, layer, days, preview);
      const counts = then ? countsIn(areas, layer, then, town) : day.county.counts;
      return {
        ...base,
        compared: null,
        values: then ?? values,
        ranking: ranking && rankingOfDay(areas, layer, { day, days: days.days }, ranking),
        summary: summary && summaryOfDay(summary, layer, { day, counts }),
      };
    }
    return changed ? { ...base, layer: changed.layer, values: changed.values } : base;
  }, [timeline, compared, fault, layer, values, ranking, summary, days, preview, areas, changed, town]);
}
