import { townStem, villageStem } from '../../geodata/area/suffix.zh.ts';
import type { Note } from '../../geodata/note.ts';
import type { PlannedArea } from './plan/plan-areas.ts';

/**
 * Asks about a name that another place of the town has (of the county for a town), names compared as a change of places compares them. What the
 * store held so already is not asked again, and `same-name` in `confirmed` answers for all. At a first import no town has a name already.
 */
export function askTakenNames(
  areas: PlannedArea[],
  { stored, confirmed, file }: { stored: PlannedArea[]; confirmed: readonly string[]; file: string },
  notes: Note[],
): void {
  if (stored.length === 0) return;
  const before = new Map(stored.map((area) => [area.id, area]));
  const townOf = new Map(areas.map(({ id, name }) => [id, name]));
  const key = ({ kind, parentId, name }: PlannedArea) =>
    `${parentId} ${(kind === 'town' ? townStem : villageStem)(name)}`;
  const stoodSo = (area: PlannedArea) => {
    const known = before.get(area.id);
    return known !== undefined && key(known) === key(area);
  };
  const severity = confirmed.includes('same-name') ? 'warning' : 'question';
  for (const alike of Map.groupBy(areas, key).values()) {
    for (const area of alike.filter((one) => !stoodSo(one))) {
      const other = alike.find((one) => one !== area && (stoodSo(one) || one.fid < area.fid));
      if (!other) continue;
      const at = { file, areaCode: area.code, areaName: area.name };
      const values = { town: townOf.get(area.parentId ?? '') ?? '', other: other.name, otherCode: other.code };
      notes.push({ code: 'name-in-town', severity, at, values });
    }
  }
}
