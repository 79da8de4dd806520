/**
 * How far a note goes: `understood` tells how something was read, `repaired` what was mended, `warning` what a person should
 * look at, `question` what only a person can answer (nothing is written until then), `refused` what cannot be taken in.
 */
export type Severity = 'understood' | 'repaired' | 'warning' | 'question' | 'refused';

/** Where in the hand-over a note belongs. All parts are optional but `file`. Rows are counted as Excel shows them, features from 1. */
export interface Spot {
  file: string;
  sheet?: string;
  row?: number;
  column?: string;
  feature?: number;
  areaCode?: string;
  areaName?: string;
}

/**
 * One finding of an import, without words: the sentence comes from the message files by `code`, filled with `values`.
 * `code` is kebab-case and has an entry in a message file of server/words (a test holds the two together).
 */
export interface Note {
  code: string;
  severity: Severity;
  at: Spot;
  values?: Record<string, string | number>;
}
