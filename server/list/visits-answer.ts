import type { Store } from '../db/open.ts';
import { visitsWithin } from '../inspection/rules.ts';
import { countyFacts } from '../layer/facts.ts';
import type { View } from '../rights/view.ts';
import type { VisitsAnswer } from './answer.ts';

/** GET /api/visits — visits made within `days` days, the day so many days ago included (left out: the county's window), newest first, as points of their villages. */
export async function visitsAnswer(store: Store, view: View, days?: number): Promise<VisitsAnswer> {
  const { visits, areas, standard } = await countyFacts(store, view);
  const fids = new Map(areas.map(({ id, fid }) => [id, fid]));
  return {
    seq: view.shown,
    visits: visitsWithin(visits, view.on, days ?? standard.thresholds.visitWindowDays).map(
      ({ id, occurredOn, level, announced, team, places }) => ({
        id,
        on: occurredOn,
        level,
        announced,
        team,
        fids: places.flatMap(({ areaId }) => fids.get(areaId) ?? []),
        open: places
          .flatMap(({ findings }) => findings)
          .filter(({ closedOn }) => closedOn === null || closedOn > view.on).length,
      }),
    ),
  };
}
