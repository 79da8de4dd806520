import type { Travel } from '../../server/route-plan/timing/rules.ts';
import { type PlanDraft, timedShifts } from './plan-work.ts';

/** A plan with the times between its places and what its villages are worth. */
export interface Compared {
  draft: PlanDraft;
  travel: Travel;
  worth(code: string): number;
}

/** 两案之差 — what one plan has that another has not, by code; those of both that go by another team, day or place in the order; and by how much it is worth more and drives and waits longer, in seconds. */
export function differenceOf(now: Compared, was: Compared) {
  const [own, other] = [slotsOf(now.draft), slotsOf(was.draft)];
  const [mine, theirs] = [sums(now), sums(was)];
  return {
    added: [...own.keys()].filter((code) => !other.has(code)),
    gone: [...other.keys()].filter((code) => !own.has(code)),
    moved: [...own].flatMap(([code, slot]) => (other.has(code) && other.get(code) !== slot ? [code] : [])),
    score: mine.score - theirs.score,
    driveSec: mine.driveSec - theirs.driveSec,
    waitSec: mine.waitSec - theirs.waitSec,
  };
}

/** Where each village of a plan stands: its team by name, its day, and after which other village. */
function slotsOf({ routes, teams }: PlanDraft): Map<string, string> {
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  return new Map(
    routes.flatMap(({ team, on, stops }) =>
      stops.map((code, at) => [code, [names.get(team), on, stops[at - 1] ?? ''].join('|')] as const),
    ),
  );
}

function sums({ draft, travel, worth }: Compared) {
  const sum = { score: 0, driveSec: 0, waitSec: 0 };
  for (const { route, timed } of timedShifts(draft, travel)) {
    sum.driveSec += timed.driveSec;
    sum.waitSec += timed.waitSec;
    for (const code of route.stops) sum.score += worth(code);
  }
  return sum;
}
