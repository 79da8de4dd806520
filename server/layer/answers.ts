import { daysAfter } from '../calendar/rules.ts';
import { readEdition } from '../campaign/edition-store.ts';
import { countdown } from '../campaign/rules.ts';
import { knownUntil, viewAt } from '../change/view-at.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { readLastHeld } from '../meeting/held-days.ts';
import { readSetting } from '../setting.ts';
import type { View } from '../view.ts';
import type { LayerAnswer, LayersAnswer, SummaryAnswer, ValuesAnswer } from './answer.ts';
import { type CountyFacts, countyFacts, isShown, totalFacts } from './facts.ts';
import { type Judged, judgeAll, rollUp } from './judge.ts';
import type { Kpi, Layer } from './layer.ts';
import { nodeStandings } from './node-standings.ts';
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
  rollUp: { title, classes, target, better },
  ...layer
}: Layer): LayerAnswer {
  return { ...layer, rollUp: { title, classes, target, better } };
}

/** GET /api/layers/:id/values */
export async function valuesAnswer(store: Store, view: View, id: string): Promise<ValuesAnswer> {
  const [facts, totals] = await Promise.all([countyFacts(store, view), totalFacts(store, view)]);
  const layer = layerOf(facts, id);
  const judged = judgeAll(facts, layer);
  const byFid = judged.toSorted((a, b) => a.place.fid - b.place.fid);
  const ofTown = Map.groupBy(judgeAll(totals, layer), ({ place }) => place.townId);
  return {
    layer: id,
    seq: view.shown,
    areasSeq: facts.areasSeq,
    on: view.on,
    dataAt: await knownUntil(store, view),
    classes: byFid.map(({ at }) => at.toString(36)).join(''),
    values: byFid.map(({ verdict }) => verdict.value),
    towns:
      layer.level === 'town'
        ? []
        : totals.towns.map(({ id: town, fid }) => ({ fid, ...rollUp(layer, ofTown.get(town) ?? []) })),
    county: { fid: facts.areas.find(({ kind }) => kind === 'county')?.fid ?? 0, ...rollUp(layer, judged) },
  };
}

/** GET /api/summary */
export async function summaryAnswer(store: Store, view: View): Promise<SummaryAnswer> {
  const [now, before, campaign] = await Promise.all([
    countyFacts(store, view),
    viewAt(store, view.user, daysAfter(view.on, -weekBack)).then((week) => countyFacts(store, week)),
    readEdition(store, view, 'campaign'),
  ]);
  const main = now.layers.filter(({ parent }) => parent === null);
  return {
    seq: view.shown,
    on: view.on,
    dataAt: await knownUntil(store, view),
    sample: (await readSetting(store, 'sample')) === 'yes',
    campaign: campaign && {
      ...campaign,
      ...countdown(campaign, view.on),
      nodes: await nodeStandings(store, view, campaign.nodes),
    },
    lastMeetingOn: (await readLastHeld(store, view.user))(view),
    kpis: main.flatMap((layer) =>
      layer.kpis.map((kpi) => {
        const judged = judgeAll(now, layer);
        return {
          id: kpi.id,
          layer: layer.id,
          classes: kpi.classes,
          title: kpi.title,
          value: countIn(judged, kpi.classes),
          of: countedFor(layer, kpi, judged),
          silent: allSilent(layer, rollUp(layer, judged).counts),
          before: before.view.seq === 0 ? null : countIn(judgeAll(before, layer), kpi.classes),
          better: kpi.better,
        };
      }),
    ),
  };
}

/** Whether nothing at all was reported: every place is in the class not reported. */
const allSilent = ({ classes }: Layer, counts: number[]) =>
  counts.some((count) => count > 0) && counts.every((count, at) => count === 0 || classes[at]?.lamp === 'silent');

const countIn = (judged: Judged[], classes: string[]) =>
  judged.filter(({ verdict }) => classes.includes(verdict.class)).length;

/** Of how many: the places that count in the layer's roll-up; all of them for a figure that counts just those. */
function countedFor(layer: Layer, { classes }: Kpi, judged: Judged[]): number {
  const counted = layer.classes.map(({ id }) => id).filter((id) => !layer.rollUp.outside.includes(id));
  const all = counted.every((id) => classes.includes(id)) || classes.some((id) => !counted.includes(id));
  return all ? judged.length : countIn(judged, counted);
}
