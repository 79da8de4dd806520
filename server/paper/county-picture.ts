import { readFileSync } from 'node:fs';
import type { PlainMap } from '../../geodata/build/county-files.ts';
import { readAreas } from '../area/area-store.ts';
import { readMapEdition } from '../area/map-edition-store.ts';
import { filePath } from '../db/files.ts';
import type { Store } from '../db/open.ts';
import type { View } from '../rights/view.ts';

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
