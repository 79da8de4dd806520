import { daysAfter, daysBetween } from '../calendar/rules.ts';
import { readEdition } from '../campaign/edition-store.ts';
import { knownUntil, viewAt } from '../change/view-at.ts';
import { clockOf } from '../db/clock.ts';
import { type Epoch, epochOf } from '../db/epoch.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { layerOf, weekBack } from '../layer/answers.ts';
import { type CountyFacts, countyFacts, type Reports, readFacts, reportsForward, totalView } from '../layer/facts.ts';
import { judgeAll, rollUp, rollUpsByTown } from '../layer/judge.ts';
import type { Layer } from '../layer/layer.ts';
import { readLastHeld } from '../list/held-days.ts';
import { isAdministrator, type LocalDate, scopeKey, type View } from '../rights/view.ts';
import type { DaysAnswer, LayerDay, LayerDaysAnswer } from './answer.ts';
import { changesByDay } from './days-counted.ts';

/** The longest span of days answered at once. */
const mostDays = 400;

/** GET /api/days */
export async function daysAnswer(store: Store, view: View): Promise<DaysAnswer> {
  const changes = await changesByDay(store, view);
  const days = [...changes].map(([on, count]) => ({ on, changes: count }));
  return { firstOn: days[0]?.on ?? null, lastOn: (await clockOf(store)).today(), days };
}

/** What is kept of a past day: its places and the layer's column, without what it was judged by. */
interface Column extends Omit<LayerDay, 'places' | 'since'> {
  fids: number[];
}

const columns = new WeakMap<Epoch, Map<string, Promise<Column>>>();
const mostColumns = 4000;

/** GET /api/layers/:id/days — from the campaign's first day to the view's when no days are named. */
export async function layerDaysAnswer(
  store: Store,
  view: View,
  { layer, from, to = view.on }: { layer: string; from: LocalDate | undefined; to: LocalDate | undefined },
): Promise<LayerDaysAnswer> {
  const now = layerOf(await countyFacts(store, view), layer);
  const first = from ?? (await readEdition(store, view, 'campaign'))?.firstOn ?? daysAfter(to, -30);
  const count = daysBetween(first, to) + 1;
  if (count < 1 || count > mostDays || to > view.on) throw new Refusal('parameter-malformed', {}, 'from');
  const lastHeld = await readLastHeld(store, view.user);
  const places: number[][] = [];
  const days: LayerDay[] = [];
  const walk = { own: reportsForward(store), wide: reportsForward(store) };
  for (let at = 0; at < count; at++) {
    const then = await viewAt(store, view.user, daysAfter(first, at));
    const { fids, ...day } = await columnOf(store, then, { layer: now, walk });
    let index = places.findIndex(
      (one) => one === fids || (one.length === fids.length && one.every((fid, n) => fid === fids[n])),
    );
    if (index === -1) index = places.push(fids) - 1;
    days.push({ ...day, since: lastHeld(then) ?? daysAfter(then.on, -weekBack), places: index });
  }
  return { layer, seq: view.shown, from: first, to, places, days };
}

interface DaysAsked {
  layer: Layer;
  walk: Record<'own' | 'wide', Reports>;
}

/** The column of a day, read once and kept: later asks, of this layer and day, wait for nothing. */
function columnOf(store: Store, view: View, asked: DaysAsked): Promise<Column> {
  const { layer } = asked;
  const own = columns.get(epochOf(store)) ?? new Map<string, Promise<Column>>();
  columns.set(epochOf(store), own);
  const key = `${scopeKey(view.user)} ${isAdministrator(view.user)} ${layer.id} ${view.seq} ${view.on}`;
  const before = own.get(key);
  if (before) return before;
  const reading = readColumns(store, view, asked);
  own.set(key, reading);
  reading.catch(() => own.delete(key));
  if (own.size > mostColumns) own.delete(own.keys().next().value ?? '');
  return reading;
}

async function readColumns(store: Store, view: View, { layer: now, walk }: DaysAsked): Promise<Column> {
  const { id, unit, classes, touches: only } = now;
  // Other requests have their turn between two days.
  await new Promise((resolve) => setImmediate(resolve));
  const wide = totalView(view);
  const facts = await readFacts(store, view, { only, reports: walk.own });
  const totals = wide === view ? facts : await readFacts(store, wide, { only, reports: walk.wide });
  const layer = facts.layers.find((one) => one.id === id);
  const judged = layer ? judgeAll(facts, layer).toSorted((a, b) => a.place.fid - b.place.fid) : [];
  const index = new Map(classes.map((one, at) => [one.id, at]));
  return {
    on: view.on,
    dataAt: await knownUntil(store, view),
    fids: judged.map(({ place }) => place.fid),
    classes: judged.map(({ verdict }) => (index.get(verdict.class) ?? 0).toString(36)).join(''),
    ...(unit === null ? {} : { values: judged.map(({ verdict }) => verdict.value) }),
    county: { fid: countyFid(facts), ...(layer ? rollUp(layer, judged) : empty(classes.length)) },
    towns: layer ? townsOf(totals, layer) : [],
  };
}

const empty = (classes: number) => ({ counts: new Array<number>(classes).fill(0), share: null });
const countyFid = ({ areas }: CountyFacts) => areas.find(({ kind }) => kind === 'county')?.fid ?? 0;

function townsOf(totals: CountyFacts, layer: Layer): LayerDay['towns'] {
  if (layer.level === 'town') return [];
  const ofTown = rollUpsByTown(totals, layer);
  return totals.towns.map(({ id, fid }) => ({ fid, ...ofTown(id) }));
}
