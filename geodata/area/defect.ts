import type { Note, Severity } from '../note.ts';
import type { AreaFeature } from './area.ts';

/** A place under examination. `number` counts features from 1 as the file does. */
export interface Place {
  number: number;
  area: AreaFeature;
}

/** Writes one defect of a place down. */
export type Report = (place: Place, code: string, severity: Severity, values?: Note['values']) => void;

/** Position for a sentence: five decimals, about a metre. */
export const spot = ([lon = 0, lat = 0]: number[]) => ({ lon: Number(lon.toFixed(5)), lat: Number(lat.toFixed(5)) });
