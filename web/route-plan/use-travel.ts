import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ChoiceVillage, TravelAnswer } from '../../server/route-plan/answer.ts';
import type { Travel } from '../../server/route-plan/timing/rules.ts';
import { send } from '../api.ts';
import { type PlanDraft, pointsOf, travelOf } from './plan-work.ts';

/** Travel times between the places of a draft, with what they rest on. */
export interface DraftTravel {
  answer: TravelAnswer;
  points: [number, number][];
  travel: Travel;
}

/** The times a draft needs, asked for once for the same places; null until they are there. */
export function useTravel(draft: PlanDraft, byCode: Map<string, ChoiceVillage>): DraftTravel | null {
  const { villages, teams } = draft;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only villages and teams have places
  const points = useMemo(() => pointsOf(draft, byCode), [villages, teams, byCode]);
  const answer = useQuery({
    queryKey: ['route-travel', points],
    queryFn: () => send('POST', '/route-plans/travel', {}, { points }),
    // What stands in for a route service that did not answer is asked for again.
    staleTime: ({ state }) => (state.data?.noService ? 0 : Number.POSITIVE_INFINITY),
    enabled: teams.length > 0,
  }).data;
  return useMemo(
    () => (answer ? { answer, points, travel: travelOf(answer.seconds, points.length) } : null),
    [answer, points],
  );
}
