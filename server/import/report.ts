import type { Note } from '../../geodata/note.ts';

/** How an import ended. `not-written`: something was refused or waits for an answer, and the store is as it was. */
export type ImportState = 'written' | 'nothing-to-write' | 'dry-run' | 'not-written';

/** The county's nouns an import can change, in the order they are shown. */
const importNouns = [
  'town',
  'village',
  'boundary',
  'ground',
  'venue',
  'organisation',
  'visit',
  'linkage',
  'responsibility',
  'campaign',
] as const;
export type ImportNoun = (typeof importNouns)[number];

/** Records of one noun that the files hold against what the store holds. */
export interface ChangeCount {
  noun: ImportNoun;
  added: number;
  changed: number;
  unchanged: number;
}

/** What one file is understood to be. `is` null: not recognised or refused. `count`: villages, lines, rows … it holds. */
export interface FileReport {
  file: string;
  sheet: string | null;
  is: FileKind | null;
  count: number;
  /** System of coordinates for maps, e.g. `EPSG:4545`; null for ledgers. */
  system: string | null;
  encoding: string | null;
}

export type FileKind =
  | 'boundaries'
  | 'roads'
  | 'rivers'
  | 'places'
  | 'terrain'
  | 'venue'
  | 'organisation'
  | 'inspection'
  | 'linkage'
  | 'responsibility'
  | 'campaign';

/**
 * 导入报告 — what an import understood, what it changes, what it asks. Notes are split by what they mean for the person: `questions`
 * and `refused` keep the import from being written, `notes` (understood, repaired, warning) do not.
 */
export interface ImportReport {
  state: ImportState;
  files: FileReport[];
  changes: ChangeCount[];
  notes: Note[];
  questions: Note[];
  refused: Note[];
  seconds: number;
  /** Most memory a reading child took, MB; 0 where the system does not tell. */
  peakMb: number;
}

/** Whether a report keeps its import from being written. */
export function blocks(report: Pick<ImportReport, 'questions' | 'refused'>): boolean {
  return report.questions.length > 0 || report.refused.length > 0;
}
