import type { Store } from '../db/open.ts';
import { readSetting } from '../db/setting.ts';
import type { View } from '../rights/view.ts';
import type { AreasAnswer, PlaceAnswer } from './answer.ts';
import { type Area, readAreas } from './area-store.ts';
import { shownAreasSeq } from './areas-seq.ts';
import { readMapEdition } from './map-edition-store.ts';

/** A place as answered; `towns` finds the fid of its town. */
export function placeAnswer(area: Area, byId: Map<string, Area>): PlaceAnswer {
  const parent = area.parentId === null ? undefined : byId.get(area.parentId);
  return {
    fid: area.fid,
    code: area.code,
    name: area.name,
    officialName: area.officialName,
    type: area.type,
    town: area.kind === 'village' && parent?.kind === 'town' ? parent.fid : 0,
    areaKm2: area.areaM2 === null ? null : Math.round(area.areaM2 / 10_000) / 100,
    label: area.label,
    bounds: area.bounds,
  };
}

/** GET /api/areas */
export async function areasAnswer(store: Store, view: View): Promise<AreasAnswer> {
  const [areas, edition, sample, seq] = await Promise.all([
    readAreas(store, view),
    readMapEdition(store, view),
    readSetting(store, 'sample'),
    shownAreasSeq(store, view),
  ]);
  const byId = new Map(areas.map((area) => [area.id, area]));
  const of = (kind: Area['kind']) => areas.filter((area) => area.kind === kind).map((area) => placeAnswer(area, byId));
  const file = (name: string | null) => (name === null ? null : `/files/${name}`);
  const tiles = (name: string) => `/tiles/${name}`;
  return {
    seq,
    county: of('county')[0] ?? null,
    towns: of('town'),
    villages: of('village'),
    map: edition && {
      tiles: tiles(edition.tiles),
      plain: `/files/${edition.plain}`,
      bounds: edition.bounds,
      groundImage: file(edition.groundImage),
      groundBounds: edition.groundBounds,
      groundTiles: edition.groundTiles === null ? null : tiles(edition.groundTiles),
      groundPlain: file(edition.groundPlain),
    },
    sample: sample === 'yes',
  };
}
