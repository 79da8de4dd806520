import type { Store } from '../db/open.ts';
import type { View } from '../view.ts';
import { inPlaces } from './scope.ts';

/** One change of a place: when it was known, what was done to which kind of record, and the files it came from (empty: no import). */
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

/** 历史 — the changes of one place known to the view, newest first; visits to it among them. */
export async function readHistory(store: Store, view: View, areaId: string): Promise<PlaceChange[]> {
  const rows = await store.db
    .selectFrom('change')
    .leftJoin('import', 'import.id', 'change.importId')
    .where(inPlaces('change.placeId', view))
    .where('change.placeId', '=', areaId)
    .where('change.seq', '<=', view.seq)
    .where((where) => (view.user.sealed ? where.and([]) : where('change.action', '!=', 'plan')))
    .select(['seq', 'change.at', 'recordedAt', 'change.actor', 'action', 'subject', 'subjectId', 'import.files'])
    .orderBy('seq', 'desc')
    .execute();
  return rows.map(({ files, ...row }) => ({ ...row, files: files === null ? [] : (JSON.parse(files) as string[]) }));
}
