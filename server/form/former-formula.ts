import type { RankingFormula } from '../campaign/formula/rules.ts';
import { layers } from '../layer/registry.ts';
import { currentClasses } from '../layer/rules.ts';

/** A formula saved before classes were split: each class that was wider then stands for all its parts. */
export const asSavedBefore = (formula: RankingFormula): RankingFormula => ({
  ...formula,
  parts: formula.parts.map((part) => {
    const layer = layers.find(({ id }) => id === part.layer);
    return layer ? { ...part, classes: currentClasses(layer, part.classes, 'before') } : part;
  }),
});
