import type { Bounds, Shape } from '../../geodata/area/area.ts';
import type { CountyFiles, CountyToBuild, GroundFiles, PlaceToDraw } from '../../geodata/build/county-files.ts';
import type { KnownPlaces } from '../../geodata/coordinate/known-county.ts';
import type { GroundFile, ReadFile, TerrainFile } from '../../geodata/format/hand-over.ts';
import type { DrawnTree } from '../area/tree.ts';
import type { FileGroup } from '../import/recognise.ts';

/** Reads every group of files into what it is, boundaries checked for defects. */
export interface ReadJob {
  job: 'read';
  groups: FileGroup[];
  /** The county already in the store; null at the first import. */
  known: KnownPlaces | null;
  /** `EPSG:4547` and the like, when the person declared it. */
  declared: string | null;
}

/** Compares new shapes with the edition in force, and makes the files of a new one where anything differs. */
export interface BuildJob {
  job: 'build';
  /** Null: the boundaries stay. */
  county: JobCounty | null;
  /** Names, codes or parents differ from those in force, so that the map must be drawn anew whatever the shapes. */
  placesChanged: boolean;
  /** Boundaries GeoJSON and plain map in force; null when there are none. */
  inForce: { boundaries: string; plain: string; bounds: Bounds } | null;
  /** Shapes no farther from the ones in force than this are the same. */
  toleranceM: number;
  /** What the files of this import hold of the ground. */
  ground: GroundParts;
  /** The parts of the ground in force, as {@link BuiltFiles.groundParts}; null when there are none. */
  groundInForce: string | null;
}

/** 底图 — parts of the ground as read; empty where no file gave them. */
export interface GroundParts {
  terrain: TerrainFile | null;
  rivers: GroundFile[];
  roads: GroundFile[];
  places: GroundFile[];
}

/** A county to draw; a village whose shape is null keeps the one in force. */
export type JobCounty = Omit<CountyToBuild, 'villages'> & {
  villages: (Omit<PlaceToDraw, 'shape'> & { shape: Shape | null })[];
};

export interface BuiltFiles {
  /** Null when every shape is the same as the one in force: then nothing new is made. */
  county: CountyFiles | null;
  /** Null when neither the ground nor the box it is drawn in changed. */
  ground: GroundFiles | null;
  /** Everything the ground was made of, to make it again from when a later import brings only a part. */
  groundParts: Uint8Array | null;
  /** fids whose shape is new or farther away than the tolerance. */
  movedFids: number[];
  /** Farthest that any other shape lies from the one in force, metres. */
  awayM: number;
}

/** 图片 — reads an uploaded picture and makes it anew, so that nothing but its pixels is kept. */
export interface PictureJob {
  job: 'picture';
  bytes: Uint8Array;
  /** Most pixels it may have, and the longest side it is kept with. */
  mostPixels: number;
  sidePx: number;
}

/** The picture made anew; or why it is none. */
export type PictureResult =
  | { bytes: Uint8Array; extension: 'png' | 'jpg'; width: number; height: number }
  | { refused: 'unreadable' | 'too-many-pixels' };

/** 重绘 — draws the pieces of a boundary edition anew under the places of several days. */
export interface RedrawJob {
  job: 'redraw';
  /** Boundaries GeoJSON of the edition. */
  boundaries: string;
  /** `bare`: a town that never had villages, drawn as it was given. */
  days: (Omit<DrawnTree, 'towns'> & { towns: (DrawnTree['towns'][number] & { bare: boolean })[] })[];
  /** Numbers of the pieces of two places that are to be one; null where none are. */
  between: [number[], number[]] | null;
  /** Whether to draw, also where the two do not touch; else only that is found out. */
  build: { always: boolean; unlessApart: boolean };
}

export interface Redrawn {
  /** Whether the two places have no border in common. */
  apart: boolean;
  /** One for each day, none when nothing was to be drawn. */
  days: CountyFiles[];
}

export type Job = ReadJob | BuildJob | RedrawJob | PictureJob;
export type JobResult<J extends Job> = J extends ReadJob
  ? ReadFile[]
  : J extends PictureJob
    ? PictureResult
    : J extends RedrawJob
      ? Redrawn
      : BuiltFiles;
