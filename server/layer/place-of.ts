import type { Area } from '../area/area-store.ts';
import { Refusal } from '../http/refusal.ts';
import type { CountyFacts } from './facts.ts';

type Places = Pick<CountyFacts, 'areas' | 'formerNames'>;

/** The place a code names, or named before; undefined for one that names none the view sees. */
export function placeCalled({ areas, formerNames }: Places, code: string): Area | undefined {
  const named = (one: { code: string }) => one.code === code;
  const id = (areas.find(named) ?? formerNames.find(named))?.id;
  return areas.find((one) => one.id === id);
}

/** The place a code names, or named before. Refuses one that names none the view sees. */
export function placeOf(facts: Places, code: string): Area {
  const area = placeCalled(facts, code);
  if (!area) throw new Refusal('place-unknown', { value: code });
  return area;
}
