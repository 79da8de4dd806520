import type { Fault } from '../../save/rules.ts';

/**
 * 计分方式 — `share`: the share of places in the counted classes, times its weight; `deduction`: points off for each place in the classes; `per-unit`: points off
 * for each unit of the layer's value (a day late, a finding open) in the classes, of a town the average of its villages.
 */
export const measures = ['share', 'deduction', 'per-unit'] as const;
type Measure = (typeof measures)[number];

/**
 * 计分项 — one part of the score, measured by a layer. `classes`: those counted; of a share the empty list means those of the layer's own roll-up.
 * `weight`: of a share its weight among the others, else the points off for each place or unit. `most`: the most points a deduction takes; null: no limit.
 * Of `per-unit` it is needed: a place not reported, or counted where no value can be known (未排计划), loses the most, so that neither pays.
 */
export interface FormulaPart {
  layer: string;
  measure: Measure;
  classes: string[];
  weight: number;
  most: number | null;
}

/** 上级通报加减分 — points for each result of a superior: off for being criticised or ranked last by the city, added for being commended. */
export interface ExternalPoints {
  provinceCriticised: number;
  cityCriticised: number;
  provincePraised: number;
  cityPraised: number;
  lastInCity: number;
}

/** 计分办法 — how places are scored, out of 100; `target`: the score they are to reach; how many of the last are shown (后N位). */
export interface RankingFormula {
  parts: FormulaPart[];
  external: ExternalPoints;
  target: number | null;
  lastTowns: number;
  lastVillages: number;
  /** Whether a score may lie below zero; left out, zero is the least. */
  belowZero?: boolean | undefined;
}

const mostParts = 20;
const mostPoints = 1000;

/**
 * What is wrong with a formula by itself: at least one part, no part twice, numbers within their limits with at most two decimals. Whether its layers
 * and classes are there is said by `unknownParts`.
 */
export function rankingFaults({ parts, external, target, lastTowns, lastVillages }: RankingFormula): Fault[] {
  const faults: Fault[] = parts.flatMap((part, at): Fault[] => {
    const field = `body.parts.${at}`;
    const key = keyOf(part);
    return [
      ...(parts.slice(0, at).some((one) => keyOf(one) === key) ? [{ field, code: 'key-twice' } as const] : []),
      ...numberFault(`${field}.weight`, part.weight, [0.01, mostPoints]),
      ...(part.most === null ? [] : numberFault(`${field}.most`, part.most, [0, mostPoints])),
      ...(part.measure !== 'share' && part.classes.length === 0
        ? [{ field: `${field}.classes`, code: 'missing' } as const]
        : []),
      ...(part.measure === 'per-unit' && part.most === null
        ? [{ field: `${field}.most`, code: 'missing' } as const]
        : []),
    ];
  });
  if (parts.length === 0) faults.push({ field: 'body.parts', code: 'missing' });
  if (parts.length > mostParts) faults.push({ field: 'body.parts', code: 'number-out', value: `1–${mostParts}` });
  for (const [key, points] of Object.entries(external))
    faults.push(...numberFault(`body.external.${key}`, points, [0, mostPoints]));
  if (target !== null) faults.push(...numberFault('body.target', target, [0, mostPoints]));
  faults.push(...wholeFault('body.lastTowns', lastTowns, 100), ...wholeFault('body.lastVillages', lastVillages, 1000));
  return faults;
}

const keyOf = ({ layer, measure, classes }: FormulaPart) => JSON.stringify([layer, measure, classes.toSorted()]);

function numberFault(field: string, number: number, [low, high]: [number, number]): Fault[] {
  const fine = number >= low && number <= high && Math.abs(Math.round(number * 100) - number * 100) < 1e-6;
  return fine ? [] : [{ field, code: 'points-out', value: `${low}–${high}` }];
}

const wholeFault = (field: string, number: number, most: number): Fault[] =>
  Number.isInteger(number) && number >= 0 && number <= most ? [] : [{ field, code: 'number-out', value: `0–${most}` }];
