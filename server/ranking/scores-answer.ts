import type { RankingFormula } from '../campaign/formula/rules.ts';
import { viewAt } from '../change/view-at.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { type CountyFacts, countyFacts, totalFacts } from '../layer/facts.ts';
import type { Layer } from '../layer/layer.ts';
import { isInScope, type LocalDate, type View } from '../rights/view.ts';
import type { FormulaAnswer, PlaceRankAnswer, PreviewAnswer, PreviewRow, ScoreRow, ScoresAnswer } from './answer.ts';
import { externalsAnswer } from './externals-answer.ts';
import { countedClasses } from './measure.ts';
import { type CountyRanked, countedExternals, formulaOf, type RankedPlace, rankedOf } from './ranked.ts';
import { cutText } from './ranking.message.ts';
import type { Cut } from './rules.ts';
import { usualSince } from './since.ts';
import { isRankingHidden } from './switch.ts';

/** All that a view's ranking rests on, and the ranking. */
interface Ranked {
  facts: CountyFacts;
  formula: { fromOn: LocalDate | null; body: RankingFormula };
  standings: CountyRanked;
}

/** The whole county ranked as a view sees its totals, by the formula in force then. */
async function rankedAt(store: Store, view: View): Promise<Ranked> {
  const [facts, formula, externals] = await Promise.all([
    totalFacts(store, view),
    formulaOf(store, view),
    countedExternals(store, view),
  ]);
  return { facts, formula, standings: rankedOf(facts, formula.body, externals) };
}

/** Those of the villages a user sees: a town sees the scores of its own only. */
const inScope = (view: View, standings: RankedPlace[]) =>
  standings.filter(({ place }) => isInScope(view.user, place.id));

/** GET /api/ranking */
export async function scoresAnswer(
  store: Store,
  view: View,
  { since, hidden }: { since: LocalDate | undefined; hidden: boolean },
): Promise<ScoresAnswer> {
  const usual = await usualSince(store, view);
  const sinceOn = since ?? usual.on;
  const [now, before] = await Promise.all([rankedAt(store, view), rankedBefore(store, view, sinceOn)]);
  const rows = rowsOf(now.facts, before);
  return {
    ...{ seq: view.shown, on: view.on, since: sinceOn, hidden },
    sinceMeeting: usual.meeting && sinceOn === usual.on,
    formula: formulaAnswer(now.formula, now.facts.layers),
    towns: rows(now.standings.towns),
    villages: rows(inScope(view, now.standings.villages)),
    of: { towns: now.standings.towns.length, villages: now.standings.villages.length },
    cut: { towns: withSentence(now.standings.cut.towns), villages: withSentence(now.standings.cut.villages) },
    externals: await externalsAnswer(store, view, now.formula.body),
  };
}

const withSentence = (cut: Cut) => ({ ...cut, said: { zh: cutText(cut, 'zh'), en: cutText(cut, 'en') } });

/** The ranking as it stood on a day before; null where nothing was known of it. */
async function rankedBefore(store: Store, view: View, on: LocalDate): Promise<CountyRanked | null> {
  if (on > view.on) throw new Refusal('parameter-malformed', {}, 'since');
  const earlier = await viewAt(store, view.user, on);
  return earlier.seq === 0 ? null : (await rankedAt(store, earlier)).standings;
}

function rowsOf(facts: CountyFacts, before: CountyRanked | null): (standings: RankedPlace[]) => ScoreRow[] {
  const areas = new Map(facts.areas.map((area) => [area.id, area]));
  const earlier = new Map([...(before?.towns ?? []), ...(before?.villages ?? [])].map((one) => [one.place.id, one]));
  return (standings) =>
    standings
      .map(({ place, score, rank, tied, last, parts, external }): ScoreRow => {
        const then = earlier.get(place.id);
        return {
          ...{ fid: place.fid, code: areas.get(place.id)?.code ?? '', name: place.name },
          town: place.kind === 'town' ? null : (areas.get(place.townId)?.name ?? ''),
          ...{ score, rank, tied, last, parts, external },
          scoreBefore: then?.score ?? null,
          rankBefore: then && then.score !== null ? then.rank : null,
        };
      })
      .sort((a, b) => a.rank - b.rank);
}

function formulaAnswer({ fromOn, body }: Ranked['formula'], layers: Layer[]): FormulaAnswer {
  return {
    ...body,
    fromOn,
    parts: body.parts.map((part) => {
      const layer = layers.find(({ id }) => id === part.layer);
      const counted = layer ? countedClasses(layer, part) : part.classes;
      return {
        ...part,
        title: layer?.title ?? { zh: part.layer, en: part.layer },
        counted,
        classTitles: (layer?.classes ?? []).filter(({ id }) => counted.includes(id)).map(({ title }) => title),
        mostTitles: (layer?.classes ?? [])
          .filter(({ id, lamp, unmeasured }) => lamp === 'silent' || (unmeasured && counted.includes(id)))
          .map(({ title }) => title),
        level: layer?.level ?? 'village',
        unit: layer?.unit ?? null,
        known: layer !== undefined,
      };
    }),
  };
}

/** POST /api/ranking/preview — 试算: today's facts under another formula, beside the one in force. */
export async function previewAnswer(store: Store, view: View, formula: RankingFormula): Promise<PreviewAnswer> {
  const [now, externals] = await Promise.all([rankedAt(store, view), countedExternals(store, view)]);
  const tried = rankedOf(now.facts, formula, externals);
  const areas = new Map(now.facts.areas.map((area) => [area.id, area]));
  const rows = (would: RankedPlace[], is: RankedPlace[]) =>
    would
      .map(
        ({ place, score, rank, tied }, at): PreviewRow => ({
          ...{ fid: place.fid, code: areas.get(place.id)?.code ?? '', name: place.name },
          town: place.kind === 'town' ? null : (areas.get(place.townId)?.name ?? ''),
          ...{ score, rank, tied, scoreNow: is[at]?.score ?? null, rankNow: is[at]?.rank ?? 0 },
        }),
      )
      .sort((a, b) => a.rank - b.rank);
  return {
    on: view.on,
    towns: rows(tried.towns, now.standings.towns),
    villages: rows(tried.villages, now.standings.villages),
  };
}

/** GET /api/places/{code}/rank — where one place stands, and what superiors said of it. */
export async function placeRankAnswer(store: Store, view: View, code: string): Promise<PlaceRankAnswer> {
  const facts = await countyFacts(store, view);
  const area = facts.areas.find((one) => one.code === code);
  if (!area) throw new Refusal('place-unknown', { value: code });
  const hidden = await isRankingHidden(store);
  const now = await rankedAt(store, view);
  const all = area.kind === 'town' ? now.standings.towns : now.standings.villages;
  const own = hidden || area.kind === 'county' ? [] : all.filter(({ place }) => place.id === area.id);
  const before = own.length === 0 ? null : await rankedBefore(store, view, (await usualSince(store, view)).on);
  // A town answers for its villages: what counts in its total stands in its list.
  const answersFor = new Set([
    area.id,
    ...facts.villages.filter(({ townId }) => townId === area.id).map(({ id }) => id),
  ]);
  const externals = await externalsAnswer(store, view, now.formula.body, answersFor);
  return {
    on: view.on,
    row: rowsOf(now.facts, before)(own)[0] ?? null,
    of: own.length === 0 ? 0 : all.length,
    // A rank given by the city is a ranking too.
    externals: hidden ? externals.filter(({ kind }) => kind !== 'rank') : externals,
  };
}
