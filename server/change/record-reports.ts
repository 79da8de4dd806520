import { newId } from '../db/id.ts';
import { sayTheSame } from './same/rules.ts';
import type { Transaction } from './write.ts';

interface Report {
  areaId: string;
  at?: string;
  source?: string;
}
interface Record {
  id: string;
  areaId: string;
  since: number;
}

/**
 * Records reports of which each place has one running record: a report that differs from the last becomes the next version with a change of its own.
 * Gives how many were written.
 */
export async function recordReports<Given extends Report, Kept extends Record>(
  tx: Transaction,
  {
    subject,
    action,
    reports,
    kept,
    store,
  }: {
    subject: string;
    action: string;
    reports: Given[];
    kept: Kept[];
    store: (versions: (Omit<Given, 'at' | 'source'> & { id: string; since: number })[]) => Promise<void>;
  },
): Promise<number> {
  const ids = new Map(kept.map(({ areaId, id }) => [areaId, id]));
  const last = new Map<string, unknown>(kept.map(({ id, since, ...said }) => [said.areaId, said]));
  const versions: (Omit<Given, 'at' | 'source'> & { id: string; since: number })[] = [];
  for (const { at, source, ...report } of reports) {
    const before = last.get(report.areaId);
    if (before !== undefined && sayTheSame(before, report)) continue;
    const id = ids.get(report.areaId) ?? newId();
    ids.set(report.areaId, id);
    last.set(report.areaId, report);
    const since = tx.change({ action, subject, subjectId: id, placeId: report.areaId, at, source });
    versions.push({ ...report, id, since });
  }
  await store(versions);
  return versions.length;
}
