import type { CountyFacts } from './facts.ts';
import type { Layer, PlaceFacts, Verdict } from './layer.ts';

/** One place with its verdict; `at` is the class's index in the layer. */
export interface Judged {
  place: PlaceFacts;
  verdict: Verdict;
  at: number;
}

const judged = new WeakMap<CountyFacts, Map<string, Judged[]>>();

/** Every place of the layer's level judged, in official order; judged once for the same facts. */
export function judgeAll(facts: CountyFacts, layer: Layer): Judged[] {
  const known = judged.get(facts) ?? new Map<string, Judged[]>();
  judged.set(facts, known);
  const before = known.get(layer.id);
  if (before) return before;
  const index = new Map(layer.classes.map(({ id }, at) => [id, at]));
  const places = layer.level === 'town' ? facts.towns : facts.villages;
  const verdicts = places.map((place): Judged => {
    const verdict = layer.judge(place, facts.standard);
    return { place, verdict, at: index.get(verdict.class) ?? 0 };
  });
  known.set(layer.id, verdicts);
  return verdicts;
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
