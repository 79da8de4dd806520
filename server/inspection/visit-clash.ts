import { placesOfIds } from '../area/form-place.ts';
import { inPlaces, unsealed } from '../change/scope.ts';
import type { Transaction } from '../change/write.ts';
import type { LocalDate, View } from '../rights/view.ts';
import type { Fault } from '../save/rules.ts';
import { entriesOf, namesOf } from '../words/names/rules.ts';
import type { Visit, VisitLevel } from './rules.ts';
import { isOneParty, isOneTrip } from './trip.rules.ts';

/** A visit of the day, planned or made, as far as the asking user may know of it. */
export interface OfTheDay
  extends Pick<Visit, 'id' | 'number' | 'state' | 'occurredOn' | 'announced' | 'level' | 'team' | 'leaderId'> {
  areaIds: string[];
}

/** Visits of some days, planned and made, at the places a user sees; a sealed plan only where it is open to the user. */
export async function visitsOfDays(
  { db }: Pick<Transaction, 'db'>,
  view: View,
  days: LocalDate[],
): Promise<OfTheDay[]> {
  if (days.length === 0) return [];
  const rows = await db
    .selectFrom('visit')
    .innerJoin('visitPlace', 'visitPlace.visitId', 'visit.id')
    .where('visit.until', 'is', null)
    .where('visitPlace.until', 'is', null)
    .where('visit.occurredOn', 'in', [...new Set(days)])
    .where(inPlaces('visitPlace.areaId', view))
    .where(unsealed(view.user))
    .select(['visit.id', 'visit.number', 'visit.state', 'visit.occurredOn', 'visit.announced'])
    .select(['visit.level', 'visit.team', 'visit.leaderId'])
    .select('visitPlace.areaId')
    .orderBy('visit.occurredOn')
    .orderBy('visit.id')
    .orderBy('visitPlace.areaId')
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    const { areaId: _areaId, announced, state, level, ...visit } = first;
    const areaIds = some.map(({ areaId }) => areaId);
    return [
      {
        ...{ ...visit, areaIds, announced: announced === 1, level: level as VisitLevel },
        state: state === 'planned' ? 'planned' : 'made',
      },
    ];
  });
}

type ClashCode = 'team-planned' | 'village-planned' | 'trip-recorded' | 'trip-planned';

/**
 * 重复安排与重复登记 — what a person is asked before a visit is saved: a plan whose team or villages have something on that day already; a visit made
 * that the same trip's record, or its plan, tells of already. Each may be confirmed.
 */
export async function clashFaults(tx: Transaction, view: View, now: Visit): Promise<Fault[]> {
  const others = (await visitsOfDays(tx, view, [now.occurredOn])).filter(({ id }) => id !== now.id);
  const villages = new Set(now.places.map(({ areaId }) => areaId));
  const meets = ({ areaIds }: OfTheDay) => areaIds.some((id) => villages.has(id));
  const kinds: { field: string; code: ClashCode; found: OfTheDay[] }[] =
    now.state === 'planned'
      ? [
          { field: 'team', code: 'team-planned', found: others.filter((one) => isOneParty(one, now)) },
          {
            field: 'places',
            code: 'village-planned',
            found: others.filter((one) => meets(one) && !isOneParty(one, now)),
          },
        ]
      : (['made', 'planned'] as const).map((state) => ({
          field: 'occurredOn',
          code: state === 'made' ? 'trip-recorded' : 'trip-planned',
          found: others.filter((one) => one.state === state && meets(one) && isOneTrip(one, now)),
        }));
  const named = await placesOfIds(
    tx,
    kinds.flatMap(({ found }) => found.flatMap(({ areaIds }) => areaIds)),
  );
  const said = ({ number, team, areaIds }: OfTheDay) =>
    [number, team, namesOf(areaIds.map((id) => named.get(id)?.name ?? ''))].filter((part) => part).join(' ');
  return kinds
    .filter(({ found }) => found.length > 0)
    .map(({ field, code, found }) => ({ field, code, value: entriesOf(found.map(said)), confirmable: true }));
}
