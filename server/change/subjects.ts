import type { ExpressionBuilder } from 'kysely';
import type { Tables } from '../db/schema.ts';
import { type Action, rights } from '../user/rights.message.ts';
import { isAbout, type Subject, type Viewer } from '../view.ts';

/** What a kind of record is about, where it is always the same. */
const aboutOf: Record<string, Subject> = {
  venue: 'venue',
  organisation: 'organisation',
  'venue-proposal': 'venue',
  'organisation-proposal': 'organisation',
  visit: 'inspection',
  linkage: 'inspection',
};

/** What somebody must have a right to before he hears that such a record changed; all else whoever may look. */
const neededFor: Record<string, Action> = {
  task: 'see-tasks',
  'venue-proposal': 'see-proposals',
  'organisation-proposal': 'see-proposals',
  meeting: 'see-meetings',
  view: 'keep-views',
  'route-plan': 'see-routes',
  team: 'see-routes',
  external: 'see-ranking',
  account: 'manage-accounts',
  screen: 'manage-screens',
};

/** Whether somebody may learn that a record of this kind changed; where it is, and what a task is about, is decided beside it. */
export function mayHearOf(user: Viewer, subject: string): boolean {
  const about = aboutOf[subject];
  const needed = neededFor[subject];
  return (
    (about === undefined || isAbout(user, about)) &&
    (needed === undefined || rights[needed].reach[user.role] !== 'none')
  );
}

/** Only changes of kinds of record the user may hear of. */
export function ofHisKinds(user: Viewer) {
  const foreign = [...Object.keys(aboutOf), ...Object.keys(neededFor)].filter((subject) => !mayHearOf(user, subject));
  return (where: ExpressionBuilder<Tables, 'change'>) =>
    foreign.length === 0 ? where.and([]) : where('change.subject', 'not in', foreign);
}
