import type { AreaFeature } from '../../geodata/area/area.ts';
import { townStem, villageStem } from '../../geodata/area/suffix.zh.ts';
import type { Note } from '../../geodata/note.ts';
import { inBrackets, namesOf } from '../words/names/rules.ts';
import type { Given } from './given-towns.ts';
import type { PlaceWanted } from './ledger-stock.ts';
import type { PlannedArea } from './plan/plan-areas.ts';

/** The first six digits most places share; null when the codes are not statistical ones. */
export function countyCodeOf(places: AreaFeature[]): string | null {
  return countiesOf(places.map(({ code }) => code))[0]?.code ?? null;
}

/** Places of the county, and what a row says that speaks of one left out. */
export interface OneCounty {
  given: Given[];
  isLeftOut: (wanted: PlaceWanted) => boolean;
}

/**
 * Asks about places of another county’s code in the same files, none that the store has already. Where `confirmed` names the county
 * (`county=990127`), places of the other are left out and listed; ledgers alone are met by the codes the store knows.
 */
export function ofOneCounty(
  given: Given[],
  { stored, confirmed }: { stored: PlannedArea[]; confirmed: readonly string[] },
  notes: Note[],
): OneCounty {
  const counties = countiesOf(given.map(ownCode));
  const known = new Set(countiesOf(stored.map(ownCode)).map(({ code }) => code));
  const isNamed = (code: string) => confirmed.includes(`county=${code}`);
  const answered = counties.find(({ code }) => isNamed(code));
  const own = answered ?? counties[0];
  const others = counties.filter(({ code }) => code !== own?.code && !known.has(code));
  if (answered) return withoutOthers(given, { own: answered.code, others: others.map(({ code }) => code) }, notes);
  for (const { code, count } of others) {
    const odd = given.filter((place) => ownCode(place)?.startsWith(code));
    const values = {
      ...{ county: own?.code ?? '', count: own?.count ?? 0, other: code, odd: count },
      names: namesOf(odd.slice(0, 5).map(({ name }) => name)),
    };
    notes.push({ code: 'two-counties', severity: 'question', at: { file: odd[0]?.file ?? '' }, values });
  }
  const isForeign = (code: string | null) =>
    code !== null && /^\d{6}(\d{3}){0,2}$/.test(code) && !known.has(code.slice(0, 6));
  const isAnswered = [...known].some(isNamed);
  return { given, isLeftOut: ({ code, town }) => isAnswered && isForeign(code ?? town) };
}

function withoutOthers(given: Given[], { own, others }: { own: string; others: string[] }, notes: Note[]): OneCounty {
  const isOther = (code: string | null) => code !== null && others.some((other) => code.startsWith(other));
  const otherTowns = given.filter((place) => place.kind === 'town' && isOther(ownCode(place)));
  const ownTowns = new Set(
    given.flatMap((place) => {
      const code = countyTellingCode(place);
      return code === null || isOther(code) ? [] : townNamesOf(place);
    }),
  );
  const townsLeftOut = new Set(
    [...otherTowns, ...given.filter((place) => isOther(countyTellingCode(place)))]
      .flatMap(townNamesOf)
      .filter((name) => !ownTowns.has(name)),
  );
  const isIn = (place: Given) => {
    const code = countyTellingCode(place);
    return code === null ? !townsLeftOut.has(townStem(place.townName ?? '')) : !isOther(code);
  };
  const [kept, left] = [given.filter(isIn), given.filter((place) => !isIn(place))];
  for (const [file, places] of Map.groupBy(left, (place) => place.file)) {
    const names = namesOf(places.map(({ name, code }) => `${name}${inBrackets(code ?? '—')}`));
    const values = { county: own, count: places.length, names };
    notes.push({ code: 'other-county-left-out', severity: 'warning', at: { file }, values });
  }
  const villagesOf = (places: Given[]) =>
    new Set(places.flatMap(({ kind, name }) => (kind === 'village' ? [villageStem(name)] : [])));
  const [ownVillages, villagesLeftOut] = [villagesOf(kept), villagesOf(left)];
  return {
    given: kept,
    isLeftOut: ({ code, town, village }) => {
      if (code !== null && /^\d{6,12}$/.test(code)) return isOther(code);
      if (town !== null) return /^\d{9,12}$/.test(town) ? isOther(town) : townsLeftOut.has(townStem(town));
      const stem = villageStem(village ?? '');
      return villagesLeftOut.has(stem) && !ownVillages.has(stem);
    },
  };
}

/** The code that tells whose a place is: its own, or that of its town; null where neither is a national one. */
function countyTellingCode(place: Given): string | null {
  return ownCode(place) ?? (/^\d{9}$/.test(place.townCode ?? '') ? place.townCode : null);
}

/** The national code of a place; null where it has none. */
function ownCode({ kind, code }: Pick<Given, 'kind' | 'code'>): string | null {
  return code?.length === digits[kind] && /^\d+$/.test(code) ? code : null;
}

const digits = { county: 6, town: 9, village: 12 } as const;

const townNamesOf = ({ kind, name, townName }: Given): string[] =>
  (kind === 'town' ? [name] : [townName ?? '']).flatMap((one) => (one === '' ? [] : [townStem(one)]));

/** The counties whose statistical codes these are, and how many each has; the most first. */
function countiesOf(codes: (string | null)[]): { code: string; count: number }[] {
  const own = codes.flatMap((code) => (code && /^\d{6}(\d{3}){0,2}$/.test(code) ? [code.slice(0, 6)] : []));
  return [...Map.groupBy(own, (code) => code)]
    .map(([code, { length: count }]) => ({ code, count }))
    .sort((a, b) => b.count - a.count);
}
