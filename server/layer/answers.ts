import { knownUntil } from '../change/view-at.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import type { View } from '../rights/view.ts';
import type { LayerAnswer, LayersAnswer, ValuesAnswer } from './answer.ts';
import { type CountyFacts, countyFacts, isShown, totalFacts } from './facts.ts';
import { judgeAll, rollUp, rollUpsByTown } from './judge.ts';
import type { Layer } from './layer.ts';
import { themes } from './themes.message.ts';

/** Days back that a change is shown against when nobody asks for another day. */
export const weekBack = 7;

/** The layer of an id under the editions in force; refuses one that there is not. */
export function layerOf(facts: CountyFacts, id: string): Layer {
  const layer = facts.layers.find((one) => one.id === id);
  if (!layer) throw new Refusal('layer-unknown', { value: id });
  return layer;
}

/** GET /api/layers */
export async function layersAnswer(store: Store, view: View): Promise<LayersAnswer> {
  const { layers, standard } = await countyFacts(store, view);
  const shown = themes.filter(({ id }) => isShown(view.user, id));
  return {
    themes: shown.map(({ id, title }, at) => ({ id, key: at + 1, title })),
    layers: layers.map(layerAnswer),
    visitWindowDays: standard.thresholds.visitWindowDays,
  };
}

function layerAnswer({
  judge: _judge,
  touches: _touches,
  largerIsBetter: _larger,
  rollUp: { title, classes, outside, target, better },
  ...layer
}: Layer): LayerAnswer {
  return { ...layer, rollUp: { title, classes, outside, target, better } };
}

/** GET /api/layers/:id/values */
export async function valuesAnswer(store: Store, view: View, id: string): Promise<ValuesAnswer> {
  const [facts, totals] = await Promise.all([countyFacts(store, view), totalFacts(store, view)]);
  const layer = layerOf(facts, id);
  const judged = judgeAll(facts, layer);
  const byFid = new Map(judged.map((one) => [one.place.fid, one]));
  // Every town has a name on the map, also those a person does not see: the column runs beside the places of GET /api/areas.
  const fids = facts.areas.flatMap(({ kind, fid }) => (kind === layer.level ? [fid] : [])).sort((a, b) => a - b);
  const ofTown = rollUpsByTown(totals, layer);
  return {
    layer: id,
    seq: view.shown,
    areasSeq: facts.areasSeq,
    on: view.on,
    dataAt: await knownUntil(store, view),
    classes: fids.map((fid) => byFid.get(fid)?.at.toString(36) ?? '-').join(''),
    values: fids.map((fid) => byFid.get(fid)?.verdict.value ?? null),
    towns: layer.level === 'town' ? [] : totals.towns.map(({ id: town, fid }) => ({ fid, ...ofTown(town) })),
    county: { fid: facts.areas.find(({ kind }) => kind === 'county')?.fid ?? 0, ...rollUp(layer, judged) },
  };
}
