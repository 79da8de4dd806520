import { sources } from './sources.ts';

/** What of the page stands beside its rooms: the address, the calls, the live line, and who is signed in. */
const ground = sources(/^web\/[\w-]+\.tsx?$/)
  .map(({ path }) => path.slice('web/'.length))
  .filter((file) => file !== 'main.tsx' && file !== 'router.tsx');

/** The inner order, from the top down: a room imports rooms below its own, or beside it where those do not import it back. */
export const floors: Record<string, string[][]> = {
  server: [
    ['main.ts', 'app.ts', 'api.ts'],
    ['paper', 'meeting', 'route-plan', 'ranking', 'live'],
    ['form', 'proposal', 'list', 'dossier', 'history', 'search', 'audit', 'backup', 'import', 'saved-view', 'picture'],
    ['layer'],
    ['register', 'venue', 'organisation', 'inspection', 'task'],
    ['area', 'person', 'campaign', 'user'],
    ['save', 'request'],
    ['change'],
    ['rights'],
    ['http', 'words', 'calendar', 'db', 'child', 'configuration.ts', 'arguments.ts'],
  ],
  web: [
    ['main.tsx', 'router.tsx'],
    ['county', 'admin', 'audit', 'meeting', 'route-plan', 'ranking', 'sign-in'],
    ['task', 'proposal', 'saved-view', 'history', 'inspection', 'organisation', 'venue'],
    ['dossier', 'paper', 'chrome'],
    ['map', 'list'],
    ['form'],
    ['ui'],
    ['message', ...ground],
  ],
};
