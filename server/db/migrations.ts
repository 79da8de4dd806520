import type { Kysely } from 'kysely';
import { createFirst } from './migrations/0001-first.ts';
import { addPeople } from './migrations/0002-people.ts';
import { addRoutes } from './migrations/0003-routes.ts';
import { addMeetings } from './migrations/0004-meetings.ts';
import { addSavedViews } from './migrations/0005-saved-views.ts';
import { addRankings } from './migrations/0006-rankings.ts';
import { addProposals } from './migrations/0007-proposals.ts';
import { addMapDays } from './migrations/0009-map-days.ts';
import { addAdministrators } from './migrations/0010-administrators.ts';
import { addSaveHashes } from './migrations/0011-save-hashes.ts';
import { addKnownDays } from './migrations/0012-known-days.ts';
import { markFirstDefaults } from './migrations/0013-defaults.ts';
import { indexToldChanges } from './migrations/0014-told-changes.ts';
import type { Tables } from './schema.ts';

/** One step of the schema, forward only. A released step is never edited; a change is a new step. */
export interface Migration {
  version: number;
  up(db: Kysely<Tables>): Promise<void>;
}

/** Every step from an empty store to this product's schema, in order. */
export const migrations: Migration[] = [
  { version: 1, up: createFirst },
  { version: 2, up: addPeople },
  { version: 3, up: addRoutes },
  { version: 4, up: addMeetings },
  { version: 5, up: addSavedViews },
  { version: 6, up: addRankings },
  { version: 7, up: addProposals },
  { version: 9, up: addMapDays },
  { version: 10, up: addAdministrators },
  { version: 11, up: addSaveHashes },
  { version: 12, up: addKnownDays },
  { version: 13, up: markFirstDefaults },
  { version: 14, up: indexToldChanges },
];
