import type { AreasAnswer, PlaceAnswer } from '../../server/area/answer.ts';
import type { LayerAnswer, ValuesAnswer } from '../../server/layer/answer.ts';

/** Class index of a village nothing is known of yet. */
export const noClass = 255;

/**
 * The class of every village as an index into the layer's classes, addressed by fid; {@link noClass} where the column
 * has none. A layer of towns gives each village the class of its town.
 */
export function villageClasses(areas: AreasAnswer, layer: LayerAnswer, values: ValuesAnswer | null): Uint8Array {
  const column = new Uint8Array(highestFid(areas) + 1).fill(noClass);
  if (!values || values.layer !== layer.id) return column;
  const inOrder = ascending(layer.level === 'town' ? areas.towns : areas.villages);
  for (let at = 0; at < inOrder.length; at++) {
    const index = digit(values.classes.charCodeAt(at));
    if (index < layer.classes.length) column[inOrder[at] ?? 0] = index;
  }
  if (layer.level === 'town')
    for (const village of areas.villages) column[village.fid] = column[village.town] ?? noClass;
  return column;
}

const orders = new WeakMap<PlaceAnswer[], Uint32Array>();

/** Fids of a list in ascending order, sorted once for each list. */
function ascending(places: PlaceAnswer[]): Uint32Array {
  const known = orders.get(places);
  if (known) return known;
  const order = Uint32Array.from(places, ({ fid }) => fid).sort();
  orders.set(places, order);
  return order;
}

/** Value of a base-36 digit by its character code; {@link noClass} for anything else. */
function digit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 97 && code <= 122 ? code - 87 : noClass;
}

/** The highest fid of any place; 0 for a county without places. */
function highestFid(areas: AreasAnswer): number {
  const last = (places: PlaceAnswer[]) => ascending(places).at(-1) ?? 0;
  return Math.max(areas.county?.fid ?? 0, last(areas.towns), last(areas.villages));
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
  if (view.town === null && view.filter === null) return faded;
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
