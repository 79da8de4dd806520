import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { reachOf } from '../rights/may-write.ts';
import type { Viewer } from '../rights/view.ts';
import { savedBy } from '../save/save-once.ts';
import type { PlanAnswer, PlanListed } from './answer.ts';
import { baseOfPlan } from './plan-save.ts';
import { readPlan, readPlans } from './plan-store.ts';
import type { PlanBody } from './rules.ts';

/** GET /api/route-plans */
export async function plansAnswer(store: Store, viewer: Viewer): Promise<{ plans: PlanListed[] }> {
  const plans = await readPlans(store, viewer);
  return {
    plans: plans.map(({ id, body }) => ({
      id,
      title: body.title,
      dates: body.dates,
      teams: body.teams.map(({ name }) => name),
      villages: body.routes.reduce((sum, { stops }) => sum + stops.length, 0),
      announced: body.announced,
      published: body.published,
      done: Object.values(body.visits).filter(({ outcome }) => outcome?.done).length,
    })),
  };
}

/** GET /api/route-plans/{id} — with what became of its visits, also where they were recorded elsewhere. */
export async function planAnswer(store: Store, viewer: Viewer, id: string): Promise<PlanAnswer> {
  const kept = await readPlan(store, viewer, id);
  if (!kept) throw new Refusal('plan-unknown');
  const writable = reachOf(viewer, 'plan-routes') !== 'none';
  return {
    id,
    base: baseOfPlan(kept.body),
    body: await withVisitsMade(store, kept.body),
    writable,
    saved: writable ? await savedBy(store, kept.since) : null,
  };
}

/** A plan with the visits of it that were recorded elsewhere meanwhile. */
export async function withVisitsMade(store: Store, body: PlanBody): Promise<PlanBody> {
  const open = Object.entries(body.visits).filter(([, { outcome }]) => outcome === null);
  if (open.length === 0) return body;
  const made = await store.db
    .selectFrom('visit')
    .where('until', 'is', null)
    .where('state', '=', 'made')
    .where(
      'id',
      'in',
      open.map(([, { visit }]) => visit),
    )
    .select('id')
    .execute();
  const ids = new Set(made.map(({ id }) => id));
  const done = open.filter(([, { visit }]) => ids.has(visit));
  const outcome = { done: true, reason: null };
  return {
    ...body,
    visits: { ...body.visits, ...Object.fromEntries(done.map(([code, { visit }]) => [code, { visit, outcome }])) },
  };
}
