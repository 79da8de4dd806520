import type { RollUpAnswer } from '../layer/answer.ts';
import type { Text } from '../words/text.ts';
import type { Way } from './rules.ts';

/** GET /api/days — the days on which something became known to the viewer, with how many changes; `lastOn` is today. `firstOn` null: nothing is known. */
export interface DaysAnswer {
  firstOn: string | null;
  lastOn: string;
  days: { on: string; changes: number }[];
}

/**
 * GET /api/layers/:id/days?from=&to= — the status column of a layer for every day, each as known at its end. `classes` and `values` run as in
 * ValuesAnswer, beside the fids of `places[day.places]`; `values` is left out where the layer's value is not shown.
 */
export interface LayerDaysAnswer {
  layer: string;
  seq: number;
  from: string;
  to: string;
  /** The different sets of places known on these days: fids, ascending. */
  places: number[][];
  days: LayerDay[];
}
export interface LayerDay {
  on: string;
  /** The day its ranking is compared with: that of the last meeting held before it, else a week before. */
  since: string;
  dataAt: string | null;
  /** Index into `places`. */
  places: number;
  classes: string;
  values?: (number | null)[];
  county: RollUpAnswer;
  towns: RollUpAnswer[];
}

/**
 * GET /api/compare?layer=&from=&to= — what moved between two days: a place moved when its class moved. `fids` are the places known on either day,
 * ascending; `classesFrom`, `classesTo` have one base-36 digit for each, `-` where it was not known. The five counts add up to the places.
 */
export interface CompareAnswer {
  layer: string;
  seq: number;
  from: string;
  to: string;
  better: number;
  worse: number;
  /** Class moved although nothing was recorded of the place. */
  aged: number;
  same: number;
  /** Not there, or not counted, on one of the days. */
  unknown: number;
  fids: number[];
  classesFrom: string;
  classesTo: string;
  countyFrom: RollUpAnswer;
  countyTo: RollUpAnswer;
  /** Every place whose class is another, worst first: what got worse, what aged, what cannot be compared, what got better. */
  changed: {
    fid: number;
    code: string;
    name: string;
    town: string;
    from: string | null;
    to: string | null;
    way: Way;
    valueFrom: number | null;
    valueTo: number | null;
  }[];
}

/** GET /api/places/:code/history — who changed what, newest first, 50 at once: `?before=` an entry the ones before it, `more` the entry to name for those before these, null where there are none. `corrects` is the entry it corrects: the version of the same record before. */
export interface HistoryAnswer {
  entries: HistoryEntry[];
  more: string | null;
}
export interface HistoryEntry {
  id: string;
  at: string;
  on: string;
  recordedAt: string;
  /** Null: an import. A name is null where it was erased. */
  actor: { name: string | null; post: string | null } | null;
  title: Text;
  subject: string;
  /** File, or file and sheet; null: a form. */
  source: string | null;
  corrects: string | null;
  fields: { title: Text; before: Text | string | null; after: Text | string | null }[];
}
