import type { Transaction } from '../change/write.ts';
import { type OfTheDay, visitsOfDays } from '../inspection/visit-clash.ts';
import type { LocalDate, View } from '../rights/view.ts';
import type { Fault } from '../save/rules.ts';
import { inBrackets, namesOf } from '../words/names/rules.ts';
import { readPlans } from './plan-store.ts';
import type { PlanBody } from './rules.ts';

/** A plan as far as it can meet others: whose days, and which villages on which. */
export type Meeting = Pick<PlanBody, 'dates' | 'teams' | 'routes' | 'visits'>;

/**
 * 重复安排 — something else that a team or a village of a plan has on one of its days. `team` and `code`: whose; one of them null where only the other
 * meets. `plan`: the title of the route plan it is on, null for one of the plans of visits; `published` false: kept and not issued yet.
 */
export interface PlanClash {
  on: LocalDate;
  team: string | null;
  code: string | null;
  by: { team: string | null; codes: string[]; plan: string | null; published: boolean; made: boolean };
}

interface Booked {
  on: LocalDate;
  by: PlanClash['by'];
}

/**
 * What a plan meets, for who sees every plan: visits planned or made on its days, and routes of other plans not issued yet. A team meets what it has itself;
 * a village what another team has there. A plan without routes is met with its teams on each of its days.
 */
export async function clashesOf(
  tx: Pick<Transaction, 'db'>,
  view: View,
  { id, plan, codeOf }: { id: string; plan: Meeting; codeOf: Map<string, string> },
): Promise<PlanClash[]> {
  const own = new Set(Object.values(plan.visits).map(({ visit }) => visit));
  const plans = (await readPlans(tx, view.user)).filter((one) => one.id !== id);
  const titleOf = new Map(
    plans.flatMap(({ body }) => Object.values(body.visits).map(({ visit }) => [visit, body.title] as const)),
  );
  const visits = (await visitsOfDays(tx, view, plan.dates)).filter((visit) => !own.has(visit.id));
  const booked: Booked[] = [
    ...visits.map((visit) => bookedVisit(visit, titleOf.get(visit.id) ?? null, codeOf)),
    ...plans.filter(({ body }) => !body.published).flatMap(({ body }) => unissued(body, plan.dates)),
  ];
  const names = new Map(plan.teams.map(({ id: team, name }) => [team, name]));
  const drawn = plan.routes.some(({ stops }) => stops.length > 0);
  const shifts = drawn
    ? plan.routes.filter(({ stops }) => stops.length > 0)
    : plan.dates.flatMap((on) => plan.teams.map(({ id: team }) => ({ team, on, stops: [] as string[] })));
  return shifts.flatMap(({ team, on, stops }) => {
    const name = names.get(team) ?? null;
    const there = booked.filter((one) => one.on === on);
    return there.flatMap(({ by }): PlanClash[] => {
      if (by.team !== null && by.team === name) return [{ on, team: name, code: null, by }];
      return stops.filter((code) => by.codes.includes(code)).map((code) => ({ on, team: null, code, by }));
    });
  });
}

/** The same as what a person is asked before the plan is issued. */
export function questionsOf(clashes: PlanClash[], nameOf: (code: string) => string): Fault[] {
  return clashes.map(({ on, team, code, by }) => ({
    field: 'routes',
    code: team === null ? 'village-planned' : 'team-planned',
    value: [on, by.team, namesOf((code === null ? by.codes : [code]).map(nameOf)), by.plan && inBrackets(by.plan)]
      .filter((part) => part)
      .join(' '),
    confirmable: true,
  }));
}

function bookedVisit(visit: OfTheDay, plan: string | null, codeOf: Map<string, string>): Booked {
  const codes = visit.areaIds.flatMap((id) => codeOf.get(id) ?? []);
  return { on: visit.occurredOn, by: { team: visit.team, codes, plan, published: true, made: visit.state === 'made' } };
}

function unissued({ title, teams, routes }: PlanBody, dates: LocalDate[]): Booked[] {
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  return routes
    .filter(({ on, stops }) => stops.length > 0 && dates.includes(on))
    .map(({ team, on, stops }) => ({
      on,
      by: { team: names.get(team) ?? null, codes: stops, plan: title, published: false, made: false },
    }));
}
