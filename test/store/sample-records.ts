import type { AreaGiven } from '../../server/area/area-actions.ts';
import { endOfDay } from '../../server/calendar/local-day.ts';
import type { Clock } from '../../server/db/clock.ts';
import type { VenueReport } from '../../server/venue/venue-actions.ts';

/** A clock that stands at the end of a day. */
export const clockAt = (on: string): Clock => ({ now: () => new Date(endOfDay(on)), today: () => on });

export const area = (fid: number, given: Partial<AreaGiven> = {}): AreaGiven => ({
  id: `area-${fid}`,
  fid,
  kind: 'village',
  code: `99010000${String(fid).padStart(4, '0')}`,
  name: `村${fid}`,
  officialName: null,
  type: null,
  parentId: 'area-2',
  position: fid,
  fromOn: '2026-08-17',
  toOn: null,
  ...given,
});

/** A county, a town and three villages. */
export const fewAreas: AreaGiven[] = [
  area(1, { kind: 'county', code: '990100', name: '云岫县', parentId: null }),
  area(2, { kind: 'town', code: '990100100', name: '城关镇', parentId: 'area-1' }),
  area(3),
  area(4),
  area(5),
];

export const venue = (areaId: string, given: Partial<VenueReport> = {}): VenueReport => ({
  areaId,
  stage: 'structure-underway',
  items: { hall: true, clinic: false },
  milestones: [{ key: 'start', plannedOn: '2026-08-20', doneOn: '2026-08-19' }],
  organisationAcceptedOn: null,
  financeAcceptedOn: null,
  subsidyFen: 5_000_000,
  subsidyPaidFen: null,
  reportedOn: '2026-08-23',
  ...given,
});
