import { type ExpressionBuilder, sql } from 'kysely';
import type { Store } from '../db/open.ts';
import type { Tables } from '../db/schema.ts';
import type { Viewer } from '../rights/view.ts';
import type { PlanBody } from './rules.ts';

/** A plan as kept, with the `seq` of its newest version. */
export interface KeptPlan {
  id: string;
  body: PlanBody;
  since: number;
}

/**
 * 方案谁能看 — who sees every unannounced plan sees each plan; an inspector those issued to one of the inspector's teams; a leader those issued to the teams
 * that are announced; nobody else any.
 */
function visiblePlans({ role, sealed }: Viewer) {
  return (where: ExpressionBuilder<Tables, 'routePlan'>) => {
    if (sealed === 'all') return where.and([]);
    const issued = where('routePlan.published', '=', 1);
    if (role === 'leader') return where.and([issued, where('routePlan.announced', '=', 1)]);
    return where.and([
      issued,
      where.or(sealed.map((team) => sql<boolean>`${sql.ref('teams')} like ${named(team)} escape '!'`)),
    ]);
  };
}

const named = (team: string) => `%|${team.replace(/[!%_]/g, '!$&')}|%`;

/** Names of teams as they stand in the column. */
export const teamsColumn = ({ teams }: Pick<PlanBody, 'teams'>) => `|${teams.map(({ name }) => name).join('|')}|`;

/** The plans the user sees, those of the latest days first; of a plan issued to the teams an inspector sees the own teams' part. */
export async function readPlans(store: Pick<Store, 'db'>, user: Viewer): Promise<KeptPlan[]> {
  const rows = await store.db
    .selectFrom('routePlan')
    .where(visiblePlans(user))
    // As they stand now: a team may see a plan whose change is sealed from its sequence.
    .where('until', 'is', null)
    .orderBy('firstOn', 'desc')
    .orderBy('id', 'desc')
    .select(['id', 'body', 'since'])
    .execute();
  return rows.map((row) => keptPlan(row, user));
}

/** One plan the user sees; null when there is none in sight. */
export async function readPlan({ db }: Pick<Store, 'db'>, user: Viewer, id: string): Promise<KeptPlan | null> {
  const row = await db
    .selectFrom('routePlan')
    .where('id', '=', id)
    .where('until', 'is', null)
    .where(visiblePlans(user))
    .select(['id', 'body', 'since'])
    .executeTakeFirst();
  return row ? keptPlan(row, user) : null;
}

function keptPlan({ id, body, since }: { id: string; body: string; since: number }, user: Viewer): KeptPlan {
  return { id, since, body: partOf(JSON.parse(body) as PlanBody, user) };
}

/** What of a plan is an inspector's: the own teams, their routes and the villages on them. */
function partOf(body: PlanBody, { role, sealed }: Viewer): PlanBody {
  if (role !== 'inspector' || sealed === 'all') return body;
  const teams = body.teams.filter(({ name }) => sealed.includes(name));
  const own = new Set(teams.map(({ id }) => id));
  const routes = body.routes.filter(({ team }) => own.has(team));
  const codes = new Set(routes.flatMap(({ stops }) => stops));
  return {
    ...body,
    teams,
    routes,
    villages: body.villages.filter(({ code }) => codes.has(code)),
    visits: Object.fromEntries(Object.entries(body.visits).filter(([code]) => codes.has(code))),
  };
}
