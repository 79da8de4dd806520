import type { AreaFeature } from '../../geodata/area/area.ts';
import { townStem, villageStem } from '../../geodata/area/suffix.zh.ts';
import type { PlannedArea } from './plan/plan-areas.ts';

/**
 * Finds the stored village a feature is: the same code; else the same name in the same town (by name or by the town's code), as written or
 * without 村 and 社区, when only one has it and no village of the files claims its code. Null: a new place.
 */
export function villageMatcher(
  stored: PlannedArea[],
  given: AreaFeature[],
): (village: AreaFeature) => PlannedArea | null {
  const villages = stored.filter(({ kind }) => kind === 'village');
  const claimed = new Set(given.map(({ code }) => code));
  const towns = new Map(stored.map((area) => [area.id, area]));
  const byCode = new Map(villages.map((area) => [area.code, area]));
  const names = [(name: string) => name, villageStem].map((keyOf) => ({
    keyOf,
    byKey: Map.groupBy(villages, ({ name }) => keyOf(name)),
  }));
  return (village) => {
    const coded = village.code === null ? undefined : byCode.get(village.code);
    if (coded) return coded;
    const isLike = (area: PlannedArea) => {
      if (claimed.has(area.code)) return false;
      const town = area.parentId === null ? undefined : towns.get(area.parentId);
      if (village.townCode) return town?.code === village.townCode;
      if (village.code && /^\d{12}$/.test(village.code)) return town?.code === village.code.slice(0, 9);
      return village.townName === null || (town !== undefined && townStem(town.name) === townStem(village.townName));
    };
    for (const { keyOf, byKey } of names) {
      const [only, ...others] = (byKey.get(keyOf(village.name)) ?? []).filter(isLike);
      if (only) return others.length === 0 ? only : null;
    }
    return null;
  };
}
