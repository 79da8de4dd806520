import { daysBetween } from '../calendar/rules.ts';
import type { Store } from '../db/open.ts';
import type { VisitsAnswer } from '../layer/answer.ts';
import { countyFacts } from '../layer/facts.ts';
import type { View } from '../view.ts';
import { isMade } from './rules.ts';

/** GET /api/visits — visits made in the last `days` days, newest first, as points of their villages. */
export async function visitsAnswer(store: Store, view: View, days: number): Promise<VisitsAnswer> {
  const { visits, areas } = await countyFacts(store, view);
  const fids = new Map(areas.map(({ id, fid }) => [id, fid]));
  return {
    seq: view.shown,
    visits: visits
      .filter((visit) => isMade(visit, view.on) && daysBetween(visit.occurredOn, view.on) < days)
      .map(({ id, occurredOn, level, announced, team, places }) => ({
        id,
        on: occurredOn,
        level,
        announced,
        team,
        fids: places.flatMap(({ areaId }) => fids.get(areaId) ?? []),
        open: places
          .flatMap(({ findings }) => findings)
          .filter(({ closedOn }) => closedOn === null || closedOn > view.on).length,
      })),
  };
}
