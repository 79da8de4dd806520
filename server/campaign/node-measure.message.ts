import type { CampaignNode, NodeMeasure } from './rules.ts';

/** What meeting a key date means where the county has not said, by the words of its title; the first that fits. */
const usual: { words: RegExp; measure: NodeMeasure }[] = [
  { words: /阵地.*验收|逐村验收/, measure: { layer: 'venue-acceptance', classes: ['both'] } },
  { words: /阵地.*(建成|完工|完成|清零)/, measure: { layer: 'venue-stage', classes: ['built', 'accepted'] } },
];

/** 节点口径 — what meeting a key date means: as the county set it, else by its title; null where nothing measures it. */
export function measureOf({ title, measure }: Pick<CampaignNode, 'title' | 'measure'>): NodeMeasure | null {
  return measure !== undefined ? measure : (usual.find(({ words }) => words.test(title.zh))?.measure ?? null);
}
