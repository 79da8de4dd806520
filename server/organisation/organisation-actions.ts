import { recordReports } from '../change/record-reports.ts';
import type { Transaction } from '../change/write.ts';
import { organisationOf } from './organisation-store.ts';
import type { Organisation, Turnaround } from './rules.ts';

/** 党组织报送 — what is reported of a place's organisation; `at` is when the county knew it, now when left out. */
export type OrganisationReport = Omit<Organisation, 'id' | 'since'> & { at?: string; source?: string };

/** Records reports in the order given, each a new version; one that says nothing new writes nothing. Gives how many were written. */
export async function reportOrganisations(tx: Transaction, reports: OrganisationReport[]): Promise<number> {
  const kept = await tx.db.selectFrom('organisation').where('until', 'is', null).selectAll().execute();
  return recordReports(tx, {
    subject: 'organisation',
    action: 'report',
    reports,
    kept: kept.map(organisationOf),
    store: (versions) => storeOrganisations(tx, versions),
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
