import type { ExpressionBuilder } from 'kysely';
import type { Tables } from '../db/schema.ts';
import { type Action, rights } from '../rights/rights.message.ts';
import { isAbout, type Subject, type Viewer } from '../rights/view.ts';
import { ownOf } from '../words/own/rules.ts';

/** Who hears that a kind of record changed: everybody who looks, those whose items it is about, those with a right. */
type Heard = 'everybody' | { about?: Subject; needs?: Action };

/**
 * Every kind of record a change can be of. A kind that does not stand here is heard of by the office alone: what is new reaches nobody
 * else until it is given.
 */
const heard: Record<string, Heard> = {
  venue: { about: 'venue' },
  organisation: { about: 'organisation' },
  visit: { about: 'inspection' },
  linkage: { about: 'inspection' },
  'venue-proposal': { about: 'venue', needs: 'see-proposals' },
  'organisation-proposal': { about: 'organisation', needs: 'see-proposals' },
  task: { needs: 'see-tasks' },
  meeting: { needs: 'see-meetings' },
  view: { needs: 'keep-views' },
  'route-plan': { needs: 'see-routes' },
  team: { needs: 'see-routes' },
  external: { needs: 'see-ranking' },
  account: { needs: 'manage-accounts' },
  screen: { needs: 'manage-screens' },
  area: 'everybody',
  map: 'everybody',
  boundary: 'everybody',
  responsibility: 'everybody',
  person: 'everybody',
  edition: 'everybody',
  import: 'everybody',
  navigation: 'everybody',
  ranking: 'everybody',
  'review-number': 'everybody',
  clock: 'everybody',
};

/** Every kind a change is known to be of. */
export const changeSubjects: readonly string[] = Object.keys(heard);

/** Whether somebody may learn that a record of this kind changed; where it is, and what a task is about, is decided beside it. */
export function mayHearOf(user: Viewer, subject: string): boolean {
  const by = ownOf(heard, subject);
  if (by === undefined) return user.role === 'office';
  if (by === 'everybody') return true;
  const { about, needs } = by;
  return (
    (about === undefined || isAbout(user, about)) && (needs === undefined || rights[needs].reach[user.role] !== 'none')
  );
}

/** Only changes of kinds of record the user may hear of. */
export function ofHeardKinds(user: Viewer) {
  const own = changeSubjects.filter((subject) => mayHearOf(user, subject));
  return (where: ExpressionBuilder<Tables, 'change'>) =>
    user.role === 'office' && own.length === changeSubjects.length ? where.and([]) : where('change.subject', 'in', own);
}
