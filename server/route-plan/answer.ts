import type { LonLat } from '../../geodata/area/area.ts';
import type { RouteWeights } from '../campaign/rules.ts';
import type { Saver } from '../form/form-answers.ts';
import type { LocalDate } from '../rights/view.ts';
import type { KeptTeam, PlanBody, PlanRoute, Spot, Team, TravelSource } from './rules.ts';
import type { ScorePart } from './score.ts';

/** A village a plan may take. */
export interface ChoiceVillage {
  code: string;
  fid: number;
  name: string;
  town: number;
  /** Where one drives to: the place of the village on the map, else the middle of its area. */
  at: LonLat;
  score: number;
  parts: ScorePart[];
  serviceMin: number;
  /** Open findings and what the ledger lacks, to be looked at on the spot. */
  look: { zh: string; en: string }[];
  /** 村办公电话 of who answers for it; null when none is known. */
  telephone: string | null;
}

/** GET /api/route-plans/choices?on= */
export interface ChoicesAnswer {
  on: LocalDate;
  today: LocalDate;
  villages: ChoiceVillage[];
  teams: KeptTeam[];
  /** Teams of the visit log that have no record yet, as they might be. */
  proposed: Team[];
  /** County and town offices, where a day may begin and end. */
  offices: Spot[];
  weights: RouteWeights;
  /** Whether the county allows links to the car's navigation. */
  navigation: boolean;
}

/** GET /api/route-plans — in the list. */
export interface PlanListed {
  id: string;
  title: string;
  dates: LocalDate[];
  teams: string[];
  villages: number;
  announced: boolean;
  published: boolean;
  done: number;
}

/** GET /api/route-plans/{id} */
export interface PlanAnswer {
  id: string;
  base: string;
  body: PlanBody;
  /** Whether the user may change it. */
  writable: boolean;
  saved: { at: string; by: Saver | null } | null;
}

/** POST /api/route-plans/travel — `seconds[from * n + to]` as Float32 little-endian in base64; `Infinity`: no way. */
export interface TravelAnswer {
  source: TravelSource;
  hash: string;
  seconds: string;
  /** Indices of points more than 500 m from any road. */
  far: number[];
  /** A route service was named at start and did not answer. */
  noService?: true;
}

/** POST /api/route-plans/paths — the way of each leg along the roads; null where there is none. */
export interface PathsAnswer {
  paths: (LonLat[] | null)[];
}

/** Events of POST /api/route-plans/solve: `progress` while it searches, `found` at the end. */
export interface SolveProgress {
  score: number;
  travel: number;
  taken: number;
  missing: number;
}
export interface SolveFound {
  routes: PlanRoute[];
  /** Musts for which no place was found. */
  missing: string[];
  seed: number;
  iterations: number;
  ms: number;
  travel: { source: TravelSource; hash: string };
}
