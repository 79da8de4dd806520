import { heldAt } from '../change/scope.ts';
import type { Transaction } from '../change/write.ts';
import type { Store } from '../db/open.ts';
import type { View } from '../view.ts';
import type { Team, TeamBody } from './rules.ts';

/** The county's teams, by name; they are no secret, their plans are. */
export async function readTeams(store: Store, view: View): Promise<Team[]> {
  const rows = await store.db
    .selectFrom('team')
    .where(heldAt('team', view))
    .orderBy('name')
    .select(['id', 'body'])
    .execute();
  return rows.map(({ id, body }) => ({ ...(JSON.parse(body) as TeamBody), id }));
}

/** Puts a team down as given; gives the `seq` of its change, or null when nothing is new. */
export async function putTeam(tx: Transaction, { id, ...body }: Team): Promise<number | null> {
  const before = await tx.db
    .selectFrom('team')
    .where('id', '=', id)
    .where('until', 'is', null)
    .select('body')
    .executeTakeFirst();
  const text = JSON.stringify(body);
  if (before?.body === text) return null;
  const since = tx.change({ action: 'set', subject: 'team', subjectId: id, placeId: null });
  await tx.insertVersions('team', [{ id, name: body.name, body: text, since, until: null }]);
  return since;
}

/** Ends a team; plans made keep what they knew of it. Gives null when there is none. */
export async function endTeam(tx: Transaction, id: string): Promise<number | null> {
  const found = await tx.db
    .selectFrom('team')
    .where('id', '=', id)
    .where('until', 'is', null)
    .select('id')
    .executeTakeFirst();
  if (!found) return null;
  const since = tx.change({ action: 'end', subject: 'team', subjectId: id, placeId: null });
  await tx.endVersion('team', [id], since);
  return since;
}
