import { type Match, matchPlace, type PlaceName } from '../../geodata/area/match-place.ts';
import type { FormerName } from '../area/area-store.ts';
import { inBrackets } from '../words/names/rules.ts';
import type { LedgerPlace, LedgerStock, PlaceFound, PlaceWanted } from './ledger-stock.ts';
import type { PlannedArea } from './plan/plan-areas.ts';

/** Finders of villages (or any place, for a row that names a town) by what a ledger row says. */
export function placeFinders(
  areas: PlannedArea[],
  formerNames: FormerName[],
  isLeftOut: (wanted: PlaceWanted) => boolean = () => false,
): Pick<LedgerStock, 'findPlace' | 'findTown' | 'placeName'> {
  const byId = new Map(areas.map((area) => [area.id, area]));
  const former = Map.groupBy(formerNames, ({ id }) => id);
  const townOf = (area: PlannedArea) => (area.parentId === null ? null : (byId.get(area.parentId)?.name ?? null));
  /** Names of towns by their codes, also as twelve digits. */
  const townOfCode = new Map(
    areas
      .filter(({ kind }) => kind === 'town')
      .flatMap(({ code, name }): [string, string][] => [
        [code, name],
        [code.padEnd(12, '0'), name],
      ]),
  );
  const named = (kind: PlannedArea['kind']): PlaceName[] =>
    areas
      .filter((area) => area.kind === kind)
      .map((area) => ({
        id: area.id,
        code: area.code,
        name: area.name,
        officialName: area.officialName,
        town: kind === 'village' ? townOf(area) : null,
        formerNames: (former.get(area.id) ?? []).map(({ name }) => name),
      }));
  const finder = (places: PlaceName[], wantedOf: (wanted: PlaceWanted) => PlaceWanted) => {
    const found = new Map<string, PlaceFound>();
    return (wanted: PlaceWanted): PlaceFound => {
      const key = JSON.stringify(wanted);
      const town = wanted.town === null ? null : (townOfCode.get(wanted.town) ?? wanted.town);
      const known =
        found.get(key) ??
        (isLeftOut(wanted) ? leftOut : placeFound(matchPlace(places, wantedOf({ ...wanted, town })), byId));
      found.set(key, known);
      return known;
    };
  };
  return {
    placeName: (areaId) => byId.get(areaId)?.name ?? areaId,
    findPlace: finder(named('village'), (wanted) => wanted),
    findTown: finder(named('town'), ({ code, town, village }) => ({ code, town: null, village: town ?? village })),
  };
}

const leftOut = { leftOut: true } as const;

/** A place for certain, or those it may be, each with its town and code. */
function placeFound(match: Match, byId: Map<string, PlannedArea>): PlaceFound {
  const area = match.id === null ? undefined : byId.get(match.id);
  if (area) return { place: ledgerPlace(area) };
  const ids = match.id === null ? match.candidates : [];
  return {
    candidates: ids.flatMap((id) => {
      const one = byId.get(id);
      const town = one?.parentId ? byId.get(one.parentId) : undefined;
      return one ? [`${one.kind === 'village' ? (town?.name ?? '') : ''}${one.name}${inBrackets(one.code)}`] : [];
    }),
  };
}

function ledgerPlace(area: PlannedArea): LedgerPlace {
  const names = [area.name, area.officialName].filter((name) => name !== null);
  return { areaId: area.id, name: area.name, names };
}
