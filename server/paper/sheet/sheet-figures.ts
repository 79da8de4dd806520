import { readFileSync } from 'node:fs';
import type { PlainGround, PlainMap } from '../../../geodata/build/county-files.ts';
import { type Area, readAreas } from '../../area/area-store.ts';
import { readMapEdition } from '../../area/map-edition-store.ts';
import { type CampaignStand, readStand } from '../../campaign/stand-store.ts';
import { filePath } from '../../db/files.ts';
import { readSetting } from '../../db/setting.ts';
import { Refusal } from '../../http/refusal.ts';
import type { LayerAnswer, ValuesAnswer } from '../../layer/answer.ts';
import { layersAnswer, valuesAnswer } from '../../layer/answers.ts';
import type { LayerClass } from '../../layer/layer.ts';
import { currentClasses } from '../../layer/rules.ts';
import { isInScope } from '../../rights/view.ts';
import { type CountyPicture, countyPicture } from '../county-picture.ts';
import type { PaperGiven } from '../kind.ts';
import { classesOf } from '../part/county-map.ts';
import { mapInFull } from './full-map.ts';

/** What a view shows: a layer, the county (null) or a place by its code, and the classes not faded (null: all). */
export interface ViewAsked {
  layer: string;
  place: string | null;
  classes: string[] | null;
}

/** Everything a map of a view is drawn from; `counts` by class, as the API counts the places shown. */
export interface SheetFigures {
  layer: LayerAnswer;
  values: ValuesAnswer;
  picture: CountyPicture;
  /** The shapes as they are drawn: those of the picture, on a large sheet with their whole borders. */
  drawn: PlainMap;
  ground: PlainGround | null;
  county: string;
  /** The town shown; null for the county. */
  town: Area | null;
  /** The village looked at; null for none. */
  outlined: number | null;
  towns: Area[];
  villages: Area[];
  /** By village (fid), of those shown. */
  classes: Map<number, LayerClass>;
  counts: number[];
  faded: Set<string>;
  reviewNumber: string | null;
  campaign: CampaignStand | null;
}

/** Sheets so large that their borders are drawn in full: on a smaller one the simplified map is as fine as paper shows. */
const inFull = ['A2', 'A1', 'A0'];

/** Reads what a view shows, for a sheet of a size; refuses `layer-unknown`, `class-unknown`, `place-unknown` (also for a place out of scope) and `map-missing`. */
export async function sheetFigures(
  { store, view }: PaperGiven,
  { size, ...asked }: ViewAsked & { size: string },
): Promise<SheetFigures> {
  const values = await valuesAnswer(store, view, asked.layer);
  const [{ layers }, areas, picture, edition, county, reviewNumber, campaign] = await Promise.all([
    layersAnswer(store, view),
    readAreas(store, view),
    countyPicture(store, view),
    readMapEdition(store, view),
    readSetting(store, 'county'),
    readSetting(store, 'reviewNumber'),
    readStand(store, view),
  ]);
  const layer = layers.find(({ id }) => id === asked.layer);
  if (!layer) throw new Refusal('layer-unknown', { value: asked.layer });
  if (!picture || !edition) throw new Refusal('map-missing');
  const { plain } = picture;
  const drawn = inFull.includes(size) ? mapInFull(plain, filePath(store.dataDir, edition.boundaries)) : plain;
  const wanted = asked.classes && currentClasses(layer, asked.classes);
  const unknown = wanted?.find((id) => !layer.classes.some((one) => one.id === id));
  if (unknown !== undefined) throw new Refusal('class-unknown', { value: unknown }, 'classes');
  const { town, outlined } = placeOf(areas, asked.place, (id) => isInScope(view.user, id));
  const shown = areas.filter(({ kind, parentId }) => kind === 'village' && (!town || parentId === town.id));
  const all = classesOf(picture, layer, values);
  const classes = new Map(
    shown.flatMap(({ fid }) => {
      const found = all.get(fid);
      return found ? [[fid, found] as const] : [];
    }),
  );
  const ground = edition.groundPlain;
  return {
    ...{ layer, values, picture, drawn, town, outlined, classes, reviewNumber, campaign },
    ground: ground === null ? null : (JSON.parse(readFileSync(filePath(store.dataDir, ground), 'utf8')) as PlainGround),
    county: areas.find(({ kind }) => kind === 'county')?.name ?? county ?? '',
    towns: areas.filter(({ kind, id }) => kind === 'town' && (!town || id === town.id)),
    villages: shown,
    counts: countsOf(layer, values, { classes, town, areas }),
    faded: new Set(wanted === null ? [] : layer.classes.map(({ id }) => id).filter((id) => !wanted.includes(id))),
  };
}

/** The town a code shows and the village it outlines: a town's own, that of a village, none for the county. Refuses `place-unknown`, also for a place out of scope. */
export function placeOf(areas: Area[], code: string | null, sees: (id: string) => boolean) {
  if (code === null) return { town: null, outlined: null };
  const found = areas.find((area) => area.code === code);
  if (!found || (found.kind !== 'county' && !sees(found.id))) throw new Refusal('place-unknown', { value: code });
  if (found.kind === 'county') return { town: null, outlined: null };
  if (found.kind === 'town') return { town: found, outlined: null };
  const town = areas.find(({ id }) => id === found.parentId) ?? null;
  return { town: town && sees(town.id) ? town : null, outlined: found.fid };
}

/** A layer of villages counts those shown, a layer of towns the towns. */
function countsOf(
  layer: LayerAnswer,
  values: ValuesAnswer,
  { classes, town, areas }: { classes: Map<number, LayerClass>; town: Area | null; areas: Area[] },
): number[] {
  const counts = layer.classes.map(() => 0);
  const add = (at: number) => {
    if (at in counts) counts[at] = (counts[at] ?? 0) + 1;
  };
  if (layer.level === 'village') for (const one of classes.values()) add(layer.classes.indexOf(one));
  else {
    if (!town) for (const digit of values.classes) add(Number.parseInt(digit, 36));
    else {
      const own = areas.find(({ kind, parentId }) => kind === 'village' && parentId === town.id);
      const found = own && classes.get(own.fid);
      if (found) add(layer.classes.indexOf(found));
    }
  }
  return counts;
}
