import { newId } from '../db/id.ts';
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

/** Whether two records say the same, whatever the order of their keys. */
export function sayTheSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

/** The same value with the keys of its objects in order. */
export function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  );
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
