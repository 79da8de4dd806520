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

/** Two shapes of one code in different files contradict each other; in one file the defects have been noted already. */
export function onlyOnce(villages: Given[], notes: Note[]): Given[] {
  const first = new Map<string, Given>();
  return villages.filter((village) => {
    if (village.code === null) return true;
    const other = first.get(village.code);
    if (!other) {
      first.set(village.code, village);
      return true;
    }
    if (other.file !== village.file) {
      const at = { file: village.file, areaCode: village.code, areaName: village.name };
      notes.push({ code: 'place-twice', severity: 'question', at, values: { other: other.file } });
    }
    return false;
  });
}
