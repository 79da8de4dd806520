import type { Geometry } from 'geojson';
import type { Note } from '../note.ts';

/** A cell of an attribute table as the file gives it, text trimmed. */
export type CellValue = string | number | boolean | null;

/** One feature before its coordinates are understood. `number` counts from 1 as the file does. */
export interface RawFeature {
  number: number;
  geometry: Geometry | null;
  properties: Record<string, CellValue>;
}

/** What the attribute columns mean; filled where the file's own names allow it (cut DBF names too), see area-columns.zh.ts. */
export interface RawLayer {
  /** The name notes use: the file, or file/entry where a zip holds several. */
  file: string;
  format: 'shapefile' | 'geojson' | 'topojson';
  features: RawFeature[];
  /** Text of the .prj; null when there is none. */
  prj: string | null;
  /** Name in the `crs` member of an older GeoJSON. */
  crsName: string | null;
  encoding: string | null;
  notes: Note[];
}

/** Stops reading one file with a note that says why; caught once, where the file becomes a RefusedFile. */
export class Unreadable extends Error {
  readonly code: string;
  readonly values: Record<string, string | number>;
  constructor(code: string, values: Record<string, string | number> = {}) {
    super(code);
    this.code = code;
    this.values = values;
  }
}
