import { z } from '@hono/zod-openapi';
import { count, day, maybe, text } from '../../http/schema-parts.ts';
import { lonLatSchema, outcomeSchema, spotSchema } from '../answer.ts';
import { travelSources } from '../rules.ts';

const seconds = z.number();
const link = z.object({ app: z.enum(['amap', 'tencent', 'baidu']), address: z.string() });
/** 导航链接 — opens a navigation with the coordinates it expects. */
export type NavigationLink = z.infer<typeof link>;

const stop = z.object({
  code: z.string(),
  name: z.string(),
  town: z.string(),
  at: lonLatSchema,
  driveSec: seconds,
  arrive: seconds,
  begin: seconds,
  leave: seconds,
  /** Why it is on the route. */
  parts: z.array(text),
  look: z.array(text),
  telephone: maybe(z.string()),
  outcome: maybe(outcomeSchema),
  /** Links to the car's navigation, where the county allows them. */
  navigation: z.array(link),
});
/** One stop of an itinerary; instants in seconds after midnight. */
export type ItineraryStop = z.infer<typeof stop>;

const late = <Is extends string>(is: Is) => z.object({ is: z.literal(is), at: count, bySec: seconds });
const violation = z.discriminatedUnion('is', [
  late('window-closed'),
  z.object({ is: z.literal('back-late'), at: z.literal(-1), bySec: seconds }),
  z.object({ is: z.literal('no-road'), at: count }),
  z.object({ is: z.literal('not-allowed'), at: count }),
  late('rest-late'),
]);
const itinerary = z.object({
  leave: seconds,
  back: seconds,
  backSec: seconds,
  rest: maybe(z.object({ after: count, begin: seconds, end: seconds })),
  driveSec: seconds,
  violations: z.array(violation),
  team: z.string(),
  /** Which of the plan's teams it is, for its colour. */
  number: count,
  on: day,
  start: spotSchema,
  end: spotSchema,
  stops: z.array(stop),
  /** The way of each leg along the roads, start to first stop first; empty where there is none. */
  legs: z.array(z.array(lonLatSchema)),
});
/** 出车单 — one team's day. */
export type Itinerary = z.infer<typeof itinerary>;

export const itinerariesSchema = z
  .object({
    plan: z.string(),
    title: z.string(),
    announced: z.boolean(),
    published: z.boolean(),
    today: day,
    source: z.enum(travelSources),
    /** A route service was named and did not answer: times are by the county's own roads. */
    noService: z.boolean(),
    /** Whether the user may say what became of a stop. */
    recordable: z.boolean(),
    itineraries: z.array(itinerary),
  })
  .openapi('RouteItineraries');
/** GET /api/route-plans/{plan}/itineraries — the days of a plan that have stops, as their teams take them along. */
export type ItinerariesAnswer = z.infer<typeof itinerariesSchema>;
