import type { DossierAnswer } from '../../server/dossier/answer.ts';
import type { LayerAnswer } from '../../server/layer/answer.ts';
import type { LayerClass } from '../../server/layer/layer.ts';
import type { Text } from '../../server/words/text.ts';

/** A verdict with the layer and class it names. */
export interface JudgedLayer {
  layer: LayerAnswer;
  cls: LayerClass;
  why: Text;
}

/**
 * Verdicts in the order read: the current layer, then the main layers in theirs; those that
 * refine a main layer apart. What lies deeper (single items of a checklist) has its own place in the dossier.
 * A verdict whose layer or class is not known is left out.
 */
export function sortVerdicts(
  verdicts: DossierAnswer['verdicts'],
  layers: LayerAnswer[],
  current: string,
): { main: JudgedLayer[]; further: JudgedLayer[] } {
  const judged = layers.flatMap((layer): JudgedLayer[] => {
    const verdict = verdicts.find((one) => one.layer === layer.id);
    const cls = layer.classes.find((one) => one.id === verdict?.class);
    return verdict && cls ? [{ layer, cls, why: verdict.why }] : [];
  });
  const isCurrent = ({ layer }: JudgedLayer) => layer.id === current;
  const mains = new Set(layers.filter(({ parent }) => parent === null).map(({ id }) => id));
  const isMain = ({ layer }: JudgedLayer) => layer.parent === null;
  return {
    main: [...judged.filter(isCurrent), ...judged.filter((one) => !isCurrent(one) && isMain(one))],
    further: judged.filter((one) => !isCurrent(one) && mains.has(one.layer.parent ?? '')),
  };
}
