import type { RankingFormula } from '../campaign/formula/rules.ts';
import type { Fault } from '../save/rules.ts';
import type { Layer } from './layer.ts';
import { currentClasses } from './rules.ts';

/** Parts whose layer or classes there are not, and shares that would count not reported as done; `layers` are those of the editions in force. */
export function unknownParts({ parts }: RankingFormula, layers: readonly Layer[]): Fault[] {
  return parts.flatMap((part, at): Fault[] => {
    const layer = layers.find(({ id }) => id === part.layer);
    if (!layer) return [{ field: `body.parts.${at}.layer`, code: 'layer-unknown' }];
    const field = `body.parts.${at}.classes`;
    const found = currentClasses(layer, part.classes).map((id) => layer.classes.find((one) => one.id === id));
    if (found.includes(undefined)) return [{ field, code: 'layer-unknown' }];
    const silent = part.measure === 'share' && found.some((one) => one?.lamp === 'silent');
    return silent ? [{ field, code: 'silent-counted' }] : [];
  });
}
