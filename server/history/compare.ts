import type { Store } from '../db/open.ts';
import { layerOf } from '../layer/answers.ts';
import { type CountyFacts, countyFacts } from '../layer/facts.ts';
import { type Judged, judgeAll, rollUp } from '../layer/judge.ts';
import type { Layer } from '../layer/layer.ts';
import { worstFirst } from '../layer/list.ts';
import type { View } from '../view.ts';
import type { CompareAnswer } from './answer.ts';

type Changed = CompareAnswer['changed'][number];

/** GET /api/compare — a layer on two days, each as known at its end. */
export async function compareAnswer(store: Store, views: { from: View; to: View }, id: string): Promise<CompareAnswer> {
  const [before, after] = await Promise.all([countyFacts(store, views.from), countyFacts(store, views.to)]);
  const layer = layerOf(after, id);
  const from = judgedBy(before, layer);
  const to = judgedBy(after, layer);
  const fids = [...new Set([...from.keys(), ...to.keys()])].sort((a, b) => a - b);
  const names = new Map([...before.areas, ...after.areas].map((area) => [area.id, area]));
  const worse = worstFirst(layer);
  const moved = fids.flatMap((fid) => {
    const [was, is] = [from.get(fid), to.get(fid)];
    const place = (is ?? was)?.place;
    if (!place || (was?.verdict.class === is?.verdict.class && was?.verdict.value === is?.verdict.value)) return [];
    const row: Changed = {
      fid,
      code: names.get(place.id)?.code ?? '',
      name: place.name,
      town: names.get(place.townId)?.name ?? '',
      from: was?.verdict.class ?? null,
      to: is?.verdict.class ?? null,
      way: wayOf(layer, was, is),
      valueFrom: was?.verdict.value ?? null,
      valueTo: is?.verdict.value ?? null,
    };
    return [{ row, is: is ?? was, step: stepOf(row) }];
  });
  moved.sort((a, b) => a.step - b.step || (a.is && b.is ? worse(a.is, b.is) : 0) || a.row.fid - b.row.fid);
  const changed = moved.map(({ row }) => row);
  const digits = (judged: Map<number, Judged>) => fids.map((fid) => judged.get(fid)?.at.toString(36) ?? '-').join('');
  const county = after.areas.find(({ kind }) => kind === 'county')?.fid ?? 0;
  return {
    layer: id,
    seq: views.to.shown,
    from: views.from.on,
    to: views.to.on,
    better: changed.filter(({ way }) => way === 'better').length,
    worse: changed.filter(({ way }) => way === 'worse').length,
    fids,
    classesFrom: digits(from),
    classesTo: digits(to),
    countyFrom: { fid: county, ...rollUp(layer, [...from.values()]) },
    countyTo: { fid: county, ...rollUp(layer, [...to.values()]) },
    changed,
  };
}

/** The layer's places by fid, their classes counted as the later day's layer has them; none where the day did not know the layer. */
function judgedBy(facts: CountyFacts, layer: Layer): Map<number, Judged> {
  const own = facts.layers.find(({ id }) => id === layer.id);
  const index = new Map(layer.classes.map(({ id }, at) => [id, at]));
  return new Map(
    (own && facts.view.seq > 0 ? judgeAll(facts, own) : []).map((one) => [
      one.place.fid,
      { ...one, at: index.get(one.verdict.class) ?? 0 },
    ]),
  );
}

/** Better or worse in the order of the list; neither where a place was not known or does not count on one of the days. */
function wayOf(layer: Layer, was: Judged | undefined, is: Judged | undefined): Changed['way'] {
  const counts = (one: Judged) => layer.classes[one.at]?.lamp !== 'outside';
  if (!was || !is || !counts(was) || !counts(is)) return 'same';
  const order = worstFirst(layer)(was, is);
  if (order === 0) return 'same';
  return order < 0 ? 'better' : 'worse';
}

/** Fell to another class, worse inside it, neither, better inside it, rose to another class. */
function stepOf({ way, from, to }: Changed): number {
  if (way === 'same') return 2;
  if (way === 'worse') return from === to ? 1 : 0;
  return from === to ? 3 : 4;
}
