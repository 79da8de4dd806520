import { recordReports } from '../change/record-reports.ts';
import type { Transaction } from '../change/write.ts';
import { type GivenReason, keepReasons } from '../save/reason-store.ts';
import { onTopOf } from './on-top-of.ts';
import type { Venue } from './rules.ts';
import { venueOf } from './venue-store.ts';

/** 阵地报送 — what a village reports of its venue, with the reason for what was asked about; `at` is when the county knew it, now when left out. */
export type VenueReport = Omit<Venue, 'id' | 'since'> & { at?: string; source?: string; reason?: GivenReason };

/** Up to so many places are looked up by name; for more all are read. */
const fewPlaces = 100;

/** Records reports in the order given, each a new version of the village's venue; one that says nothing new writes nothing. Gives how many were written. */
export async function reportVenues(tx: Transaction, reports: VenueReport[]): Promise<number> {
  const ids = [...new Set(reports.map(({ areaId }) => areaId))];
  const kept = await tx.db
    .selectFrom('venue')
    .where('until', 'is', null)
    .where((where) => (ids.length === 0 || ids.length > fewPlaces ? where.and([]) : where('areaId', 'in', ids)))
    .selectAll()
    .execute();
  const standing = kept.map(venueOf);
  const last = new Map<string, Omit<Venue, 'id' | 'since'>>(standing.map((venue) => [venue.areaId, venue]));
  return recordReports(tx, {
    subject: 'venue',
    action: 'report',
    reports: reports.map((given) => {
      const report = onTopOf(last.get(given.areaId) ?? null, given);
      last.set(report.areaId, report);
      return report;
    }),
    kept: standing,
    store: async (versions) => {
      await storeVenues(
        tx,
        versions.map(({ reason: _reason, ...venue }) => venue),
      );
      await keepReasons(
        tx,
        'venue',
        versions.flatMap(({ id, areaId, since, reason }) => (reason ? [{ id, areaId, since, reason }] : [])),
      );
    },
  });
}

/** Stores versions of venues under changes already named. */
export async function storeVenues(tx: Transaction, versions: Venue[]): Promise<void> {
  await tx.insertVersions(
    'venue',
    versions.map(({ items, milestones, ...venue }) => ({
      ...venue,
      items: JSON.stringify(items),
      milestones: JSON.stringify(milestones),
      until: null,
    })),
  );
}
