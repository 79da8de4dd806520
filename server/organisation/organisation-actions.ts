import { recordReports } from '../change/record-reports.ts';
import type { Transaction } from '../change/write.ts';
import { type GivenReason, keepReasons } from '../save/reason-store.ts';
import { organisationOnTop } from './on-top-of.ts';
import { organisationOf } from './organisation-store.ts';
import type { Organisation, Turnaround } from './rules.ts';

/** 党组织报送 — what is reported of a place's organisation, with the reason for what was asked about; `at` is when the county knew it, now when left out. */
export type OrganisationReport = Omit<Organisation, 'id' | 'since'> & {
  at?: string;
  source?: string;
  reason?: GivenReason;
};

/** Records reports in the order given, each a new version; one that says nothing new writes nothing. Gives how many were written. */
export async function reportOrganisations(tx: Transaction, reports: OrganisationReport[]): Promise<number> {
  const kept = await tx.db.selectFrom('organisation').where('until', 'is', null).selectAll().execute();
  const standing = kept.map(organisationOf);
  const last = new Map<string, Omit<Organisation, 'id' | 'since'>>(standing.map((one) => [one.areaId, one]));
  return recordReports(tx, {
    subject: 'organisation',
    action: 'report',
    reports: reports.map((given) => {
      const report = organisationOnTop(last.get(given.areaId) ?? null, given);
      last.set(report.areaId, report);
      return report;
    }),
    kept: standing,
    store: async (versions) => {
      await storeOrganisations(
        tx,
        versions.map(({ reason: _reason, ...organisation }) => organisation),
      );
      await keepReasons(
        tx,
        'organisation',
        versions.flatMap(({ id, areaId, since, reason }) => (reason ? [{ id, areaId, since, reason }] : [])),
      );
    },
  });
}

/** Stores versions of organisations under changes already named. */
export async function storeOrganisations(tx: Transaction, versions: Organisation[]): Promise<void> {
  await tx.insertVersions(
    'organisation',
    versions.map(({ turnaround, ...organisation }) => ({ ...organisation, ...columnsOf(turnaround), until: null })),
  );
}

function columnsOf(turnaround: Turnaround | null) {
  return {
    namedBy: turnaround?.namedBy ?? null,
    namedOn: turnaround?.namedOn ?? null,
    problems: JSON.stringify(turnaround?.problems ?? []),
    leaderId: turnaround?.leaderId ?? null,
    groupHeadId: turnaround?.groupHeadId ?? null,
    groupUnits: JSON.stringify(turnaround?.groupUnits ?? []),
    guidingUnit: turnaround?.guidingUnit ?? null,
    stationedOn: turnaround?.stationedOn ?? null,
    signedOffOn: turnaround?.signedOffOn ?? null,
  };
}
