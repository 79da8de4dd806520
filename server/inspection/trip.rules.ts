import type { Visit } from './rules.ts';

type Party = Pick<Visit, 'team' | 'leaderId'>;
type Went = Party & Pick<Visit, 'occurredOn' | 'level'>;
type Record = Pick<Visit, 'state' | 'occurredOn' | 'team' | 'places'>;

/** What two records of one number do not share. */
export type Apart = 'places' | 'day' | 'team';

/**
 * 是否同一次督查 — what tells the record that stands from one that comes with its number; none: they are one visit. A plan may be made, or put off to,
 * another day; a visit made keeps its day. Places are apart when the two have no village in common.
 */
export function apartOf(stands: Record, comes: Record): Apart[] {
  const villages = new Set(stands.places.map(({ areaId }) => areaId));
  const shared = comes.places.some(({ areaId }) => villages.has(areaId));
  const apart: Apart[] = [];
  if (!shared && villages.size + comes.places.length > 0) apart.push('places');
  if (stands.state === 'made' && stands.occurredOn !== comes.occurredOn) apart.push('day');
  if (stands.team !== comes.team) apart.push('team');
  return apart;
}

/** Whether two visits are of one team or under one leader. */
export function isOneParty(one: Party, other: Party): boolean {
  return (one.team !== null && one.team === other.team) || (one.leaderId !== null && one.leaderId === other.leaderId);
}

/**
 * 同一行程 — whether two records, of one place, tell of one trip: of one day, and by one team or under one leader; where neither record names either,
 * those of one level are one.
 */
export function isOneTrip(one: Went, other: Went): boolean {
  if (one.occurredOn !== other.occurredOn) return false;
  const unnamed = [one.team, one.leaderId, other.team, other.leaderId].every((party) => party === null);
  return isOneParty(one, other) || (unnamed && one.level === other.level);
}

/** 督查次数 — one record of each trip to a place, the first of them in the order given. */
export function tripsOf<One extends Went>(visits: One[]): One[] {
  const trips: One[] = [];
  for (const visit of visits) if (!trips.some((trip) => isOneTrip(trip, visit))) trips.push(visit);
  return trips;
}
