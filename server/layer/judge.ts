import type { CountyFacts } from './facts.ts';
import type { Layer, PlaceFacts, Standard, Verdict } from './layer.ts';

/** One place with its verdict; `at` is the class's index in the layer. */
export interface Judged {
  place: PlaceFacts;
  verdict: Verdict;
  at: number;
}

const judged = new WeakMap<CountyFacts, Map<string, Judged[]>>();
const verdicts = new WeakMap<Standard, WeakMap<PlaceFacts, Map<string, Judged>>>();

/** What is known of a place's judgements by the same standard, by layer: a place of which nothing moved is not judged again. */
function verdictsOf(standard: Standard): (place: PlaceFacts) => Map<string, Judged> {
  const byPlace = verdicts.get(standard) ?? new WeakMap<PlaceFacts, Map<string, Judged>>();
  verdicts.set(standard, byPlace);
  return (place) => {
    const known = byPlace.get(place) ?? new Map<string, Judged>();
    if (known.size === 0) byPlace.set(place, known);
    return known;
  };
}

/** What was judged of earlier facts, and where in the official order of villages something moved since. */
interface Carried {
  all: Judged[];
  moved: ReadonlySet<number>;
}
const carried = new WeakMap<CountyFacts, Map<string, Carried>>();
/** With more moved it is as quick to go through all places. */
const mostMoved = 200;

/** Hands what was judged of facts on to those that follow them and differ only in the villages at `moved`, so that a write costs what it moved and no more. */
export function carryJudgements(before: CountyFacts, after: CountyFacts, moved: ReadonlySet<number>): void {
  const own = new Map<string, Carried>();
  for (const [id, earlier] of carried.get(before) ?? []) {
    const both = new Set([...earlier.moved, ...moved]);
    if (both.size <= mostMoved) own.set(id, { all: earlier.all, moved: both });
  }
  for (const [id, all] of judged.get(before) ?? []) own.set(id, { all, moved });
  carried.set(after, own);
}

/** Every place of the layer's level judged, in official order; judged once for the same facts. */
export function judgeAll(facts: CountyFacts, layer: Layer): Judged[] {
  const known = judged.get(facts) ?? new Map<string, Judged[]>();
  judged.set(facts, known);
  const before = known.get(layer.id);
  if (before) return before;
  const index = new Map(layer.classes.map(({ id }, at) => [id, at]));
  const places = layer.level === 'town' ? facts.towns : facts.villages;
  const verdictsOfPlace = verdictsOf(facts.standard);
  const judgeOne = (place: PlaceFacts): Judged => {
    const judged = verdictsOfPlace(place);
    const same = judged.get(layer.id);
    if (same) return same;
    const verdict = layer.judge(place, facts.standard);
    const one = { place, verdict, at: index.get(verdict.class) ?? 0 };
    judged.set(layer.id, one);
    return one;
  };
  const earlier = carried.get(facts)?.get(layer.id);
  const all = earlier ? judgedSince(layer, earlier, (at) => places[at] && judgeOne(places[at])) : places.map(judgeOne);
  carried.get(facts)?.delete(layer.id);
  known.set(layer.id, all);
  return all;
}

/** What was judged before with the villages that moved judged again, their towns alone grouped and counted anew. Of towns nothing moved. */
function judgedSince(
  { level }: Layer,
  { all: before, moved }: Carried,
  again: (at: number) => Judged | undefined,
): Judged[] {
  if (level === 'town' || moved.size === 0) return before;
  const all = [...before];
  const anew = new Map<Judged, Judged>();
  for (const at of moved) {
    const [was, is] = [before[at], again(at)];
    if (!was || !is) continue;
    all[at] = is;
    anew.set(was, is);
  }
  const towns = new Set([...anew.keys()].map(({ place }) => place.townId));
  const groups = grouped.get(before);
  if (groups) {
    const own = new Map(groups);
    for (const town of towns)
      own.set(
        town,
        (groups.get(town) ?? []).map((one) => anew.get(one) ?? one),
      );
    grouped.set(all, own);
  }
  const counted = rolledUp.get(before);
  if (counted) rolledUp.set(all, new Map([...counted].filter(([town]) => !towns.has(town))));
  return all;
}

/** Counts by class, and the share of those in the roll-up's classes among all that are not outside it; null when none counts. */
export function rollUp(layer: Layer, places: Judged[]): { counts: number[]; share: number | null } {
  const counts = layer.classes.map((_, at) => places.filter((place) => place.at === at).length);
  const sum = (wanted: (id: string) => boolean) =>
    layer.classes.reduce((total, { id }, at) => total + (wanted(id) ? (counts[at] ?? 0) : 0), 0);
  const counted = sum((id) => !layer.rollUp.outside.includes(id));
  const share = counted === 0 ? null : sum((id) => layer.rollUp.classes.includes(id)) / counted;
  return { counts, share };
}

const grouped = new WeakMap<Judged[], Map<string, Judged[]>>();

/** 按乡镇 — the places judged, by their town (a town stands under itself), in official order; grouped once for the same facts. */
export function judgedByTown(facts: CountyFacts, layer: Layer): Map<string, Judged[]> {
  const judged = judgeAll(facts, layer);
  const known = grouped.get(judged) ?? Map.groupBy(judged, ({ place }) => place.townId);
  grouped.set(judged, known);
  return known;
}

type RollUp = ReturnType<typeof rollUp>;
const rolledUp = new WeakMap<Judged[], Map<string, RollUp>>();

/** The roll-up of each town, worked out once for all who see the same totals. */
export function rollUpsByTown(facts: CountyFacts, layer: Layer): (townId: string) => RollUp {
  const judged = judgeAll(facts, layer);
  const known = rolledUp.get(judged) ?? new Map<string, RollUp>();
  rolledUp.set(judged, known);
  return (townId) => {
    const before = known.get(townId) ?? rollUp(layer, judgedByTown(facts, layer).get(townId) ?? []);
    known.set(townId, before);
    return before;
  };
}
