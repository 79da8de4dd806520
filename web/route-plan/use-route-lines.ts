import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { send } from '../api.ts';
import type { RouteLine } from '../map/props.ts';
import type { TimedShift } from './plan-work.ts';

/** The ways of all routes along the roads, asked for once for the same routes. */
export function useRouteLines(shifts: TimedShift[], points: [number, number][]): RouteLine[] {
  const legs = useMemo(
    () =>
      shifts.flatMap(({ ends, stops }) => {
        const places = stops.length === 0 ? [] : [ends.start, ...stops.map(({ place }) => place), ends.end];
        return places
          .slice(1)
          .map((place, at) => [points[places[at] as number], points[place]] as [[number, number], [number, number]]);
      }),
    [shifts, points],
  );
  const paths = useQuery({
    queryKey: ['route-paths', legs],
    queryFn: () => send('POST', '/route-plans/paths', {}, { legs }),
    enabled: legs.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  }).data?.paths;
  return useMemo(() => {
    let leg = 0;
    return shifts.map(({ team, route, stops, colour }) => {
      const own = stops.length === 0 ? 0 : stops.length + 1;
      const drawn = Array.from({ length: own }, () => paths?.[leg++] ?? []).filter((path) => path.length > 1);
      const marks = stops.map(({ place }, at) => ({ at: points[place] as [number, number], number: at + 1 }));
      return { id: `${team.id} ${route.on}`, colour, legs: drawn, stops: marks };
    });
  }, [shifts, paths, points]);
}
