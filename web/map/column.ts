import type { AreasAnswer, LayerAnswer, ValuesAnswer } from '../../server/layer/answer.ts';

/** Class index of a village nothing is known of yet. */
export const noClass = 255;

/**
 * The class of every village as an index into the layer's classes, addressed by fid; {@link noClass} where the column
 * has none. A layer of towns gives each village the class of its town.
 */
export function villageClasses(areas: AreasAnswer, layer: LayerAnswer, values: ValuesAnswer | null): Uint8Array {
  const column = new Uint8Array(highestFid(areas) + 1).fill(noClass);
  if (!values || values.layer !== layer.id) return column;
  const places = layer.level === 'town' ? areas.towns : areas.villages;
  const inOrder = places.map((place) => place.fid).sort((a, b) => a - b);
  inOrder.forEach((fid, at) => {
    const index = Number.parseInt(values.classes[at] ?? '', 36);
    if (index < layer.classes.length) column[fid] = index;
  });
  if (layer.level === 'town')
    for (const village of areas.villages) column[village.fid] = column[village.town] ?? noClass;
  return column;
}

/** The highest fid of any place; 0 for a county without places. */
export function highestFid(areas: AreasAnswer): number {
  let highest = areas.county?.fid ?? 0;
  for (const list of [areas.towns, areas.villages]) for (const { fid } of list) if (fid > highest) highest = fid;
  return highest;
}

/**
 * Which villages stand back, addressed by fid (1 faded, 0 full): those outside the town in focus, and those whose class the filter leaves out.
 */
export function fadedVillages(
  areas: AreasAnswer,
  layer: LayerAnswer,
  column: Uint8Array,
  view: { town: number | null; filter: string[] | null },
): Uint8Array {
  const faded = new Uint8Array(column.length);
  const shown = view.filter && layer.classes.map((one) => view.filter?.includes(one.id) ?? true);
  for (const { fid, town } of areas.villages) {
    const away = view.town !== null && town !== view.town;
    const out = shown !== null && shown[column[fid] ?? noClass] !== true;
    if (away || out) faded[fid] = 1;
  }
  return faded;
}

/** Fids whose class differs between two columns; all of the longer one's tail counts. */
export function changedFids(before: Uint8Array, after: Uint8Array): number[] {
  const changed: number[] = [];
  for (let fid = 0; fid < Math.max(before.length, after.length); fid++) {
    if ((before[fid] ?? noClass) !== (after[fid] ?? noClass)) changed.push(fid);
  }
  return changed;
}
