import { sentence } from '../words/phrase.message.ts';
import type { Text } from '../words/text.ts';
import type { Layer, Thresholds } from './layer.ts';

/** A layer whose words name the limits in force: `{visitDueDays}` becomes 15, `{afterVisitDueDays}` the day after it, `{items}` the length of the checklist. */
export function withLimits(layer: Layer, limits: Thresholds & { items: number }): Layer {
  const values: Record<string, number> = {
    ...limits,
    afterVisitFreshDays: limits.visitFreshDays + 1,
    afterVisitDueDays: limits.visitDueDays + 1,
  };
  const said = ({ zh, en }: Text) => sentence(zh, en, values);
  return {
    ...layer,
    title: said(layer.title),
    definition: said(layer.definition),
    classes: layer.classes.map((one) => ({ ...one, title: said(one.title) })),
    rollUp: { ...layer.rollUp, title: said(layer.rollUp.title) },
    kpis: layer.kpis.map((kpi) => ({ ...kpi, title: said(kpi.title) })),
  };
}
