import type { AreaCode } from './area.ts';
import { comparedName, writtenName } from './plain-name.ts';
import { looseStem, townStem, villageStem, withoutFormer } from './suffix.zh.ts';

/** Everything a place is called; `town` is null for towns themselves. */
export interface PlaceName {
  id: string;
  code: AreaCode;
  name: string;
  officialName: string | null;
  town: string | null;
  formerNames: string[];
}

/** What a row of a ledger says of its place; any part may be missing. */
export interface PlaceWanted {
  code: string | null;
  town: string | null;
  village: string | null;
}

/** One place for certain and by what, or those it may be (ids; empty: nothing alike is known). */
export type Match =
  | { id: string; how: 'code' | 'name' | 'stem' | 'former' }
  | { id: null; candidates: string[]; why: 'several' | 'alike' | 'contradiction' | 'unknown' };

interface Index {
  /** Towns are compared without 镇 and 乡, villages without 村 and 社区. */
  stemOf: (name: string) => string;
  byCode: Map<string, PlaceName[]>;
  byName: Map<string, PlaceName[]>;
  byStem: Map<string, PlaceName[]>;
  byFormer: Map<string, PlaceName[]>;
  byLoose: Map<string, PlaceName[]>;
  /** Names of towns as they are compared, the stems of each. */
  towns: { compared: string; stem: string }[];
}

const indexes = new WeakMap<PlaceName[], Index>();

/**
 * 名称匹配 — the place a row means: by code; else by full name, by name without 村/社区/村委会 and the like, by former name, each within the town the
 * row names (before the village's name too: 望岭镇贺家沿). One left is the answer; several, a mere likeness, or a code and a name that contradict each other are only candidates: a place is never guessed.
 */
export function matchPlace(places: PlaceName[], wanted: PlaceWanted): Match {
  const index = indexOf(places);
  const coded = wanted.code === null ? [] : (index.byCode.get(wanted.code) ?? []);
  const named = wanted.village === null ? null : asWritten(index, { town: wanted.town, village: wanted.village });
  const [only, ...more] = coded;
  if (only && more.length === 0) {
    if (named === null || !contradicts(only, wanted, named)) return { id: only.id, how: 'code' };
    const others = named.found.map(({ id }) => id).filter((id) => id !== only.id);
    return { id: null, candidates: [only.id, ...others], why: 'contradiction' };
  }
  if (named === null)
    return { id: null, candidates: coded.map(({ id }) => id), why: coded.length > 0 ? 'several' : 'unknown' };
  const [one, ...others] = named.found;
  if (one && others.length === 0 && named.how !== 'alike') return { id: one.id, how: named.how };
  const candidates = named.found.map(({ id }) => id);
  return {
    id: null,
    candidates,
    why: candidates.length === 0 ? 'unknown' : named.how === 'alike' ? 'alike' : 'several',
  };
}

/** A code and a name contradict each other when the name, in the town the row names, is another place's and not the coded place's own. */
function contradicts(place: PlaceName, { town, village }: PlaceWanted, named: NamedFound): boolean {
  if (named.found.length === 0 || named.how === 'alike' || named.found.some(({ id }) => id === place.id)) return false;
  const otherTown = town !== null && place.town !== null && townStem(place.town) !== townStem(town);
  return otherTown || (village !== null && villageStem(village) !== villageStem(place.name));
}

interface NamedFound {
  found: PlaceName[];
  how: 'name' | 'stem' | 'former' | 'alike';
}

interface Named {
  town: string | null;
  village: string;
}

/** By the name as it is written; else without its town before it and its former name in brackets. */
function asWritten(index: Index, wanted: Named): NamedFound {
  const written = byName(index, wanted);
  if (written.found.length > 0 && written.how !== 'alike') return written;
  const bare = withoutTown(index, { ...wanted, village: withoutFormer(wanted.village) });
  const found = bare.village === wanted.village ? written : byName(index, bare);
  return found.found.length > 0 ? found : written;
}

/** 望岭镇贺家沿 is 贺家沿 in 望岭镇; not so when the row names another town. */
function withoutTown({ towns }: Index, wanted: Named): Named {
  const village = comparedName(wanted.village);
  const town = towns.find(({ compared }) => village.startsWith(compared) && village !== compared);
  if (town === undefined || (wanted.town !== null && townStem(wanted.town) !== town.stem)) return wanted;
  return { town: town.compared, village: village.slice(town.compared.length) };
}

function byName(index: Index, { town, village }: Named): NamedFound {
  const stem = index.stemOf(village);
  const steps: [NamedFound['how'], PlaceName[]][] = [
    ['name', index.byName.get(writtenName(village)) ?? []],
    ['stem', index.byStem.get(stem) ?? []],
    ['former', index.byFormer.get(stem) ?? []],
    ['alike', index.byLoose.get(looseStem(stem)) ?? []],
  ];
  for (const [how, found] of steps) {
    const inTown = found.filter(
      (place) => town === null || place.town === null || townStem(place.town) === townStem(town),
    );
    if (inTown.length > 0) return { found: inTown, how };
  }
  const elsewhere = steps.flatMap(([, found]) => found);
  return { found: [...new Set(elsewhere)], how: 'alike' };
}

function indexOf(places: PlaceName[]): Index {
  const known = indexes.get(places);
  if (known) return known;
  const grouped = (keysOf: (place: PlaceName) => string[]) => {
    const groups = new Map<string, PlaceName[]>();
    for (const place of places)
      for (const key of new Set(keysOf(place))) groups.set(key, [...(groups.get(key) ?? []), place]);
    return groups;
  };
  const names = ({ name, officialName }: PlaceName) => [name, officialName ?? name];
  const stemOf = places.every(({ town }) => town === null) ? townStem : villageStem;
  const stems = (place: PlaceName) => names(place).map(stemOf);
  const index: Index = {
    stemOf,
    byCode: grouped(({ code }) => [code]),
    byName: grouped((place) => names(place).map(writtenName)),
    byStem: grouped(stems),
    byFormer: grouped(({ formerNames }) => formerNames.map(stemOf)),
    byLoose: grouped((place) => stems(place).map(looseStem)),
    towns: [...new Set(places.flatMap(({ town }) => town ?? []))].map((town) => ({
      compared: comparedName(town),
      stem: townStem(town),
    })),
  };
  indexes.set(places, index);
  return index;
}
