import type { Transaction } from '../change/write.ts';
import { newId } from '../db/id.ts';
import type { Linkage } from './rules.ts';

export type LinkageGiven = Omit<Linkage, 'id'>;

/** Records linkages, found again by leader, town and first day; one that stands already writes nothing. Gives how many were written. */
export async function setLinkages(tx: Transaction, given: LinkageGiven[], at?: string): Promise<number> {
  const kept = await tx.db.selectFrom('linkage').where('until', 'is', null).selectAll().execute();
  const known = new Map(kept.map((row) => [`${row.leaderId} ${row.townId} ${row.fromOn}`, row]));
  const rows = given.flatMap((linkage) => {
    const before = known.get(`${linkage.leaderId} ${linkage.townId} ${linkage.fromOn}`);
    if (before && before.toOn === linkage.toOn) return [];
    const id = before?.id ?? newId();
    const since = tx.change({ action: 'link', subject: 'linkage', subjectId: id, placeId: linkage.townId, at });
    return [{ ...linkage, id, since, until: null }];
  });
  await tx.insertVersions('linkage', rows);
  return rows.length;
}
