import type { LonLat } from '../../geodata/area/area.ts';
import type { PlaceAnswer } from '../../server/area/answer.ts';
import type { VisitsAnswer } from '../../server/list/answer.ts';

/** The visits one village has had: how many, whether one came unannounced, and the findings still open. */
export interface VillageVisits {
  fid: number;
  at: LonLat;
  count: number;
  unannounced: boolean;
  open: number;
}

/** Visits gathered by village; a visit to several villages counts in each. Villages without a label point are left out. */
export function visitsByVillage(visits: VisitsAnswer | null, villages: PlaceAnswer[]): VillageVisits[] {
  const places = new Map(villages.map((village) => [village.fid, village]));
  const found = new Map<number, VillageVisits>();
  for (const visit of visits?.visits ?? []) {
    for (const fid of visit.fids) {
      const at = places.get(fid)?.label;
      if (!at) continue;
      const one = found.get(fid) ?? { fid, at, count: 0, unannounced: false, open: 0 };
      one.count++;
      one.unannounced ||= !visit.announced;
      one.open += visit.open;
      found.set(fid, one);
    }
  }
  return [...found.values()];
}
