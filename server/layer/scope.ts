import type { Area } from '../area/area-store.ts';
import type { ScopeAnswer } from '../list/answer.ts';
import { isInScope } from '../rights/view.ts';
import type { Text } from '../words/text.ts';
import type { CountyFacts } from './facts.ts';
import { scopeTitles } from './scope-title.message.ts';

/** 层级 — what the figures of a viewer are of, in a town or in all places in sight: the county, a town, or a part of its villages. */
export function scopeOf(facts: CountyFacts, town: Area | null): ScopeAnswer {
  const villages = facts.villages.filter(({ townId }) => town === null || townId === town.id).length;
  const { user } = facts.view;
  const whole = user.places === 'county' || user.role === 'administrator';
  const totals = town !== null && !whole && villages === 0 && !isInScope(user, town.id);
  return { town: town?.code ?? null, title: titleOf(facts, town, { whole, villages }), villages, totals };
}

function titleOf(
  { areas, towns, villages: seen, view: { user } }: CountyFacts,
  town: Area | null,
  { whole, villages }: { whole: boolean; villages: number },
): Text {
  const named = (name: string): Text => ({ zh: name, en: name });
  if (town !== null) {
    if (whole || isInScope(user, town.id)) return named(town.name);
    return villages === 0 ? scopeTitles.totals(town.name) : scopeTitles.within(town.name, partOf(user.role, villages));
  }
  if (whole) return scopeTitles.county(areas.find(({ kind }) => kind === 'county')?.name ?? '');
  const [only] = towns;
  if (only && towns.length === 1 && seen.every(({ townId }) => townId === only.id)) return named(only.name);
  const [one] = seen;
  return user.role === 'village' && one && seen.length === 1 ? named(one.name) : partOf(user.role, villages);
}

const partOf = (role: string, villages: number) =>
  role === 'inspector' ? scopeTitles.inspection(villages) : scopeTitles.own(villages);
