import { z } from '@hono/zod-openapi';
import { measures } from '../campaign/formula/rules.ts';
import { count, day, maybe, text } from '../http/schema-parts.ts';
import { externalKinds, externalLevels } from './rules.ts';

const number = z.number();
const name = z.string();

const formula = z.object({
  fromOn: maybe(day),
  parts: z.array(
    z.object({
      layer: z.string(),
      measure: z.enum(measures),
      classes: z.array(z.string()),
      weight: number,
      most: maybe(number),
      title: text,
      /** The classes counted, those of the layer's own roll-up included. */
      counted: z.array(z.string()),
      classTitles: z.array(text),
      /** Of `per-unit` the classes that lose the most: not reported, and those counted where no value can be known. */
      mostTitles: z.array(text),
      level: z.enum(['village', 'town']),
      /** Of the layer's value, which `per-unit` counts. */
      unit: maybe(text),
      /** False where there is no such layer any more: the part counts nowhere. */
      known: z.boolean(),
    }),
  ),
  external: z.object({
    provinceCriticised: number,
    cityCriticised: number,
    provincePraised: number,
    cityPraised: number,
    lastInCity: number,
  }),
  target: maybe(number),
  lastTowns: number,
  lastVillages: number,
  belowZero: z.boolean().optional(),
});
/** 计分办法 as shown to everybody who sees the ranking. `fromOn` null: the one a county begins with. */
export type FormulaAnswer = z.infer<typeof formula>;

const row = z.object({
  fid: count,
  code: z.string(),
  name,
  town: maybe(name),
  score: maybe(number),
  rank: count,
  tied: z.boolean(),
  scoreBefore: maybe(number),
  rankBefore: maybe(count),
  last: maybe(z.enum(['within', 'tied'])),
  parts: z.array(z.object({ counted: number, of: number, points: maybe(number) })),
  external: number,
});
/** One place in the ranking. `town`: the name of its town, null for towns; `external`: points of superiors' results; `last`: among the last N, or tied at their cut. */
export type ScoreRow = z.infer<typeof row>;

const entered = z.object({
  kind: z.enum(externalKinds),
  level: z.enum(externalLevels),
  occurredOn: day,
  source: z.string(),
  document: maybe(z.string()),
  note: maybe(z.string()),
  rank: maybe(number),
  of: maybe(number),
});
const external = entered.extend({
  place: z.string(),
  id: z.string(),
  base: z.string(),
  fid: count,
  name,
  town: maybe(name),
  points: number,
  former: z.array(z.object({ at: z.string(), values: entered })),
});
/** 上级结果 as shown; `former` its versions before, the newest first. */
export type ExternalAnswer = z.infer<typeof external>;

const cut = z.object({
  most: count,
  within: count,
  fromRank: maybe(count),
  toRank: maybe(count),
  tied: count,
  tiedRank: maybe(count),
  said: text,
});

export const scoresSchema = z
  .object({
    seq: count,
    on: day,
    since: day,
    /** Whether `since` is the day of the last meeting. */
    sinceMeeting: z.boolean(),
    hidden: z.boolean(),
    formula,
    towns: z.array(row),
    villages: z.array(row),
    /** How many are ranked in the county. */
    of: z.object({ towns: count, villages: count }),
    /** Where the last N of the county begin. */
    cut: z.object({ towns: cut, villages: cut }),
    externals: z.array(external),
  })
  .openapi('Scores');
/**
 * GET /api/ranking?asOf=&since= — places by score, the best first, equal ones in official order. Towns are all of the county, villages only those
 * in scope, with their rank in the whole county. While rankings are hidden only the office is answered, `hidden` true.
 */
export type ScoresAnswer = z.infer<typeof scoresSchema>;

const previewRow = row
  .pick({ fid: true, code: true, name: true, town: true, score: true, rank: true, tied: true })
  .extend({ scoreNow: maybe(number), rankNow: count });
export type PreviewRow = z.infer<typeof previewRow>;

export const previewSchema = z
  .object({ on: day, towns: z.array(previewRow), villages: z.array(previewRow) })
  .openapi('RankingPreview');
/** POST /api/ranking/preview — the ranking under another formula beside today's. */
export type PreviewAnswer = z.infer<typeof previewSchema>;

export const rankHistorySchema = z
  .object({
    days: z.array(day),
    towns: z.array(z.object({ fid: count, ranks: z.array(maybe(count)), scores: z.array(maybe(number)) })),
  })
  .openapi('RankHistory');
/** GET /api/ranking/history — the towns' ranks on every day, each as known then; null where nothing was known. */
export type RankHistoryAnswer = z.infer<typeof rankHistorySchema>;

export const placeRankSchema = z
  .object({ on: day, row: maybe(row), of: count, externals: z.array(external) })
  .openapi('Standing');
/** GET /api/places/{code}/rank — where a place stands; `row` null for the county, where rankings are hidden, or where nothing is ranked. */
export type PlaceRankAnswer = z.infer<typeof placeRankSchema>;

export const rankingSchema = z
  .object({
    layer: z.string(),
    seq: count,
    on: day,
    since: day,
    /** Of what all towns are ranked: the whole county, named. */
    scope: text,
    title: text,
    target: maybe(number),
    /** No town reported anything: none has a share. */
    silent: z.boolean(),
    rows: z.array(
      z.object({
        fid: count,
        code: z.string(),
        name,
        share: maybe(number),
        counted: count,
        of: count,
        rank: count,
        tied: z.boolean(),
        shareBefore: maybe(number),
        rankBefore: maybe(count),
      }),
    ),
  })
  .openapi('Ranking');
/** GET /api/rankings?layer=&asOf=&since= — by town, ranked by share; `rank` is shared by ties; towns without a share stand after all others, with no rank to show. `change` in ranks against `since`: when left out the day of the last meeting, else 7 days before. */
export type RankingAnswer = z.infer<typeof rankingSchema>;
