import type { Selectable } from 'kysely';
import { about, heldAt, inPlaces } from '../change/scope.ts';
import type { Store } from '../db/open.ts';
import type { OrganisationTable } from '../db/schema.ts';
import type { View } from '../rights/view.ts';
import type { Organisation, Problem } from './rules.ts';

/** The party organisations of the places the user sees, as last reported. */
export async function readOrganisations(store: Store, view: View): Promise<Organisation[]> {
  const rows = await store.db
    .selectFrom('organisation')
    .where(inPlaces('organisation.areaId', view))
    .where(about('organisation', view.user))
    .where(heldAt('organisation', view))
    .selectAll()
    .execute();
  return rows.map(organisationOf);
}

export function organisationOf(row: Selectable<OrganisationTable>): Organisation {
  const { namedBy } = row;
  return {
    id: row.id,
    areaId: row.areaId,
    name: row.name,
    field: row.field,
    screenedOn: row.screenedOn,
    turnaround:
      namedBy !== 'city' && namedBy !== 'county'
        ? null
        : {
            namedBy,
            namedOn: row.namedOn,
            problems: JSON.parse(row.problems) as Problem[],
            leaderId: row.leaderId,
            groupHeadId: row.groupHeadId,
            groupUnits: JSON.parse(row.groupUnits) as string[],
            guidingUnit: row.guidingUnit,
            stationedOn: row.stationedOn,
            signedOffOn: row.signedOffOn,
          },
    reportedOn: row.reportedOn,
    since: row.since,
  };
}
