import type { Store } from '../db/open.ts';
import type { View } from '../rights/view.ts';
import { inPlaces, ofOwnTasks } from './scope.ts';
import { ofHeardKinds } from './subjects.ts';
import { known } from './view-at.ts';

/** One change of a place: when it was known, what was done to which kind of record, and the file it came from, or all those of its import when it is not known which (empty: no import). */
export interface PlaceChange {
  seq: number;
  at: string;
  recordedAt: string;
  actor: string;
  action: string;
  subject: string;
  subjectId: string;
  files: string[];
}

/** Where a change of a place stands: in the sequence, and in the numbers shown outside. */
export interface HistorySeq {
  seq: number;
  shown: number;
  sealed: string | null;
}

/**
 * 历史 — the changes of one place known to the view, newest first. Visits to it are among them, also those to several places;
 * a planned unannounced one (暗访计划) only for a viewer it is not sealed from.
 */
export async function readHistory(store: Store, view: View, areaId: string): Promise<PlaceChange[]> {
  const rows = await changesOf(store, view, areaId)
    .leftJoin('import', 'import.id', 'change.importId')
    .select(changeColumns)
    .execute();
  return rows.map(changeOf);
}

/** Which changes those are. */
export function readHistorySeqs(store: Store, view: View, areaId: string): Promise<HistorySeq[]> {
  return changesOf(store, view, areaId).select(['change.seq', 'change.shown', 'change.sealed']).execute();
}

function changesOf(store: Store, view: View, areaId: string) {
  const ofPlace = store.db
    .selectFrom('change')
    .where(inPlaces('change.placeId', view))
    .where('change.placeId', '=', areaId)
    .select('seq');
  const ofVisits = store.db
    .selectFrom('change')
    .innerJoin('visitPlace', 'visitPlace.visitId', 'change.subjectId')
    .where('change.subject', '=', 'visit')
    .where(inPlaces('visitPlace.areaId', view))
    .where('visitPlace.areaId', '=', areaId)
    .whereRef('visitPlace.since', '<=', 'change.seq')
    .where((where) =>
      where.or([where('visitPlace.until', 'is', null), where('visitPlace.until', '>=', where.ref('change.seq'))]),
    )
    .select('seq');
  return store.db
    .selectFrom('change')
    .where('change.seq', 'in', ofPlace.union(ofVisits))
    .where('change.seq', '<=', view.seq)
    .where(known(view.user))
    .where(ofHeardKinds(view.user))
    .where(ofOwnTasks(view.user))
    .orderBy('change.seq', 'desc');
}

/** Changes by their numbers, newest first. */
export async function readChanges(store: Store, seqs: readonly number[]): Promise<PlaceChange[]> {
  const rows: Awaited<ReturnType<typeof rowsOf>> = [];
  for (let at = 0; at < seqs.length; at += numbersAtOnce)
    rows.push(...(await rowsOf(store, seqs.slice(at, at + numbersAtOnce))));
  return rows.map(changeOf);
}

/** Both engines take only so many parameters. */
const numbersAtOnce = 5000;

function rowsOf({ db }: Store, seqs: readonly number[]) {
  return db
    .selectFrom('change')
    .leftJoin('import', 'import.id', 'change.importId')
    .where('change.seq', 'in', seqs)
    .select(changeColumns)
    .orderBy('seq', 'desc')
    .execute();
}

const changeColumns = [
  ...(['change.seq', 'change.knownAt as at', 'change.recordedAt', 'change.actor', 'change.action'] as const),
  ...(['change.subject', 'change.subjectId', 'change.source', 'import.files'] as const),
] as const;

const changeOf = ({ files, source, ...row }: Awaited<ReturnType<typeof rowsOf>>[number]): PlaceChange => ({
  ...row,
  files: source === null ? namesIn(files) : [source],
});

const namesIn = (files: string | null) => (files === null ? [] : (JSON.parse(files) as string[]));
