import type { AreasAnswer } from '../../server/area/answer.ts';
import type { LayerAnswer, ValuesAnswer } from '../../server/layer/answer.ts';
import type { Text } from '../../server/words/text.ts';
import { noClass, villageClasses } from '../map/column.ts';

/** A figure of the coverage layer under the layer's own name for it: as it is, and as it would be once a plan is carried out. */
interface BeforeAfter {
  title: Text;
  before: number;
  after: number;
}

export interface AfterVisits {
  values: ValuesAnswer;
  /** 督查覆盖率（n天内）, a share 0–1. */
  covered: BeforeAfter;
  /** 累计督查村, villages. */
  ever: BeforeAfter;
}

/** 执行后的督查覆盖 — the coverage layer as it would be once the villages of a plan were visited, and its figures before and after. */
export function afterVisits(
  areas: AreasAnswer,
  layer: LayerAnswer,
  values: ValuesAnswer,
  fids: Set<number>,
): AfterVisits {
  const order = areas.villages.map(({ fid }) => fid).sort((a, b) => a - b);
  const digitsOf = (ids: string[]) => new Set(ids.map((id) => digitOf(layer, id)));
  const fresh = digitOf(layer, 'fresh');
  const now = [...values.classes];
  const then = now.map((digit, at) => (fids.has(order[at] ?? -1) ? fresh : digit));
  const figure = (title: Text, ids: string[]): BeforeAfter => {
    const wanted = digitsOf(ids);
    const count = (list: string[]) => list.filter((digit) => wanted.has(digit)).length;
    return { title, before: count(now), after: count(then) };
  };
  const covered = figure(layer.rollUp.title, layer.rollUp.classes);
  const ever = layer.kpis.find(({ id }) => id === 'inspection-covered');
  const of = Math.max(1, now.length);
  return {
    values: { ...values, classes: then.join('') },
    covered: { ...covered, before: covered.before / of, after: covered.after / of },
    ever: figure(ever?.title ?? layer.title, ever?.classes ?? []),
  };
}

const digitOf = (layer: LayerAnswer, id: string) => layer.classes.findIndex((one) => one.id === id).toString(36);

/** The class of each village of a layer, by fid. */
export function classesOf(areas: AreasAnswer, layer: LayerAnswer, values: ValuesAnswer): Map<number, string> {
  const column = villageClasses(areas, layer, values);
  return new Map(areas.villages.map(({ fid }) => [fid, layer.classes[column[fid] ?? noClass]?.id ?? '']));
}
