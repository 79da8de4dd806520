import { onCommitted } from '../change/committed.ts';
import { placesBelow } from '../change/places-below.ts';
import { placedOn } from '../change/view-at.ts';
import { clockOf } from '../clock.ts';
import type { Store } from '../db/open.ts';
import type { Viewer } from '../view.ts';
import type { Account } from './account-store.ts';

/**
 * 看到什么 — an account as the reads take it: the office sees all, unannounced plans too; leaders the county; a department its items; a town itself
 * and its villages; a village itself; an inspector the villages his teams visit, with their plans; an administrator no content.
 */
export async function viewerOfAccount(store: Store, account: Account): Promise<Viewer> {
  const { id, role } = account;
  const viewer: Viewer = { id, role, places: 'county', subjects: 'all', sealed: [] };
  switch (role) {
    case 'office':
      return { ...viewer, sealed: 'all' };
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
      return { ...viewer, places: [] };
  }
}

/** A viewer of places with what lies below them today. */
async function below(store: Store, viewer: Viewer, places: string[]): Promise<Viewer> {
  const on = (await clockOf(store)).today();
  return { ...viewer, places: await placesBelow(store, places, on), root: { places, on } };
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
