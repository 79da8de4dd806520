import type { AreasAnswer } from '../../server/area/answer.ts';
import { countdown } from '../../server/campaign/rules.ts';
import type { LayerDay, LayerDaysAnswer } from '../../server/history/answer.ts';
import type { LayerAnswer, ValuesAnswer } from '../../server/layer/answer.ts';
import { allSilent, kpiOf, rankedShares } from '../../server/layer/rules.ts';
import type { SummaryAnswer } from '../../server/list/answer.ts';
import type { RankingAnswer } from '../../server/ranking/answer.ts';
import { ranksOf } from '../../server/ranking/rules.ts';

/** The whole campaign plays in at most so long, a day in at most so long. Milliseconds. */
const playLimits = { allMs: 20_000, dayMs: 200 };

/** How long a day is shown while so many are played. */
export function dayMs(days: number): number {
  return Math.min(playLimits.dayMs, playLimits.allMs / Math.max(1, days));
}

/** Where a day stands among the days; the last where it is not among them. */
export function indexOfDay(days: { on: string }[], on: string | null): number {
  const at = on === null ? -1 : days.findIndex((day) => day.on === on);
  return at < 0 ? days.length - 1 : at;
}

/** 上次会议 — the day of the last meeting before the day shown, and what is compared with first: that day, else a week before; null without days. */
export function comparedFirst(
  days: { on: string }[],
  at: number,
  lastMeetingOn: string | null,
): { meeting: string | null; first: string | null } {
  const on = days[at]?.on;
  const meeting = lastMeetingOn !== null && on !== undefined && lastMeetingOn < on ? lastMeetingOn : null;
  return { meeting, first: meeting ?? days[Math.max(0, at - 7)]?.on ?? null };
}

/** A day of the timeline as the answer the map and legend take; places not known that day stand without a class. */
export function valuesOfDay(
  areas: AreasAnswer,
  layer: LayerAnswer,
  days: LayerDaysAnswer,
  at: number,
): ValuesAnswer | null {
  const day = days.days[at];
  if (!day || days.layer !== layer.id) return null;
  const known = new Map((days.places[day.places] ?? []).map((fid, index) => [fid, index]));
  const fids = (layer.level === 'town' ? areas.towns : areas.villages).map(({ fid }) => fid).sort((a, b) => a - b);
  const index = fids.map((fid) => known.get(fid));
  return {
    layer: layer.id,
    seq: days.seq,
    areasSeq: areas.seq,
    on: day.on,
    dataAt: day.dataAt,
    classes: index.map((one) => (one === undefined ? '-' : (day.classes[one] ?? '-'))).join(''),
    values: index.map((one) => (one === undefined ? null : (day.values?.[one] ?? null))),
    towns: day.towns,
    county: day.county,
  };
}

/** The ranking of a day by the towns' shares, as shown while days are played; compared with the day the answer names, where it is among the days. */
export function rankingOfDay(
  areas: AreasAnswer,
  layer: LayerAnswer,
  { day, days }: { day: LayerDay; days: LayerDay[] },
  before: RankingAnswer,
): RankingAnswer {
  const { silent, towns: now } = sharesOn(areas, layer, day);
  const earlier = days.find(({ on, dataAt }) => on === day.since && dataAt !== null);
  const then = new Map((earlier ? sharesOn(areas, layer, earlier).towns : []).map((one) => [one.town.fid, one]));
  const ranks = now.map(({ rank }) => rank);
  const rows = now.map(({ town, share, of, rank }) => ({
    ...{ fid: town.fid, code: town.code, name: town.name, share, counted: 0, of, rank },
    tied: ranks.filter((other) => other === rank).length > 1,
    shareBefore: then.get(town.fid)?.share ?? null,
    rankBefore: then.get(town.fid)?.share == null ? null : (then.get(town.fid)?.rank ?? null),
  }));
  const sorted = rows.sort((a, b) => a.rank - b.rank);
  return { ...before, layer: layer.id, on: day.on, since: day.since, silent, rows: sorted };
}

/** Every town's share and rank on a day, and whether none reported anything. */
function sharesOn(areas: AreasAnswer, layer: LayerAnswer, day: LayerDay) {
  const known = new Map(day.towns.map((one) => [one.fid, one]));
  const { silent, shares } = rankedShares(
    layer.classes,
    areas.towns.map(({ fid }) => known.get(fid) ?? { counts: [], share: null }),
  );
  const ranks = ranksOf(shares, layer.rollUp.better);
  const towns = areas.towns.map((town, at) => ({
    town,
    share: shares[at] ?? null,
    of: (known.get(town.fid)?.counts ?? []).reduce((sum, count) => sum + count, 0),
    rank: ranks[at] ?? 0,
  }));
  return { silent, towns };
}

/** The figures of a day and its countdown: those of the layer played, from its counts in view; of other layers nothing is claimed. */
export function summaryOfDay(
  summary: SummaryAnswer,
  layer: LayerAnswer,
  { day, counts }: { day: LayerDay; counts: readonly number[] },
): SummaryAnswer {
  const counted = { ids: layer.classes.map(({ id }) => id), outside: layer.rollUp.outside };
  const kpis = summary.kpis
    .filter((kpi) => kpi.layer === layer.id)
    .map((kpi) => ({
      ...kpi,
      before: null,
      silent: allSilent(
        layer.classes.map(({ lamp }) => lamp),
        counts,
      ),
      ...kpiOf(counted, counts, kpi.classes),
    }));
  const campaign = summary.campaign && {
    ...summary.campaign,
    ...countdown(summary.campaign, day.on),
    // How many met a key date was counted for the summary's own day.
    nodes: summary.campaign.nodes.map((node) => (day.on === summary.on ? node : { ...node, met: null })),
  };
  return { ...summary, on: day.on, dataAt: day.dataAt, campaign, kpis: kpis.length > 0 ? kpis : summary.kpis };
}
