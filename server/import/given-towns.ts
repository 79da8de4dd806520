import type { AreaFeature, Shape } from '../../geodata/area/area.ts';
import type { Note } from '../../geodata/note.ts';
import type { PlannedArea } from './plan/plan-areas.ts';

/** A place with the file it came from. */
export interface Given extends AreaFeature {
  file: string;
}

/** A town as the files know it, by a feature of its own or only through its villages. */
export interface Town {
  code: string;
  name: string | null;
  officialName: string | null;
  shape: Shape | null;
}

/** Code of the town a village belongs to: as given, by its own 12-digit code, or by the name of its town; the county's when nothing tells. */
export function townKeyOf(village: AreaFeature, countyCode: string): string {
  if (village.townCode) return village.townCode;
  if (village.code && /^\d{12}$/.test(village.code)) return village.code.slice(0, 9);
  return village.townName ?? `${countyCode}-0`;
}

/** The towns the files give or imply, by code. Villages that name a town that is given get its code. */
export function townsOf(
  given: Given[],
  villages: Given[],
  stored: PlannedArea[],
  countyCode: string,
): Map<string, Town> {
  const towns = new Map<string, Town>();
  for (const { code, name, officialName, shape, kind } of given) {
    if (kind !== 'town') continue;
    const key = code ?? stored.find((area) => area.kind === 'town' && area.name === name)?.code ?? name;
    towns.set(key, { code: key, name, officialName, shape });
  }
  const byName = new Map([...towns.values()].map((town) => [town.name, town.code]));
  for (const village of villages) {
    const named = village.townName === null ? undefined : byName.get(village.townName);
    if (named !== undefined && !village.townCode) village.townCode = named;
    const key = townKeyOf(village, countyCode);
    const known = towns.get(key);
    if (!known) towns.set(key, { code: key, name: village.townName, officialName: null, shape: null });
    else known.name ??= village.townName;
  }
  return towns;
}

/** The first six digits most villages share; null when the codes are not statistical ones. */
export function countyCodeOf(villages: AreaFeature[]): string | null {
  return countiesOf(villages)[0]?.code ?? null;
}

/** The counties whose statistical codes places have, and how many places have each; the most first. */
function countiesOf(places: AreaFeature[]): { code: string; count: number }[] {
  const codes = places.flatMap(({ code }) => (code && /^\d{6}(\d{3}){0,2}$/.test(code) ? [code.slice(0, 6)] : []));
  return [...Map.groupBy(codes, (code) => code)]
    .map(([code, { length: count }]) => ({ code, count }))
    .sort((a, b) => b.count - a.count);
}

/** Asks about places of another county's code in the same files; none that the store has already. */
export function askOtherCounties(given: Given[], stored: PlannedArea[], notes: Note[]): void {
  const national = given.filter(({ kind, code }) => code?.length === codeDigits[kind]);
  const [first, ...others] = countiesOf(national);
  const known = new Set(countiesOf(stored.map(({ kind, code }) => ({ ...bare, kind, code }))).map(({ code }) => code));
  for (const { code, count } of others) {
    if (known.has(code)) continue;
    const odd = national.filter((place) => place.code?.startsWith(code));
    const names = odd.slice(0, 5).map(({ name }) => name);
    const values = {
      county: first?.code ?? '',
      count: first?.count ?? 0,
      other: code,
      odd: count,
      names: names.join('、'),
    };
    notes.push({ code: 'two-counties', severity: 'question', at: { file: odd[0]?.file ?? '' }, values });
  }
}

const codeDigits = { county: 6, town: 9, village: 12 } as const;
const bare = { name: '', officialName: null, type: null, townName: null, townCode: null, shape: null };
