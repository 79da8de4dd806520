import { readAreas } from '../area/area-store.ts';
import { viewAt } from '../change/view-at.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import type { Viewer } from '../rights/view.ts';
import type { TellingAnswer } from './answer.ts';
import { clashesOf, type Meeting, type PlanClash } from './plan-clash.ts';
import { readPlan } from './plan-store.ts';

/** GET /api/route-plans/{plan}/telling — what is said before a plan is issued to its teams. */
export async function tellingAnswer(store: Store, viewer: Viewer, planId: string): Promise<TellingAnswer> {
  const kept = await readPlan(store, viewer, planId);
  if (!kept) throw new Refusal('plan-unknown');
  const { body } = kept;
  const { clashes } = await clashesAnswer(store, viewer, planId, body);
  const members = await membersOf(store);
  const teams = body.teams.flatMap(({ id, name }) => {
    const routes = body.routes.filter(({ team, stops }) => team === id && stops.length > 0);
    if (routes.length === 0) return [];
    const people = members.filter(({ teams: own }) => own.includes(name)).map(({ teams: _teams, ...one }) => one);
    return [{ name, people, days: routes.map(({ on, stops }) => ({ on, codes: stops })) }];
  });
  return { clashes, announced: body.announced, teams };
}

/** What a plan as it stands on the screen meets; it need not be kept yet. */
export async function clashesAnswer(
  store: Store,
  viewer: Viewer,
  planId: string,
  plan: Omit<Meeting, 'visits'>,
): Promise<{ clashes: PlanClash[] }> {
  const view = await viewAt(store, viewer);
  const visits = (await readPlan(store, viewer, planId))?.body.visits ?? {};
  const codeOf = new Map((await readAreas(store, view)).map(({ id, code }) => [id, code]));
  return { clashes: await clashesOf(store, view, { id: planId, plan: { ...plan, visits }, codeOf }) };
}

/** Who signs in as a member of a team. */
async function membersOf({ db }: Store): Promise<{ name: string | null; post: string | null; teams: string[] }[]> {
  const rows = await db
    .selectFrom('account')
    .leftJoin('person', 'person.id', 'account.personId')
    .where('account.role', '=', 'inspector')
    .where('account.state', '<>', 'disabled')
    .select(['person.name', 'person.post', 'account.teams'])
    .orderBy('account.login')
    .execute();
  return rows.map(({ teams, ...person }) => ({ ...person, teams: JSON.parse(teams) as string[] }));
}
