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

/** Every place of the layer's level judged, in official order; judged once for the same facts. */
export function judgeAll(facts: CountyFacts, layer: Layer): Judged[] {
  const known = judged.get(facts) ?? new Map<string, Judged[]>();
  judged.set(facts, known);
  const before = known.get(layer.id);
  if (before) return before;
  const index = new Map(layer.classes.map(({ id }, at) => [id, at]));
  const places = layer.level === 'town' ? facts.towns : facts.villages;
  const standingOf = verdictsOf(facts.standard);
  const all = places.map((place): Judged => {
    const standing = standingOf(place);
    const same = standing.get(layer.id);
    if (same) return same;
    const verdict = layer.judge(place, facts.standard);
    const one = { place, verdict, at: index.get(verdict.class) ?? 0 };
    standing.set(layer.id, one);
    return one;
  });
  known.set(layer.id, all);
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
