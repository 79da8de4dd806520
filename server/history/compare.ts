import type { Store } from '../db/open.ts';
import { layerOf } from '../layer/answers.ts';
import { countyFacts } from '../layer/facts.ts';
import { type Judged, rollUp } from '../layer/judge.ts';
import { worstFirst } from '../list/list.ts';
import type { View } from '../rights/view.ts';
import type { CompareAnswer } from './answer.ts';
import { type Move, movesOf } from './moves.ts';
import { countWays, type Way } from './rules.ts';

/** GET /api/compare — a layer on two days, each as known at its end. */
export async function compareAnswer(store: Store, views: { from: View; to: View }, id: string): Promise<CompareAnswer> {
  const [before, after] = await Promise.all([countyFacts(store, views.from), countyFacts(store, views.to)]);
  const layer = layerOf(after, id);
  const moves = movesOf(before, after, layer);
  const areas = new Map([...before.areas, ...after.areas].map((area) => [area.id, area]));
  const worse = worstFirst(layer);
  const of = ({ was, is }: Move) => is ?? was;
  const moved = moves
    .filter(({ way, was, is }) => way !== 'same' && was?.verdict.class !== is?.verdict.class)
    .sort((a, b) => {
      const [one, other] = [of(a), of(b)];
      return order[a.way] - order[b.way] || (one && other ? worse(one, other) : 0) || a.place.fid - b.place.fid;
    });
  const digits = (side: 'was' | 'is') => moves.map((move) => move[side]?.at.toString(36) ?? '-').join('');
  const judged = (side: 'was' | 'is') =>
    moves.map((move) => move[side]).filter((one): one is Judged => one !== undefined);
  const county = after.areas.find(({ kind }) => kind === 'county')?.fid ?? 0;
  return {
    layer: id,
    seq: views.to.shown,
    from: views.from.on,
    to: views.to.on,
    ...countWays(moves.map(({ way }) => way)),
    fids: moves.map(({ place }) => place.fid),
    classesFrom: digits('was'),
    classesTo: digits('is'),
    countyFrom: { fid: county, ...rollUp(layer, judged('was')) },
    countyTo: { fid: county, ...rollUp(layer, judged('is')) },
    changed: moved.map(({ place, was, is, way }) => ({
      fid: place.fid,
      code: areas.get(place.id)?.code ?? '',
      name: place.name,
      town: areas.get(place.townId)?.name ?? '',
      from: was?.verdict.class ?? null,
      to: is?.verdict.class ?? null,
      way,
      valueFrom: was?.verdict.value ?? null,
      valueTo: is?.verdict.value ?? null,
    })),
  };
}

/** Worst first: what got worse, what only aged, what cannot be compared, what got better. */
const order: Record<Way, number> = { worse: 0, aged: 1, unknown: 2, same: 2, better: 3 };
