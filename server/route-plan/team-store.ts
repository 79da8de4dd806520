import { heldAt } from '../change/scope.ts';
import type { Transaction } from '../change/write.ts';
import type { Store } from '../db/open.ts';
import type { View } from '../rights/view.ts';
import { baseOf } from '../save/base.ts';
import type { KeptTeam, Team, TeamBody } from './rules.ts';

/** The hash a kept team is known by. */
export const baseOfTeam = (team: TeamBody): string => baseOf(team);

/** The county's teams, by name, each with the hash it is known by; they are no secret, their plans are. */
export async function readTeams(store: Store, view: View): Promise<KeptTeam[]> {
  const rows = await store.db
    .selectFrom('team')
    .where(heldAt('team', view))
    .orderBy('name')
    .select(['id', 'body'])
    .execute();
  return rows.map(({ id, body }) => {
    const team = JSON.parse(body) as TeamBody;
    return { ...team, id, base: baseOfTeam(team) };
  });
}

/** A team as it stands, and the `seq` of its newest version; null when there is none. */
export async function currentTeam({ db }: Transaction, id: string): Promise<{ body: TeamBody; since: number } | null> {
  const row = await db
    .selectFrom('team')
    .where('id', '=', id)
    .where('until', 'is', null)
    .select(['body', 'since'])
    .executeTakeFirst();
  return row ? { body: JSON.parse(row.body) as TeamBody, since: row.since } : null;
}

/** Puts a team down as given; gives the `seq` of its change, or null when nothing is new. */
export async function putTeam(tx: Transaction, { id, ...body }: Team): Promise<number | null> {
  const before = await currentTeam(tx, id);
  if (before && baseOfTeam(before.body) === baseOfTeam(body)) return null;
  const since = tx.change({ action: 'set', subject: 'team', subjectId: id, placeId: null });
  await tx.insertVersions('team', [{ id, name: body.name, body: JSON.stringify(body), since, until: null }]);
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
