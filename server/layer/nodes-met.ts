import { measureOf } from '../campaign/node-measure.message.ts';
import type { CampaignNode } from '../campaign/rules.ts';
import { viewAt } from '../change/view-at.ts';
import type { Store } from '../db/open.ts';
import type { NodeAnswer } from '../list/answer.ts';
import type { View } from '../rights/view.ts';
import { type CountyFacts, countyFacts } from './facts.ts';
import { judgeAll } from './judge.ts';
import type { Layer } from './layer.ts';

/**
 * 时间节点 — every key date with how many met it: as known on its own day, and on the view's. A date to come, one that nothing measures, or one measured by
 * a layer the user does not see says only its day.
 */
export async function nodesMet(store: Store, view: View, nodes: CampaignNode[]): Promise<NodeAnswer[]> {
  const now = await countyFacts(store, view);
  return Promise.all(
    nodes.map(async (node): Promise<NodeAnswer> => {
      const { title, on } = node;
      const measure = measureOf(node);
      const layer = now.layers.find(({ id }) => id === measure?.layer);
      if (on > view.on || measure === null || layer === undefined) return { title, on, met: null };
      const then = on === view.on ? now : await countyFacts(store, await viewAt(store, view.user, on));
      const own = then.layers.find(({ id }) => id === layer.id) ?? layer;
      const { outside } = layer.rollUp;
      const unmet = layer.classes.map(({ id }) => id).filter((id) => ![...measure.classes, ...outside].includes(id));
      const met = {
        layer: layer.id,
        unmet,
        onDay: metIn(then, own, measure.classes),
        now: metIn(now, layer, measure.classes),
      };
      return { title, on, met };
    }),
  );
}

/** How many places are in the classes, of all that count. */
function metIn(facts: CountyFacts, layer: Layer, classes: string[]): { count: number; of: number } {
  const counted = judgeAll(facts, layer).filter(
    ({ verdict }) => classes.includes(verdict.class) || !layer.rollUp.outside.includes(verdict.class),
  );
  return { count: counted.filter(({ verdict }) => classes.includes(verdict.class)).length, of: counted.length };
}
