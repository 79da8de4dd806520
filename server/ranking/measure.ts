import type { FormulaPart } from '../campaign/formula/rules.ts';
import type { Judged } from '../layer/judge.ts';
import type { Layer } from '../layer/layer.ts';
import { currentClasses } from '../layer/rules.ts';
import type { Measured } from './rules.ts';

/** The classes a part counts as done, or takes points off for: those named, or of a share the good ones of the layer's own roll-up. */
export function countedClasses(layer: Layer, part: Pick<FormulaPart, 'classes'>): string[] {
  const { classes, rollUp } = layer;
  if (part.classes.length > 0) return currentClasses(layer, part.classes);
  if (rollUp.better === 'more') return rollUp.classes;
  return classes
    .filter(({ id, lamp }) => lamp !== 'silent' && !rollUp.outside.includes(id) && !rollUp.classes.includes(id))
    .map(({ id }) => id);
}

/**
 * What a part counts among places judged by its layer; null where the layer has none of them. Not reported is never done, and of a share it counts
 * among all even where the layer's roll-up leaves it out: silence must not pay. Nor must a missing
 * plan: counted by its value, a place in an unmeasured class loses the most.
 */
export function measured(layer: Layer, part: FormulaPart, places: readonly Judged[]): Measured | null {
  if (places.length === 0) return null;
  const silent = new Set(layer.classes.filter(({ lamp }) => lamp === 'silent').map(({ id }) => id));
  const counted = new Set(countedClasses(layer, part));
  if (part.measure === 'deduction')
    return { counted: places.filter(({ verdict }) => counted.has(verdict.class)).length, of: places.length };
  if (part.measure === 'per-unit') {
    const unmeasured = new Set(layer.classes.flatMap((one) => (one.unmeasured ? [one.id] : [])));
    const all = (part.most ?? 0) / part.weight;
    const units = places.reduce((sum, { verdict }) => {
      if (silent.has(verdict.class)) return sum + all;
      if (!counted.has(verdict.class)) return sum;
      return sum + (unmeasured.has(verdict.class) ? all : (verdict.value ?? 0));
    }, 0);
    return { counted: units, of: places.length };
  }
  const isDone = (id: string) => counted.has(id) && !silent.has(id);
  const isOf = (id: string) => isDone(id) || silent.has(id) || !layer.rollUp.outside.includes(id);
  return {
    counted: places.filter(({ verdict }) => isDone(verdict.class)).length,
    of: places.filter(({ verdict }) => isOf(verdict.class)).length,
  };
}
