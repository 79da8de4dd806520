import type { AreasAnswer, LayerAnswer, ValuesAnswer } from '../../server/layer/answer.ts';
import { noClass, villageClasses } from '../map/column.ts';

const notCovered = ['never'];

/** 执行后的督查覆盖 — the coverage layer as it would be once the villages of a plan were visited, and the share visited at all before and after. */
export function afterVisits(
  areas: AreasAnswer,
  layer: LayerAnswer,
  values: ValuesAnswer,
  fids: Set<number>,
): { values: ValuesAnswer; before: number; after: number } {
  const order = areas.villages.map(({ fid }) => fid).sort((a, b) => a - b);
  const fresh = layer.classes.findIndex(({ id }) => id === 'fresh').toString(36);
  const open = new Set(layer.classes.flatMap(({ id }, at) => (notCovered.includes(id) ? [at.toString(36)] : [])));
  const classes = [...values.classes].map((now, at) => (fids.has(order[at] ?? -1) ? fresh : now));
  const share = (list: string[]) => (list.length === 0 ? 0 : list.filter((one) => !open.has(one)).length / list.length);
  return {
    values: { ...values, classes: classes.join('') },
    before: share([...values.classes]),
    after: share(classes),
  };
}

/** The class of each village of a layer, by fid. */
export function classesOf(areas: AreasAnswer, layer: LayerAnswer, values: ValuesAnswer): Map<number, string> {
  const column = villageClasses(areas, layer, values);
  return new Map(areas.villages.map(({ fid }) => [fid, layer.classes[column[fid] ?? noClass]?.id ?? '']));
}
