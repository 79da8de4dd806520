import type { FormulaPart, RankingFormula } from '../campaign/formula/rules.ts';
import type { LocalDate } from '../rights/view.ts';
import type { Text } from '../words/text.ts';
import type { Cut, ExternalValues, PartScore } from './rules.ts';

/** 计分办法 as shown to everybody who sees the ranking. `fromOn` null: the one a county begins with. */
export interface FormulaAnswer extends Omit<RankingFormula, 'parts'> {
  fromOn: LocalDate | null;
  parts: (FormulaPart & {
    title: Text;
    /** The classes counted, those of the layer's own roll-up included. */
    counted: string[];
    classTitles: Text[];
    /** Of `per-unit` the classes that lose the most: not reported, and those counted where no value can be known. */
    mostTitles: Text[];
    level: 'village' | 'town';
    /** Of the layer's value, which `per-unit` counts. */
    unit: Text | null;
    /** False where there is no such layer any more: the part counts nowhere. */
    known: boolean;
  })[];
}

/** One place in the ranking. `town`: the name of its town, null for towns; `external`: points of superiors' results; `last`: among the last N, or tied at their cut. */
export interface ScoreRow {
  fid: number;
  code: string;
  name: string;
  town: string | null;
  score: number | null;
  rank: number;
  tied: boolean;
  scoreBefore: number | null;
  rankBefore: number | null;
  last: 'within' | 'tied' | null;
  parts: PartScore[];
  external: number;
}

/** 上级结果 as shown; `former` its versions before, the newest first. */
export interface ExternalAnswer extends ExternalValues {
  id: string;
  base: string;
  fid: number;
  name: string;
  town: string | null;
  points: number;
  former: { at: string; values: Omit<ExternalValues, 'place'> }[];
}

/**
 * GET /api/ranking?asOf=&since= — places by score, the best first, equal ones in official order. Towns are all of the county, villages only those
 * in scope, with their rank in the whole county. While rankings are hidden only the office is answered, `hidden` true.
 */
export interface ScoresAnswer {
  seq: number;
  on: LocalDate;
  since: LocalDate;
  /** Whether `since` is the day of the last meeting. */
  sinceMeeting: boolean;
  hidden: boolean;
  formula: FormulaAnswer;
  towns: ScoreRow[];
  villages: ScoreRow[];
  /** How many are ranked in the county. */
  of: { towns: number; villages: number };
  /** Where the last N of the county begin. */
  cut: { towns: Cut & { said: Text }; villages: Cut & { said: Text } };
  externals: ExternalAnswer[];
}

/** POST /api/ranking/preview — the ranking under another formula beside today's. */
export interface PreviewAnswer {
  on: LocalDate;
  towns: PreviewRow[];
  villages: PreviewRow[];
}
export interface PreviewRow {
  fid: number;
  code: string;
  name: string;
  town: string | null;
  score: number | null;
  rank: number;
  tied: boolean;
  scoreNow: number | null;
  rankNow: number;
}

/** GET /api/ranking/history — the towns' ranks on every day, each as known then; null where nothing was known. */
export interface RankHistoryAnswer {
  days: LocalDate[];
  towns: { fid: number; ranks: (number | null)[]; scores: (number | null)[] }[];
}

/** GET /api/places/{code}/standing — where a place stands; `row` null for the county, where rankings are hidden, or where nothing is ranked. */
export interface StandingAnswer {
  on: LocalDate;
  row: ScoreRow | null;
  of: number;
  externals: ExternalAnswer[];
}
