import { z } from '@hono/zod-openapi';
import { count, day, maybe, text } from '../http/schema-parts.ts';
import { needs, travelSources } from './rules.ts';

const number = z.number();
const name = z.string();
export const lonLatSchema = z.tuple([number, number]);
export const spotSchema = z.object({ name, lon: number, lat: number });
const rest = maybe(z.object({ fromMin: number, untilMin: number, lengthMin: number }));
const team = z.object({
  id: z.string(),
  name,
  start: spotSchema,
  end: spotSchema,
  fromMin: number,
  untilMin: number,
  rest,
});
const source = z.enum(travelSources);

const village = z.object({
  code: z.string(),
  fid: count,
  name,
  town: count,
  /** Where one drives to: the place of the village on the map, else the middle of its area. */
  at: lonLatSchema,
  score: number,
  parts: z.array(
    z.object({
      part: z.enum([
        'venueOverdue',
        'venueLate',
        'silent',
        'backward',
        'turnaroundOverdue',
        'neverVisited',
        'perMonth',
        'quotaDue',
        'perFinding',
      ]),
      points: number,
      said: text,
    }),
  ),
  serviceMin: number,
  /** Open findings and what the ledger lacks, to be looked at on the spot. */
  look: z.array(text),
  /** 村办公电话 of who answers for it; null when none is known. */
  telephone: maybe(z.string()),
});
/** A village a plan may take. */
export type ChoiceVillage = z.infer<typeof village>;

export const choicesSchema = z
  .object({
    on: day,
    today: day,
    villages: z.array(village),
    teams: z.array(team.extend({ base: z.string() })),
    /** Teams of the visit log that have no record yet, as they might be. */
    proposed: z.array(team),
    /** County and town offices, where a day may begin and end. */
    offices: z.array(spotSchema),
    weights: z.object({
      venueOverdue: number,
      venueLate: number,
      silent: number,
      backward: number,
      turnaroundOverdue: number,
      neverVisited: number,
      perMonth: number,
      quotaDue: number,
      perFinding: number,
      serviceMin: number,
      findingMin: number,
    }),
    /** Whether the county allows links to the car's navigation. */
    navigation: z.boolean(),
  })
  .openapi('RouteChoices');
/** GET /api/route-plans/choices?on= */
export type ChoicesAnswer = z.infer<typeof choicesSchema>;

const listed = z.object({
  id: z.string(),
  title: z.string(),
  dates: z.array(day),
  teams: z.array(z.string()),
  villages: count,
  announced: z.boolean(),
  published: z.boolean(),
  done: count,
});
/** A plan in the list. */
export type PlanListed = z.infer<typeof listed>;
/** GET /api/route-plans */
export const plansSchema = z.object({ plans: z.array(listed) }).openapi('RoutePlans');

export const outcomeSchema = z.object({ done: z.boolean(), reason: maybe(z.string()) });
const route = z.object({
  team: z.string(),
  on: day,
  stops: z.array(z.string()),
  fixed: count,
  whole: z.boolean(),
  leftMin: maybe(number).optional(),
});
const body = z.object({
  title: z.string(),
  announced: z.boolean(),
  goal: z.enum(['worth', 'all']),
  dates: z.array(day),
  teams: z.array(team),
  villages: z.array(
    z.object({
      code: z.string(),
      need: z.enum(needs),
      score: maybe(number),
      serviceMin: number,
      windows: z.array(z.tuple([number, number])),
      teams: maybe(z.array(z.string())),
      dates: maybe(z.array(day)),
    }),
  ),
  routes: z.array(route),
  seed: count,
  travel: maybe(z.object({ source, hash: z.string() })),
  published: z.boolean(),
  visits: z.record(z.string(), z.object({ visit: z.string(), outcome: maybe(outcomeSchema) })),
});

export const planSchema = z
  .object({
    id: z.string(),
    base: z.string(),
    body,
    /** Whether the user may change it. */
    writable: z.boolean(),
    saved: maybe(z.object({ at: z.string(), by: maybe(z.object({ name: maybe(name), post: maybe(z.string()) })) })),
  })
  .openapi('RoutePlan');
/** GET /api/route-plans/{id} */
export type PlanAnswer = z.infer<typeof planSchema>;

export const travelSchema = z
  .object({
    source,
    hash: z.string(),
    seconds: z.string(),
    /** Indices of points more than 500 m from any road. */
    far: z.array(count),
    /** A route service was named at start and did not answer. */
    noService: z.literal(true).optional(),
  })
  .openapi('RouteTravel');
/** POST /api/route-plans/travel — `seconds[from * n + to]` as Float32 little-endian in base64; `Infinity`: no way. */
export type TravelAnswer = z.infer<typeof travelSchema>;

/** POST /api/route-plans/paths — the way of each leg along the roads; null where there is none. */
export const pathsSchema = z.object({ paths: z.array(maybe(z.array(lonLatSchema))) }).openapi('RoutePaths');

const clash = z.object({
  on: day,
  team: maybe(z.string()),
  code: maybe(z.string()),
  by: z.object({
    team: maybe(z.string()),
    codes: z.array(z.string()),
    plan: maybe(z.string()),
    published: z.boolean(),
    made: z.boolean(),
  }),
});
/** POST /api/route-plans/{plan}/clashes */
export const clashesSchema = z.object({ clashes: z.array(clash) }).openapi('RouteClashes');

export const tellingSchema = z
  .object({
    clashes: z.array(clash),
    announced: z.boolean(),
    /** Each team with villages on its routes, its days, and the holders of the team's accounts. */
    teams: z.array(
      z.object({
        name,
        days: z.array(z.object({ on: day, codes: z.array(z.string()) })),
        people: z.array(z.object({ name: maybe(name), post: maybe(z.string()) })),
      }),
    ),
  })
  .openapi('RouteTelling');
/** GET /api/route-plans/{plan}/telling */
export type TellingAnswer = z.infer<typeof tellingSchema>;

/** What a save of a plan or a team answers. */
export const planSavedSchema = z.object({ seq: z.number(), base: maybe(z.string()) }).openapi('PlanSaved');

const progress = z.object({ score: number, travel: number, taken: count, missing: count });
const found = z.object({
  routes: z.array(route),
  /** Musts for which no place was found. */
  missing: z.array(z.string()),
  seed: count,
  iterations: count,
  ms: count,
  travel: z.object({ source, hash: z.string() }),
});
/** Events of POST /api/route-plans/solve: `progress` while it searches, `found` at the end. */
export type SolveProgress = z.infer<typeof progress>;
export type SolveFound = z.infer<typeof found>;
