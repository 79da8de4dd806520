import type { Transaction } from '../change/write.ts';
import { teamsColumn } from './plan-store.ts';
import type { PlanBody } from './rules.ts';

/** Keeps a version of a plan and gives its `seq`. Who may not see it does not learn that it was changed: only one issued to the teams and announced is no secret. */
export async function putPlan(
  tx: Transaction,
  id: string,
  body: PlanBody,
  action: 'save' | 'publish' | 'outcome' = 'save',
): Promise<number> {
  const since = tx.change({ ...named(id), action, sealed: sealedFor(body) });
  await tx.insertVersions('routePlan', [
    {
      id,
      title: body.title,
      firstOn: body.dates[0] ?? '',
      announced: body.announced ? 1 : 0,
      published: body.published ? 1 : 0,
      teams: teamsColumn(body),
      body: JSON.stringify(body),
      since,
      until: null,
    },
  ]);
  return since;
}

/** Ends a plan and gives the `seq` of its change. */
export async function endPlan(tx: Transaction, id: string, body: PlanBody): Promise<number> {
  const since = tx.change({ ...named(id), action: 'end', sealed: sealedFor(body) });
  await tx.endVersion('routePlan', [id], since);
  return since;
}

const named = (id: string) => ({ subject: 'route-plan', subjectId: id, placeId: null });
const sealedFor = ({ published, announced }: PlanBody) => (published && announced ? null : '');
