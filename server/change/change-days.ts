import { openTeam, teamOf } from '../db/change-days.ts';
import type { Viewer } from '../rights/view.ts';

/** Under what a user's changes are counted; null: under everything. */
export function visibleTeams({ sealed }: Viewer): string[] | null {
  return sealed === 'all' ? null : [openTeam, ...sealed.map(teamOf)];
}
