import { fullName } from '../../../geodata/area/suffix.zh.ts';
import type { Area } from '../../area/area-store.ts';
import type { Store } from '../../db/open.ts';
import type { DossierAnswer } from '../../dossier/answer.ts';
import { dossierAnswer } from '../../dossier/dossier.ts';
import { Refusal } from '../../http/refusal.ts';
import type { LayerAnswer, ValuesAnswer } from '../../layer/answer.ts';
import { layersAnswer, valuesAnswer } from '../../layer/answers.ts';
import { countyFacts } from '../../layer/facts.ts';
import { listAnswer } from '../../list/list.ts';
import { isInScope, type View } from '../../rights/view.ts';
import type { TaskAnswer } from '../../task/answer.ts';
import { tasksAnswer } from '../../task/tasks-answer.ts';
import type { Language } from '../../words/fill.ts';
import { type CountyPicture, countyPicture } from '../county-picture.ts';
import type { AtlasAsked } from './asked.ts';

/** One page to be made, of a place by its full name. */
export interface AtlasPlace {
  kind: 'town' | 'village';
  fid: number;
  code: string;
  name: string;
  townFid: number;
  town: string;
}
/** Everything an atlas is made of; each figure is one the API gives at the same sequence. */
export interface Atlas {
  name: string;
  places: AtlasPlace[];
  /** Every village of each town, chosen or not. */
  inTown: Map<number, AtlasPlace[]>;
  layers: LayerAnswer[];
  /** The layer its maps show, and its column. */
  shown: { layer: LayerAnswer; values: ValuesAnswer } | null;
  tasks: Map<number, TaskAnswer[]>;
  picture: CountyPicture | null;
  dossier(place: AtlasPlace): Promise<DossierAnswer>;
}

/** Gathers an atlas; a place out of scope is refused like one there is not. */
export async function gatherAtlas(store: Store, view: View, asked: AtlasAsked, lang: Language): Promise<Atlas> {
  const [facts, { layers }, { tasks }, picture] = await Promise.all([
    countyFacts(store, view),
    layersAnswer(store, view),
    tasksAnswer(store, view),
    countyPicture(store, view),
  ]);
  // A village account has no town of its own, yet its village stands under one.
  const parents = new Set(facts.areas.filter(({ kind }) => kind === 'village').map(({ parentId }) => parentId));
  const towns = facts.areas.filter(({ kind, id }) => kind === 'town' && (parents.has(id) || isInScope(view.user, id)));
  const villages = facts.areas.filter(({ kind }) => kind === 'village');
  const wanted = await wantedVillages(store, view, asked, { villages, towns, lang });
  const byTown = towns.map((town) => ({
    town,
    own: villages.filter(({ parentId }) => parentId === town.id),
  }));
  const whole = !asked.villages && !asked.classes;
  const places = byTown.flatMap(({ town, own }): AtlasPlace[] => {
    const chosen = own.filter(({ id }) => wanted.has(id));
    return [
      ...(asked.pages !== 'villages' && whole && chosen.length > 0 ? [pageOf(town, town)] : []),
      ...(asked.pages === 'towns' ? [] : chosen.map((one) => pageOf(one, town))),
    ];
  });
  if (places.length === 0) throw new Refusal('selection-empty');
  const layer =
    layers.find(({ id }) => id === asked.layer) ?? layers.find(({ level, parent }) => level === 'village' && !parent);
  const [first] = places;
  const single = new Set(places.map(({ townFid }) => townFid)).size === 1;
  const dossiers = new Map<string, Promise<DossierAnswer>>();
  return {
    name: single && first ? first.town : (facts.areas.find(({ kind }) => kind === 'county')?.name ?? ''),
    places,
    inTown: new Map(byTown.map(({ town, own }) => [town.fid, own.map((one) => pageOf(one, town))])),
    layers,
    shown: layer ? { layer, values: await valuesAnswer(store, view, layer.id) } : null,
    tasks: Map.groupBy(tasks, ({ place }) => place.fid),
    picture,
    dossier: ({ code: of }) => {
      const known = dossiers.get(of) ?? dossierAnswer(store, view, of);
      dossiers.set(of, known);
      return known;
    },
  };
}

const pageOf = ({ kind, fid, code: of, name, officialName }: Area, town: Area): AtlasPlace => ({
  ...{ kind: kind === 'town' ? 'town' : 'village', fid, code: of, townFid: town.fid, town: town.name },
  name: kind === 'village' ? fullName(name, officialName) : name,
});

async function wantedVillages(
  store: Store,
  view: View,
  asked: AtlasAsked,
  { villages, towns, lang }: { villages: Area[]; towns: Area[]; lang: Language },
): Promise<Set<string>> {
  const refused = (value: string): never => {
    throw new Refusal('place-unknown', { value });
  };
  const town = asked.town === undefined ? null : towns.find(({ code: of }) => of === asked.town);
  if (town === undefined) refused(asked.town ?? '');
  const named = asked.villages?.map((one) => villages.find(({ code: of }) => of === one)?.id ?? refused(one));
  const listed =
    asked.layer !== undefined && asked.classes !== undefined
      ? (await listAnswer(store, view, { layer: asked.layer, classes: asked.classes, town: undefined, lang })).answer
          .rows
      : null;
  const fids = listed && new Set(listed.map(({ fid }) => fid));
  return new Set(
    villages
      .filter(
        ({ id, fid, parentId }) =>
          (named?.includes(id) ?? true) && (fids?.has(fid) ?? true) && (!town || parentId === town.id),
      )
      .map(({ id }) => id),
  );
}
