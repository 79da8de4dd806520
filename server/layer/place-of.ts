import type { Area } from '../area/area-store.ts';
import { Refusal } from '../http/refusal.ts';
import type { CountyFacts } from './facts.ts';

/** The place a code names, or named before. Refuses one that names none the view sees. */
export function placeOf(facts: CountyFacts, code: string): Area {
  const named = (one: { code: string }) => one.code === code;
  const id = (facts.areas.find(named) ?? facts.formerNames.find(named))?.id;
  const area = facts.areas.find((one) => one.id === id);
  if (!area) throw new Refusal('place-unknown', { value: code });
  return area;
}
