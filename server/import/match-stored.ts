import type { AreaFeature } from '../../geodata/area/area.ts';
import type { PlannedArea } from './plan-areas.ts';

/**
 * Finds the stored village a feature is: the same code; else the same name in the same town (by name or by the town's code), when only one
 * has it and no village of the files claims its code. Null: a new place.
 */
export function villageMatcher(
  stored: PlannedArea[],
  given: AreaFeature[],
): (village: AreaFeature) => PlannedArea | null {
  const villages = stored.filter(({ kind }) => kind === 'village');
  const claimed = new Set(given.map(({ code }) => code));
  const towns = new Map(stored.map((area) => [area.id, area]));
  const byCode = new Map(villages.map((area) => [area.code, area]));
  const byName = Map.groupBy(villages, ({ name }) => name);
  return (village) => {
    const coded = village.code === null ? undefined : byCode.get(village.code);
    if (coded) return coded;
    const named = (byName.get(village.name) ?? []).filter((area) => {
      if (claimed.has(area.code)) return false;
      const town = area.parentId === null ? undefined : towns.get(area.parentId);
      if (village.townCode) return town?.code === village.townCode;
      if (village.code && /^\d{12}$/.test(village.code)) return town?.code === village.code.slice(0, 9);
      return village.townName === null || town?.name === village.townName;
    });
    return named.length === 1 ? (named[0] ?? null) : null;
  };
}
