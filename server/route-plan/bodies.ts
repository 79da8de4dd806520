import { z } from '@hono/zod-openapi';
import { needs, travelSources } from './rules.ts';

const text = z.string().max(200);
const day = z.string().max(20);
const base = z.string().regex(/^[0-9a-f]{0,64}$/);
const list = <Item extends z.ZodType>(item: Item, most = 1000) => z.array(item).max(most);
const spot = z.strictObject({ name: text, lon: z.number(), lat: z.number() });

const teamFields = {
  name: text,
  start: spot,
  end: spot,
  fromMin: z.number(),
  untilMin: z.number(),
  rest: z.strictObject({ fromMin: z.number(), untilMin: z.number(), lengthMin: z.number() }).nullable(),
};
const id = z.string().min(1).max(80);
const team = z.strictObject({ id, ...teamFields });
const village = z.strictObject({
  code: z.string().max(40),
  need: z.enum(needs),
  score: z.number().nullable(),
  serviceMin: z.number(),
  windows: list(z.tuple([z.number(), z.number()]), 6),
  teams: list(id, 40).nullable(),
  dates: list(day, 40).nullable(),
});
const route = z.strictObject({
  team: id,
  on: day,
  stops: list(z.string().max(40), 400),
  fixed: z.number(),
  whole: z.boolean(),
  leftMin: z.number().nullable().optional(),
});
/** What of a plan a person sends; what was issued and done is the server's. */
const planFields = {
  title: text,
  announced: z.boolean(),
  goal: z.enum(['worth', 'all']),
  dates: list(day, 40),
  teams: list(team, 40),
  villages: list(village),
  routes: list(route),
  seed: z.number().int().min(0).max(4_294_967_295),
  travel: z.strictObject({ source: z.enum(travelSources), hash: z.string().max(80) }).nullable(),
};
const planSent = z.strictObject(planFields);
export const planBody = z.strictObject({ id: z.uuid(), base, body: planSent, confirm: z.boolean().optional() });
export const telling = z.strictObject({ id: z.uuid(), confirm: z.boolean().optional() });
export const meetingBody = z.strictObject({
  dates: planFields.dates,
  teams: planFields.teams,
  routes: planFields.routes,
});
export const teamBody = z.strictObject({ id: z.uuid(), base, team: z.strictObject(teamFields) });
export const navigationBody = z.strictObject({ allowed: z.boolean() });
export const submission = z.strictObject({ id: z.uuid() });
export const outcomeBody = z.strictObject({
  id: z.uuid(),
  code: z.string().max(40),
  done: z.boolean(),
  reason: z.string().trim().max(200).nullable(),
});
const point = z.tuple([z.number().min(-180).max(180), z.number().min(-85).max(85)]);
export const travelBody = z.strictObject({ points: list(point, 900) });
export const pathsBody = z.strictObject({ legs: list(z.tuple([point, point]), 900) });
export const solveBody = z.strictObject({
  plan: planSent,
  /** Milliseconds to search; a person waits. */
  ms: z.number().int().min(50).max(30_000),
  /** Whether to begin from the routes sent. */
  from: z.boolean(),
});
export type PlanSent = z.infer<typeof planSent>;
