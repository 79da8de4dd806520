import type { Versioned } from './schema.ts';

/** The map as drawn anew from a day on, where places were merged or moved. Key (id, since). */
export interface MapDayTable extends Versioned {
  /** First day it holds. */
  id: string;
  /** Boundaries of the edition it was drawn from; it holds only while that edition is in force. */
  base: string;
  tiles: string;
  plain: string;
  boundaries: string;
  /** JSON of the shapes that differ from the edition's: area id → ShapeFacts (area/map-day-store.ts). */
  shapes: string;
  west: number;
  south: number;
  east: number;
  north: number;
}

/** A change of places taken back. Key (id, since). */
export interface AreaWithdrawalTable extends Versioned {
  /** `seq` of the change taken back. */
  id: string;
  areaId: string;
  reason: string;
}
