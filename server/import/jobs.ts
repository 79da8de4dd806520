import type { Shape } from '../../geodata/area/area.ts';
import type { CountyFiles, CountyToBuild, GroundFiles, PlaceToDraw } from '../../geodata/build/county-files.ts';
import type { KnownPlaces } from '../../geodata/coordinate/known-county.ts';
import type { GroundFile, ReadFile, TerrainFile } from '../../geodata/format/hand-over.ts';
import type { Note } from '../../geodata/note.ts';
import type { FileGroup } from './recognise.ts';

/** Reads every group of files into what it is, boundaries checked for defects. */
export interface ReadJob {
  job: 'read';
  groups: FileGroup[];
  /** The county already in the store; null at the first import. */
  known: KnownPlaces | null;
  /** `EPSG:4547` and the like, when the person declared it. */
  declared: string | null;
}

/** Compares new shapes with the edition in force, and makes the files of a new one. */
export interface BuildJob {
  job: 'build';
  /** Null: the boundaries stay, only the ground is made anew. */
  county: JobCounty | null;
  /** Path of the boundaries GeoJSON in force; null when there is none. */
  boundariesPath: string | null;
  /** Shapes no farther from the ones in force than this are the same. */
  toleranceM: number;
  /** Null: the ground stays as it is. */
  ground: { terrain: TerrainFile | null; rivers: GroundFile[]; roads: GroundFile[]; places: GroundFile[] } | null;
  /** Path of the plain map in force, whose box the ground is drawn in when the boundaries stay. */
  plainPath: string | null;
}

/** A county to draw; a village whose shape is null keeps the one in force. */
export type JobCounty = Omit<CountyToBuild, 'villages'> & {
  villages: (Omit<PlaceToDraw, 'shape'> & { shape: Shape | null })[];
};

export interface BuiltFiles {
  /** Null when every shape is the same as the one in force: then nothing new is made. */
  county: CountyFiles | null;
  ground: GroundFiles | null;
  /** fids of shapes farther away than the tolerance, and new ones. */
  movedFids: number[];
  /** Farthest any vertex that stays the same lies from the border in force, metres. */
  awayM: number;
  notes: Note[];
}

export type Job = ReadJob | BuildJob;
export type JobResult<J extends Job> = J extends ReadJob ? ReadFile[] : BuiltFiles;
