import { onCommitted } from '../change/committed.ts';
import { placesBelow } from '../change/places-below.ts';
import { placedOn } from '../change/view-at.ts';
import { clockOf } from '../db/clock.ts';
import type { Store } from '../db/open.ts';
import { readSetting } from '../db/setting.ts';
import type { Role, Viewer } from '../rights/view.ts';
import type { Account } from './account/account-store.ts';

/**
 * 看到什么 — an account as the reads take it: the office sees all, unannounced plans too; leaders the county; a department its items; a town itself
 * and its villages; a village itself; an inspector the villages of the inspector's teams, with their plans; administrators no content.
 */
export async function viewerOfAccount(store: Store, account: Account): Promise<Viewer> {
  const { id, role } = account;
  const viewer: Viewer = { id, role, places: 'county', subjects: 'all', sealed: [] };
  switch (role) {
    case 'office':
      return { ...viewer, sealed: 'all', standsFor: await standsFor(store) };
    case 'leader':
    case 'screen':
      return viewer;
    case 'department':
      return { ...viewer, subjects: account.subjects };
    case 'town':
    case 'village':
      return below(store, viewer, account.places);
    case 'inspector':
      return { ...viewer, places: await placesOfTeams(store, account.teams), sealed: account.teams };
    case 'administrator':
    case 'security':
    case 'auditor':
      return { ...viewer, places: [] };
  }
}

/** A viewer of places with what lies below them today. */
async function below(store: Store, viewer: Viewer, places: string[]): Promise<Viewer> {
  const on = (await clockOf(store)).today();
  return { ...viewer, places: await placesBelow(store, places, on), root: { places, on } };
}

/** Administrators nobody is there for: their rights are the office's until somebody is. In the sample county its invented people are. */
export async function standsFor(store: Pick<Store, 'db'>): Promise<Role[]> {
  const sample = (await readSetting(store, 'sample')) === 'yes';
  const rows = await store.db
    .selectFrom('account')
    .where('role', 'in', ['security', 'auditor'])
    .where('state', 'in', sample ? ['active', 'invited'] : ['active'])
    .select('role')
    .distinct()
    .execute();
  return (['security', 'auditor'] as const).filter((role) => !rows.some((row) => row.role === role));
}

async function placesOfTeams(store: Store, teams: string[]): Promise<string[]> {
  if (teams.length === 0) return [];
  const rows = await store.db
    .selectFrom('visitPlace')
    .innerJoin('visit', 'visit.id', 'visitPlace.visitId')
    .where('visit.team', 'in', teams)
    .where('visit.until', 'is', null)
    .where('visitPlace.until', 'is', null)
    .select('visitPlace.areaId')
    .distinct()
    .execute();
  return rows.map(({ areaId }) => areaId).sort();
}

/** Viewers of accounts, worked out once between two writes; what follows the tree anew each day. */
export class Viewers {
  readonly #store: Store;
  readonly #kept = new Map<string, Promise<Viewer>>();
  #writes = 0;

  constructor(store: Store) {
    this.#store = store;
    onCommitted(store, () => this.forget());
  }

  async of(account: Account): Promise<Viewer> {
    const viewer = await this.#read(account);
    return viewer.root === undefined ? viewer : placedOn(this.#store, viewer, (await clockOf(this.#store)).today());
  }

  #read(account: Account): Promise<Viewer> {
    const known = this.#kept.get(account.id);
    if (known) return known;
    const before = this.#writes;
    const viewer = viewerOfAccount(this.#store, account).finally(() => {
      // Read while something was written: right for this request, not for the next.
      if (before !== this.#writes) this.#kept.delete(account.id);
    });
    this.#kept.set(account.id, viewer);
    viewer.catch(() => this.#kept.delete(account.id));
    return viewer;
  }

  forget(): void {
    this.#writes += 1;
    this.#kept.clear();
  }
}
