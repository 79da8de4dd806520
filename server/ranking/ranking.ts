import type { Area } from '../area/area-store.ts';
import { viewAt } from '../change/view-at.ts';
import type { Store } from '../db/open.ts';
import { layerOf } from '../layer/answers.ts';
import { type CountyFacts, totalFacts } from '../layer/facts.ts';
import { rollUpsByTown } from '../layer/judge.ts';
import type { Layer } from '../layer/layer.ts';
import { rankedShares } from '../layer/rules.ts';
import { scopeTitles } from '../layer/scope-title.message.ts';
import type { LocalDate, View } from '../rights/view.ts';
import type { RankingAnswer } from './answer.ts';
import { ranksOf } from './rules.ts';
import { usualSince } from './since.ts';
import { refuseHidden } from './switch.ts';

interface Share {
  fid: number;
  share: number | null;
  counted: number;
  of: number;
}

/** GET /api/rankings — towns by a layer's share, against another day, that of the last meeting or a week before when none is named. Towns of one rank stand in official order. Refused while rankings are hidden. */
export async function rankingAnswer(
  store: Store,
  view: View,
  { layer: id, since }: { layer: string; since: LocalDate | undefined },
): Promise<RankingAnswer> {
  await refuseHidden(store);
  const sinceOn = since ?? (await usualSince(store, view)).on;
  const [now, before] = await Promise.all([
    totalFacts(store, view),
    viewAt(store, view.user, sinceOn).then((earlier) => totalFacts(store, earlier)),
  ]);
  const layer = layerOf(now, id);
  const { better, title, target } = layer.rollUp;
  const { silent, shares } = sharesOf(now, layer);
  const { shares: sharesBefore } = sharesOf(before, layer);
  const ranks = ranksOf(
    shares.map(({ share }) => share),
    better,
  );
  const ranksBefore = ranksOf(
    sharesBefore.map(({ share }) => share),
    better,
  );
  const past = new Map(
    sharesBefore.map((one, at) => [
      one.fid,
      { share: one.share, rank: one.share === null ? null : (ranksBefore[at] ?? null) },
    ]),
  );
  const atRank = Map.groupBy(ranks, (rank) => rank);
  const towns = townsByFid(now.areas);
  const rows = shares.map(({ fid, share, counted, of }, at) => {
    const rank = ranks[at] ?? 0;
    const earlier = before.view.seq === 0 ? undefined : past.get(fid);
    return {
      fid,
      code: towns.get(fid)?.code ?? '',
      name: towns.get(fid)?.name ?? '',
      share,
      counted,
      of,
      rank,
      tied: (atRank.get(rank)?.length ?? 0) > 1,
      shareBefore: earlier?.share ?? null,
      rankBefore: earlier?.rank ?? null,
    };
  });
  return {
    layer: id,
    seq: view.shown,
    on: view.on,
    since: sinceOn,
    scope: scopeTitles.county(now.areas.find(({ kind }) => kind === 'county')?.name ?? ''),
    title,
    target,
    silent,
    rows: rows.sort((a, b) => a.rank - b.rank),
  };
}

const byFid = new WeakMap<Area[], Map<number, Area>>();

/** Towns by their fid: places stay the same from one report to the next. */
function townsByFid(areas: Area[]): Map<number, Area> {
  const known = byFid.get(areas) ?? new Map(areas.flatMap((one) => (one.kind === 'town' ? [[one.fid, one]] : [])));
  byFid.set(areas, known);
  return known;
}

/** Each town's share, and whether none reported anything; of a layer of towns, the town's own place in the roll-up's classes. */
function sharesOf(facts: CountyFacts, layer: Layer): { silent: boolean; shares: Share[] } {
  const ofTown = rollUpsByTown(facts, layer);
  const known = facts.towns.map(({ id, fid }) => ({ fid, ...ofTown(id) }));
  const { silent, shares: ranked } = rankedShares(layer.classes, known);
  const shares = known.map(({ fid, counts }, town) => {
    const sum = (wanted: (id: string) => boolean) =>
      layer.classes.reduce((all, one, at) => all + (wanted(one.id) ? (counts[at] ?? 0) : 0), 0);
    return {
      fid,
      share: ranked[town] ?? null,
      counted: sum((one) => layer.rollUp.classes.includes(one)),
      of: sum((one) => !layer.rollUp.outside.includes(one)),
    };
  });
  return { silent, shares };
}
