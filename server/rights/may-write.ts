import { Refusal } from '../http/refusal.ts';
import { type Action, type Permission, type Reach, reachTo } from './rights.message.ts';
import { isAbout, isInScope, type Subject, type Viewer } from './view.ts';

/** How far somebody's right to an action reaches. */
export function reachOf(viewer: Viewer, action: Exclude<Permission, 'public'>): Reach {
  return reachTo(action, viewer);
}

/** What an action writes, where a department's own items decide. */
const subjectOf: Partial<Record<Action, Subject>> = { 'accept-venue': 'venue', 'report-venue': 'venue' };

/**
 * Whether somebody may do this to a place; refuses `not-allowed` when the role may not, or the place is out of scope. It says the same of a place
 * that does not exist, so that nothing is learnt by trying.
 */
export function mayWrite(viewer: Viewer, action: Action, areaId: string): void {
  const reach = reachOf(viewer, action);
  const subject = subjectOf[action];
  const own = isInScope(viewer, areaId) && (subject === undefined || isAbout(viewer, subject));
  if (reach === 'none' || (reach === 'own' && !own)) throw new Refusal('not-allowed');
}
