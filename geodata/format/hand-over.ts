import type { Feature, LineString, MultiLineString, Point } from 'geojson';
import type { AreaFeature, Bounds } from '../area/area.ts';
import type { Note } from '../note.ts';

/** How a file's coordinates came to WGS 84. `basis` says what the decision rests on. */
export interface CoordinateReading {
  /** e.g. `EPSG:4490`, `EPSG:4547`, `GCJ-02`, `BD-09`, `WGS 84`. */
  system: string;
  basis: 'declared' | 'prj' | 'zone-prefix' | 'known-county' | 'range' | 'answer';
  swappedAxes: boolean;
}

/** Boundaries read from one file: places with shapes, already WGS 84. */
export interface BoundaryFile {
  is: 'boundaries';
  file: string;
  reading: CoordinateReading;
  /** DBF encoding decided, e.g. `gb18030`; null for formats that fix it. */
  encoding: string | null;
  areas: AreaFeature[];
  notes: Note[];
}

/** Lines or points for the ground of the map. Properties are kept as given. */
export interface GroundFile {
  is: 'roads' | 'rivers' | 'places';
  file: string;
  reading: CoordinateReading;
  features: Feature<LineString | MultiLineString | Point>[];
  notes: Note[];
}

/** 高程 — an elevation grid in metres; `elevationM` is row-major from the north-west, NaN where void. */
export interface TerrainFile {
  is: 'terrain';
  file: string;
  width: number;
  height: number;
  elevationM: Float32Array;
  /** proj4 definition of the grid's own coordinates, and the outer edges in those coordinates. */
  projection: string;
  bounds: Bounds;
  notes: Note[];
}

/** One sheet of a workbook or a CSV, as text cells in tidy rows; what ledger it is, the sheet reader decides. */
export interface LedgerFile {
  is: 'ledger';
  file: string;
  sheet: string;
  ledger: LedgerKind;
  rows: LedgerRow[];
  notes: Note[];
}

/** 台账种类 — the ledgers the county map takes in tidy columns. */
export type LedgerKind = 'venue' | 'organisation' | 'inspection' | 'linkage' | 'responsibility' | 'campaign';

/** One row: `row` as Excel counts; `cells` by the field keys of geodata/sheet/columns.zh.ts, typed and trimmed, null where empty. */
export interface LedgerRow {
  row: number;
  cells: Record<string, LedgerValue>;
}

export type LedgerValue = string | number | boolean | null | string[];

/** What could not be recognised or read at all, with the reason in `notes`. */
export interface RefusedFile {
  is: 'refused';
  file: string;
  notes: Note[];
}

export type ReadFile = BoundaryFile | GroundFile | TerrainFile | LedgerFile | RefusedFile;
