import type { Merged } from '../area/merged-store.ts';
import type { Visit } from '../inspection/rules.ts';
import type { Task } from '../task/rules.ts';

/** A visit with what was found at places merged away under those they were merged into. */
export function visitUnderHeirs(visit: Visit, merged: Map<string, Merged>): Visit {
  if (merged.size === 0 || !visit.places.some(({ areaId }) => merged.has(areaId))) return visit;
  const places = new Map<string, Visit['places'][number]>();
  for (const { areaId, findings } of visit.places) {
    const former = merged.get(areaId);
    const id = former?.heirId ?? areaId;
    const known = places.get(id);
    const formerly = [...(known?.formerly ?? []), ...(former ? [former.name] : [])];
    places.set(id, {
      areaId: id,
      findings: [...(known?.findings ?? []), ...findings],
      ...(formerly.length === 0 ? {} : { formerly }),
    });
  }
  return { ...visit, places: [...places.values()] };
}

/** A task of a place merged away as one of the place it was merged into. */
export function taskUnderHeir(task: Task, merged: Map<string, Merged>): Task {
  const former = merged.get(task.areaId);
  return former ? { ...task, areaId: former.heirId } : task;
}
