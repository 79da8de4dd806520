import type { Fault } from '../form/rules.ts';
import type { Layer } from '../layer/layer.ts';
import type { RankingFormula } from './rules.ts';

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
      ...(part.measure === 'deduction' && part.classes.length === 0
        ? [{ field: `${field}.classes`, code: 'missing' } as const]
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

const keyOf = ({ layer, measure, classes }: RankingFormula['parts'][number]) =>
  JSON.stringify([layer, measure, classes.toSorted()]);

function numberFault(field: string, number: number, [low, high]: [number, number]): Fault[] {
  const fine = number >= low && number <= high && Math.abs(Math.round(number * 100) - number * 100) < 1e-6;
  return fine ? [] : [{ field, code: 'points-out', value: `${low}–${high}` }];
}

const wholeFault = (field: string, number: number, most: number): Fault[] =>
  Number.isInteger(number) && number >= 0 && number <= most ? [] : [{ field, code: 'number-out', value: `0–${most}` }];

/** Parts whose layer or classes there are not, and shares that would count not reported as done; `layers` are those of the editions in force. */
export function unknownParts({ parts }: RankingFormula, layers: readonly Layer[]): Fault[] {
  return parts.flatMap((part, at): Fault[] => {
    const layer = layers.find(({ id }) => id === part.layer);
    if (!layer) return [{ field: `body.parts.${at}.layer`, code: 'layer-unknown' }];
    const field = `body.parts.${at}.classes`;
    const found = part.classes.map((id) => layer.classes.find((one) => one.id === id));
    if (found.includes(undefined)) return [{ field, code: 'layer-unknown' }];
    const silent = part.measure === 'share' && found.some((one) => one?.lamp === 'silent');
    return silent ? [{ field, code: 'silent-counted' }] : [];
  });
}
