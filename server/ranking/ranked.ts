import { readDefault, tookOverBy } from '../campaign/default-store.ts';
import { readDatedEdition, readEdition } from '../campaign/edition-store.ts';
import type { RankingFormula } from '../campaign/formula/rules.ts';
import type { Store } from '../db/open.ts';
import { asSavedBefore } from '../form/former-formula.ts';
import { type CountyFacts, totalView } from '../layer/facts.ts';
import { judgeAll } from '../layer/judge.ts';
import type { PlaceFacts } from '../layer/layer.ts';
import type { LocalDate, View } from '../rights/view.ts';
import { type External, readExternals } from './external-store.ts';
import { measured } from './measure.ts';
import {
  type Cut,
  cutOf,
  externalPoints,
  isCounted,
  lastOf,
  type Measured,
  ranksOf,
  type Score,
  scoreOf,
} from './rules.ts';

/** One place with its score and rank among those of its kind. */
export interface RankedPlace extends Score {
  place: PlaceFacts;
  rank: number;
  tied: boolean;
  /** Among the last N, or tied at their cut. */
  last: 'within' | 'tied' | null;
}

/** 考核排名 — every town and every village of the facts, in official order. */
export interface CountyRanked {
  towns: RankedPlace[];
  villages: RankedPlace[];
  cut: { towns: Cut; villages: Cut };
}

/** The formula in force on a view's day, and since when; what a county begins with has no day. */
export async function formulaOf(store: Store, view: View): Promise<{ fromOn: LocalDate | null; body: RankingFormula }> {
  const set = await readDatedEdition(store, view, 'ranking');
  if (set === null) return readDefault(store, view, 'ranking');
  const { fromOn, body, since } = set;
  const newer = await tookOverBy(store);
  return { fromOn, body: newer !== null && since < newer ? asSavedBefore(body) : body };
}

/** Results of superiors that count on a view's day: of the whole county, since the campaign began. */
export async function countedExternals(store: Store, view: View): Promise<External[]> {
  const [externals, campaign] = await Promise.all([
    readExternals(store, totalView(view)),
    readEdition(store, view, 'campaign'),
  ]);
  return externals.filter((external) => isCounted(external, campaign));
}

/** Scores and ranks of all places known to the facts. A town answers for its villages: their results count for it as well. */
export function rankedOf(facts: CountyFacts, formula: RankingFormula, externals: readonly External[]): CountyRanked {
  const found = formula.parts.map((part) => {
    const layer = facts.layers.find(({ id }) => id === part.layer);
    if (!layer) return { town: () => null, village: () => null };
    const judged = judgeAll(facts, layer);
    const ofTown = Map.groupBy(judged, ({ place }) => place.townId);
    const own = new Map(judged.map((one) => [one.place.id, one]));
    return {
      town: ({ id }: PlaceFacts): Measured | null => measured(layer, part, ofTown.get(id) ?? []),
      village: ({ id }: PlaceFacts): Measured | null => {
        const one = own.get(id);
        return one ? measured(layer, part, [one]) : null;
      },
    };
  });
  const ofPlace = Map.groupBy(externals, ({ areaId }) => areaId);
  const points = (ids: string[]) =>
    ids
      .flatMap((id) => ofPlace.get(id) ?? [])
      .reduce((sum, external) => sum + externalPoints(external, formula.external), 0);
  const villagesOf = Map.groupBy(facts.villages, ({ townId }) => townId);
  const own = (place: PlaceFacts, level: 'town' | 'village') =>
    scoreOf(
      formula,
      found.map((part) => part[level](place)),
      points([place.id, ...(level === 'town' ? (villagesOf.get(place.id) ?? []).map(({ id }) => id) : [])]),
    );
  const towns = ranked(facts.towns, (place) => own(place, 'town'), formula.lastTowns);
  const villages = ranked(facts.villages, (place) => own(place, 'village'), formula.lastVillages);
  return { towns: towns.standings, villages: villages.standings, cut: { towns: towns.cut, villages: villages.cut } };
}

function ranked(
  places: PlaceFacts[],
  score: (place: PlaceFacts) => Score,
  most: number,
): { standings: RankedPlace[]; cut: Cut } {
  const scored = places.map((place) => ({ place, ...score(place) }));
  const scores = scored.map((one) => one.score);
  const ranks = ranksOf(scores, 'more');
  const cut = cutOf(scores, most);
  const times = new Map<number, number>();
  for (const rank of ranks) times.set(rank, (times.get(rank) ?? 0) + 1);
  const standings = scored.map((one, at): RankedPlace => {
    const rank = ranks[at] ?? 0;
    const none = one.score === null;
    return { ...one, rank, tied: !none && (times.get(rank) ?? 0) > 1, last: none ? null : lastOf(cut, rank) };
  });
  return { standings, cut };
}
