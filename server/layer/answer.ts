import type { Bounds, LonLat } from '../../geodata/area/area.ts';
import type { MergedPlace } from '../dossier/merged-answer.ts';
import type { VenueMark } from '../venue/marks/rules.ts';
import type { milestoneStandings } from '../venue/rules.ts';
import type { Text } from '../words/text.ts';
import type { LayerClass } from './layer.ts';

export type { NodeAnswer, ScopeAnswer, SummaryAnswer } from '../list/summary-answer.ts';

/** GET /api/areas?asOf= — all places and the files that draw them. Addresses are immutable. */
export interface AreasAnswer {
  seq: number;
  county: PlaceAnswer | null;
  towns: PlaceAnswer[];
  villages: PlaceAnswer[];
  map: {
    tiles: string;
    plain: string;
    bounds: Bounds;
    groundImage: string | null;
    groundBounds: Bounds | null;
    groundTiles: string | null;
    groundPlain: string | null;
  } | null;
  sample: boolean;
}

/** A place; `town` is the fid of its town (0 for towns and county). Lists are in official order. */
export interface PlaceAnswer {
  fid: number;
  code: string;
  name: string;
  officialName: string | null;
  type: string | null;
  town: number;
  areaKm2: number | null;
  label: LonLat | null;
  bounds: Bounds | null;
}

/** GET /api/layers — everything the screen needs to show a layer. `key` is the theme key 1–9 of main layers. */
export interface LayersAnswer {
  themes: { id: string; key: number; title: Text }[];
  layers: LayerAnswer[];
  /** n天内 — the window of visits in days, as the editions in force set it. */
  visitWindowDays: number;
}
export interface LayerAnswer {
  id: string;
  theme: string;
  parent: string | null;
  level: 'village' | 'town';
  title: Text;
  definition: Text;
  source: Text;
  unit: Text | null;
  classes: LayerClass[];
  /** Class ids of before, with those that stand for them now. */
  former?: Record<string, string[]>;
  rollUp: { title: Text; classes: string[]; outside: string[]; target: number | null; better: 'more' | 'less' };
  kpis: { id: string; title: Text; classes: string[]; better: 'more' | 'less' }[];
}

/**
 * GET /api/layers/:id/values?asOf= — the compact status column. `classes` has one base-36 digit (index into the layer's classes) for each
 * place of the layer's level in ascending fid, `-` for a town the viewer does not see; `values` runs beside it. `areasSeq` tells whether the places known are still these.
 */
export interface ValuesAnswer {
  layer: string;
  seq: number;
  areasSeq: number;
  /** The day judged on, and the instant of the newest change seen (数据截至). */
  on: string;
  dataAt: string | null;
  classes: string;
  values: (number | null)[];
  towns: RollUpAnswer[];
  county: RollUpAnswer;
}
/** Counts by class in the layer's order; `share` 0–1 or null when nothing counts. For a town-level layer `towns` is empty. */
export interface RollUpAnswer {
  fid: number;
  counts: number[];
  share: number | null;
}

/** GET /api/layers/:id/list?asOf=&class=a,b&town=CODE — the ledger behind a number; also `/list.xlsx`. Worst first. */
export interface ListAnswer {
  layer: string;
  seq: number;
  on: string;
  columns: { key: string; title: Text }[];
  rows: ListRow[];
}
export interface ListRow {
  fid: number;
  code: string;
  name: string;
  town: string;
  class: string;
  value: number | null;
  why: Text;
  /** Further cells by column key, ready to show. */
  cells: Record<string, string | number | null>;
}

/** GET /api/search?q=&asOf= */
export interface SearchAnswer {
  hits: {
    fid: number;
    code: string;
    name: string;
    kind: 'county' | 'town' | 'village';
    town: string | null;
    matched: string;
    how: 'name' | 'pinyin' | 'initials' | 'former' | 'near' | 'code';
  }[];
}

/** GET /api/visits?asOf=&days= — visits made, for the points on the map; newest first. */
export interface VisitsAnswer {
  seq: number;
  visits: {
    id: string;
    on: string;
    level: string;
    announced: boolean;
    team: string | null;
    fids: number[];
    open: number;
  }[];
}

export interface PersonAnswer {
  name: string | null;
  post: string | null;
  unit: string | null;
  workPhone: string | null;
}

/** 上次报送距今 — in days; `stale` beyond the county's limit. */
export interface ReportAge {
  days: number;
  stale: boolean;
}

/** GET /api/places/:code?asOf= — the dossier 一村一档. For a town or the county `venue`, `organisation` are null and `villages` has the roll-up by layer. */
export interface DossierAnswer {
  seq: number;
  on: string;
  kind: 'county' | 'town' | 'village';
  place: PlaceAnswer;
  path: { code: string; name: string; kind: string }[];
  formerNames: { name: string; code: string; untilOn: string }[];
  verdicts: { layer: string; class: string; value: number | null; why: Text }[];
  rollUps: { layer: string; counts: number[]; share: number | null }[];
  venue: {
    stage: string;
    stageTitle: Text;
    reportedOn: string;
    reportAge: ReportAge;
    items: { key: string; group: string; title: Text; has: boolean | null }[];
    /** What does not go together, and the reason given for it; null: none was given. */
    marks: { key: VenueMark; title: Text; reason: string | null }[];
    milestones: (ReturnType<typeof milestoneStandings>[number] & { title: Text })[];
    organisationAcceptedOn: string | null;
    financeAcceptedOn: string | null;
    subsidyFen: number | null;
    subsidyPaidFen: number | null;
  } | null;
  organisation: {
    name: string;
    screenedOn: string | null;
    reportAge: ReportAge;
    turnaround: null | {
      namedBy: 'city' | 'county';
      namedOn: string | null;
      problems: {
        text: string;
        measure: string | null;
        dueOn: string | null;
        doneOn: string | null;
        overdueDays: number;
      }[];
      leader: PersonAnswer | null;
      groupHead: PersonAnswer | null;
      groupUnits: string[];
      guidingUnit: string | null;
      stationedOn: string | null;
      signedOffOn: string | null;
    };
  } | null;
  visits: {
    id: string;
    number: string;
    on: string;
    level: string;
    levelTitle: Text;
    announced: boolean;
    team: string | null;
    leader: PersonAnswer | null;
    findings: { text: string; closedOn: string | null }[];
    /** Name of the place visited, where that was merged into this one since. */
    formerly: string[];
  }[];
  /** Places merged into this one, and what was last reported of them; latest first. */
  merged: MergedPlace[];
  responsible: { function: string; title: Text; person: PersonAnswer }[];
  linkage: { leader: PersonAnswer; fromOn: string } | null;
  history: { at: string; on: string; action: string; title: Text; source: string | null }[];
}
