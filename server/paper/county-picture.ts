import { readFileSync } from 'node:fs';
import type { PlainMap } from '../../geodata/build/county-files.ts';
import { readAreas } from '../area/area-store.ts';
import { readMapEdition } from '../area/map-edition-store.ts';
import type { Store } from '../db/open.ts';
import { filePath } from '../files.ts';
import type { LayerAnswer, ValuesAnswer } from '../layer/answer.ts';
import { lampColours } from '../layer/lamp/rules.ts';
import type { View } from '../view.ts';

/** The county's shapes as SVG paths, and which town each village is of. */
export interface CountyPicture {
  plain: PlainMap;
  towns: Map<number, number>;
  names: Map<number, string>;
}

/** 底图 — the shapes the map of the view is drawn from; null where none were imported. */
export async function countyPicture(store: Store, view: View): Promise<CountyPicture | null> {
  const [edition, areas] = await Promise.all([readMapEdition(store, view), readAreas(store, view)]);
  if (!edition) return null;
  const byId = new Map(areas.map((area) => [area.id, area]));
  return {
    plain: JSON.parse(readFileSync(filePath(store.dataDir, edition.plain), 'utf8')) as PlainMap,
    towns: new Map(
      areas.flatMap(({ kind, fid, parentId }) =>
        kind === 'village' ? [[fid, byId.get(parentId ?? '')?.fid ?? 0] as const] : [],
      ),
    ),
    names: new Map(areas.map(({ fid, name }) => [fid, name])),
  };
}

/** The colour of every village (fid) in a layer's column. */
export function fillsOf({ towns }: CountyPicture, layer: LayerAnswer, values: ValuesAnswer): Map<number, string> {
  const ascending = (list: Iterable<number>) => [...new Set(list)].sort((a, b) => a - b);
  const order = layer.level === 'town' ? ascending(towns.values()) : ascending(towns.keys());
  const colourOf = new Map(
    order.map((fid, at) => {
      const lamp = layer.classes[Number.parseInt(values.classes[at] ?? '', 36)]?.lamp;
      return [fid, lamp ? lampColours[lamp] : '#ffffff'];
    }),
  );
  return new Map(
    [...towns].map(([fid, town]) => [fid, colourOf.get(layer.level === 'town' ? town : fid) ?? '#ffffff']),
  );
}

/** The county as an SVG of its own, a village outlined where one is named. */
export function pictureSvg(
  { plain }: CountyPicture,
  fills: Map<number, string>,
  { outlined, width }: { outlined: number | null; width: number },
): string {
  const height = Math.round((width * plain.height) / plain.width);
  const unit = plain.width / 1000;
  const marked = plain.villages.find(({ fid }) => fid === outlined);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${plain.width} ${plain.height}">`,
    ...plain.villages.map(
      ({ fid, d }) =>
        `<path d="${d}" fill="${fills.get(fid) ?? '#ffffff'}" stroke="#fff" stroke-width="${unit * 0.8}"/>`,
    ),
    ...plain.borders
      .filter(({ level }) => level < 3)
      .map(
        ({ level, d }) =>
          `<path d="${d}" fill="none" stroke="#4b2450" stroke-width="${unit * (level === 1 ? 4 : 1.8)}"/>`,
      ),
    marked
      ? `<path d="${marked.d}" fill="none" stroke="#fff" stroke-width="${unit * 11}"/><path d="${marked.d}" fill="none" stroke="#101828" stroke-width="${unit * 6}"/>`
      : '',
    '</svg>',
  ].join('');
}
