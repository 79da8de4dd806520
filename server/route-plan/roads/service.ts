import type { TravelMatrix, TravelTimes } from '../../../geodata/road/travel-times.ts';
import type { Store } from '../../db/open.ts';
import type { RouteService } from '../../http/route-service.ts';
import { type Asking, atOnce, matrix, turns, way } from './service-tables.ts';

const answerWithinMs = 8_000;
/** All blocks of a table together: nobody waits longer for one before the county's own times stand in. */
const tableWithinMs = 20_000;
/** After a failure it is not asked again for so long, so that nobody waits for it each time. */
const restMs = 30_000;

const services = new WeakMap<Store, RouteService>();

/** Names the route service of a store. */
export function nameRouteService(store: Store, service: RouteService | null): void {
  if (service) services.set(store, service);
}
export const serviceOf = (store: Store): RouteService | null => services.get(store) ?? null;

/** What a service may be given otherwise than in service: shorter waits, in tests. */
export interface ServicePatience {
  answerWithinMs: number;
  tableWithinMs: number;
}

/** Travel times of the service; of `own` while it does not answer in time, or with what is no table, which the answer says. */
export function fallingBack(
  service: RouteService,
  own: TravelTimes,
  patience: ServicePatience = { answerWithinMs, tableWithinMs },
): TravelTimes {
  const asking: Asking = { ...service, withinMs: patience.answerWithinMs };
  const turn = turns(atOnce);
  // By a clock that nobody puts back.
  let restUntil = Number.NEGATIVE_INFINITY;
  const tried = async <Found>(ask: () => Promise<Found>, otherwise: () => Promise<Found>): Promise<Found> => {
    if (performance.now() < restUntil) return otherwise();
    try {
      return await ask();
    } catch (problem) {
      restUntil = performance.now() + restMs;
      console.error(
        `route service ${service.address} does not answer`,
        problem instanceof Error ? problem.message : '',
      );
      return otherwise();
    }
  };
  return {
    between: (points) =>
      tried<TravelMatrix>(
        async () => ({ ...(await matrix(asking, points, patience.tableWithinMs)), source: 'service' }),
        async () => ({ ...(await own.between(points)), noService: true }),
      ),
    path: (from, to) =>
      tried(
        () => turn(() => way(asking, from, to)),
        () => own.path(from, to),
      ),
  };
}
