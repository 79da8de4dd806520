import type { AreasAnswer, PlaceAnswer } from '../server/area/answer.ts';
import type { LayerAnswer, ValuesAnswer } from '../server/layer/answer.ts';
import type { LayerClass } from '../server/layer/layer.ts';
import { currentClasses } from '../server/layer/rules.ts';
import type { ListedVillage } from './dossier/VillageList.tsx';
import type { MapFocus } from './map/props.ts';

/** A place of the county with its kind; towns and villages found by code or fid. */
export interface KnownPlace extends PlaceAnswer {
  kind: 'county' | 'town' | 'village';
}

/** Every place by its code and by its fid. */
export interface PlaceIndex {
  byCode: Map<string, KnownPlace>;
  byFid: Map<number, KnownPlace>;
}

export function indexPlaces(areas: AreasAnswer): PlaceIndex {
  const kinds: [KnownPlace['kind'], PlaceAnswer[]][] = [
    ['county', areas.county ? [areas.county] : []],
    ['town', areas.towns],
    ['village', areas.villages],
  ];
  const places = kinds.flatMap(([kind, list]) => list.map((place): KnownPlace => ({ ...place, kind })));
  return {
    byCode: new Map(places.map((place) => [place.code, place])),
    byFid: new Map(places.map((place) => [place.fid, place])),
  };
}

/** County, town and village on the way to a place, the place last. */
export function pathTo({ byFid }: PlaceIndex, areas: AreasAnswer, place: KnownPlace | null): KnownPlace[] {
  const county = areas.county ? [{ ...areas.county, kind: 'county' as const }] : [];
  if (place === null || place.kind === 'county') return county;
  const town = place.kind === 'village' ? byFid.get(place.town) : undefined;
  return [...county, ...(town ? [town] : []), place];
}

/** Where the map stands for a place. */
export function focusOn(place: KnownPlace | null): MapFocus {
  if (place === null || place.kind === 'county') return { kind: 'county' };
  return { kind: place.kind, fid: place.fid };
}

/** Class and value of each place of the layer's level, by fid. */
export function statusByFid(
  areas: Pick<AreasAnswer, 'towns' | 'villages'>,
  layer: LayerAnswer,
  values: ValuesAnswer,
): Map<number, { cls: LayerClass; value: number | null }> {
  const places = layer.level === 'town' ? areas.towns : areas.villages;
  const fids = places.map(({ fid }) => fid).sort((a, b) => a - b);
  return new Map(
    fids.flatMap((fid, at) => {
      const cls = layer.classes[Number.parseInt(values.classes[at] ?? '', 36)];
      return cls ? [[fid, { cls, value: values.values[at] ?? null }] as const] : [];
    }),
  );
}

/** The villages of a town, or of the county, worst class first, then the larger value, then official order. */
export function worstFirst(
  areas: AreasAnswer,
  layer: LayerAnswer,
  values: ValuesAnswer,
  town: number | null,
): ListedVillage[] {
  const status = statusByFid(areas, layer, values);
  const alarm = ['overdue', 'late', 'silent', 'near'];
  const weight = ({ lamp }: LayerClass) => (alarm.includes(lamp) ? alarm.indexOf(lamp) : alarm.length);
  return areas.villages
    .filter((village) => town === null || village.town === town)
    .flatMap((village) => {
      const own = status.get(layer.level === 'town' ? village.town : village.fid);
      return own ? [{ code: village.code, name: village.name, ...own }] : [];
    })
    .sort((a, b) => weight(a.cls) - weight(b.cls) || (b.value ?? -1) - (a.value ?? -1));
}

/**
 * Counts of the layer's classes in view: of all seen, or of the town gone into as far as it is seen, so that the list behind has as many; of a town of
 * which nothing is seen its totals.
 */
export function countsIn(
  areas: Pick<AreasAnswer, 'towns' | 'villages'>,
  layer: LayerAnswer,
  values: ValuesAnswer,
  town: number | null,
): number[] {
  if (town === null) return values.county.counts;
  const status = statusByFid(areas, layer, values);
  const within =
    layer.level === 'town' ? [town] : areas.villages.filter((one) => one.town === town).map(({ fid }) => fid);
  const seen = within.flatMap((fid) => status.get(fid)?.cls.id ?? []);
  if (seen.length > 0) return layer.classes.map(({ id }) => seen.filter((one) => one === id).length);
  return values.towns.find(({ fid }) => fid === town)?.counts ?? layer.classes.map(() => 0);
}

/** How many places are in the classes shown; null shows all. */
export function countShown(layer: LayerAnswer, counts: number[] | null, shown: string[] | null): number {
  return layer.classes.reduce((sum, { id }, at) => sum + (shown?.includes(id) === false ? 0 : (counts?.[at] ?? 0)), 0);
}

/** The classes of a filter that the layer has; null (all shown) when it has none of them, as after a link from another layer. */
export function classesOf(layer: LayerAnswer | undefined, filter: string[] | null): string[] | null {
  const known =
    layer && filter ? currentClasses(layer, filter).filter((id) => layer.classes.some((one) => one.id === id)) : [];
  return known.length > 0 ? known : null;
}
