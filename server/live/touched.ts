import type { CommittedChange } from '../change/committed.ts';
import { mayHearOf } from '../change/subjects.ts';
import type { Store } from '../db/open.ts';
import type { Viewer } from '../rights/view.ts';
import type { LiveNotice } from './answer.ts';

/** A stored change with every place it touches. */
export interface Touched extends CommittedChange {
  places: string[];
  /** What a task is about; left out for any other record. */
  about?: string | null;
  /** A record of one person alone: nobody hears of it by name. */
  own?: true;
}

/** More places than these are not named one by one. */
const mostPlaces = 400;
const atOnce = 500;

/** The places of each change, and what tasks are about; a visit to several villages touches all of them, those it no longer goes to as well. */
export async function withPlaces(store: Store, changes: readonly CommittedChange[]): Promise<Touched[]> {
  const visits = changes.filter(({ subject, placeId }) => subject === 'visit' && placeId === null);
  const ofSeq = new Map<number, string[]>();
  for (let from = 0; from < visits.length; from += atOnce) {
    const seqs = visits.slice(from, from + atOnce).map(({ seq }) => seq);
    const rows = await store.db
      .selectFrom('visitPlace')
      .where((where) => where.or([where('since', 'in', seqs), where('until', 'in', seqs)]))
      .select(['areaId', 'since', 'until'])
      .execute();
    for (const { areaId, since, until } of rows)
      for (const seq of [since, until]) if (seq !== null) ofSeq.set(seq, [...(ofSeq.get(seq) ?? []), areaId]);
  }
  const tasks = new Map<number, string | null>();
  const given = changes.filter(({ subject }) => subject === 'task').map(({ seq }) => seq);
  for (let from = 0; from < given.length; from += atOnce) {
    const rows = await store.db
      .selectFrom('task')
      .where('since', 'in', given.slice(from, from + atOnce))
      .select(['about', 'since'])
      .execute();
    for (const { about, since } of rows) tasks.set(since, about);
  }
  const own = await ofOnePerson(store, changes);
  return changes.map((change) => ({
    ...change,
    ...(change.subject === 'task' ? { about: tasks.get(change.seq) ?? null } : {}),
    ...(own.has(change.seq) ? { own: true as const } : {}),
    places: change.placeId === null ? (ofSeq.get(change.seq) ?? []) : [change.placeId],
  }));
}

/** Changes of saved views the county does not see, nor saw until then. */
async function ofOnePerson(store: Store, changes: readonly CommittedChange[]): Promise<Set<number>> {
  const kept = changes.filter(({ subject }) => subject === 'view').map(({ seq }) => seq);
  const own = new Set<number>();
  for (let from = 0; from < kept.length; from += atOnce) {
    const seqs = kept.slice(from, from + atOnce);
    const rows = await store.db
      .selectFrom('savedView')
      .where((where) => where.or([where('since', 'in', seqs), where('until', 'in', seqs)]))
      .select(['shared', 'since', 'until'])
      .execute();
    for (const seq of seqs) {
      const versions = rows.filter((row) => row.since === seq || row.until === seq);
      if (versions.every(({ shared }) => shared === 0)) own.add(seq);
    }
  }
  return own;
}

/** Whether somebody may know that a change was made at all. */
export function mayKnow({ sealed }: Viewer, change: Pick<CommittedChange, 'sealed'>): boolean {
  return change.sealed === null || sealed === 'all' || sealed.includes(change.sealed);
}

/** What a viewer hears by name of the changes open to the viewer: places and subjects in scope, nothing of others. */
export function noticeOf(user: Viewer, touched: readonly Touched[]): { places: string[]; subjects: string[] } {
  const ownPlaces = user.places === 'county' ? null : new Set(user.places);
  const items: readonly (string | null)[] | null = user.subjects === 'all' ? null : user.subjects;
  const about = touched.filter(
    ({ subject, own, about: task = null }) =>
      !own && mayHearOf(user, subject) && (subject !== 'task' || items === null || items.includes(task)),
  );
  const inScope = (id: string) => ownPlaces === null || ownPlaces.has(id);
  const own = about.filter((one) => (one.places.length === 0 ? ownPlaces === null : one.places.some(inScope)));
  return {
    places: [...new Set(own.flatMap((one) => one.places.filter(inScope)))],
    subjects: [...new Set(own.map(({ subject }) => subject))].sort(),
  };
}

/** Numbers of places by id; a place keeps its number for good. */
export class PlaceNumbers {
  readonly #store: Store;
  readonly #fids = new Map<string, number>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Null when they are more than are sent one by one. */
  async of(ids: string[]): Promise<LiveNotice['places']> {
    if (ids.length > mostPlaces) return null;
    const unknown = ids.filter((id) => !this.#fids.has(id));
    if (unknown.length > 0) {
      const rows = await this.#store.db.selectFrom('area').where('id', 'in', unknown).select(['id', 'fid']).execute();
      for (const { id, fid } of rows) this.#fids.set(id, fid);
    }
    return ids.flatMap((id) => this.#fids.get(id) ?? []).sort((a, b) => a - b);
  }
}
