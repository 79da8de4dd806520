import { z } from '@hono/zod-openapi';
import { bounds, count, maybe } from '../http/schema-parts.ts';

export const place = z
  .object({
    fid: count,
    code: z.string(),
    name: z.string(),
    officialName: maybe(z.string()),
    type: maybe(z.string()),
    town: count,
    areaKm2: maybe(z.number()),
    label: maybe(z.tuple([z.number(), z.number()])),
    bounds: maybe(bounds),
  })
  .openapi('Place');
/** A place; `town` is the fid of its town (0 for towns and county). Lists are in official order. */
export type PlaceAnswer = z.infer<typeof place>;

const map = z.object({
  tiles: z.string(),
  plain: z.string(),
  bounds,
  groundImage: maybe(z.string()),
  groundBounds: maybe(bounds),
  groundTiles: maybe(z.string()),
  groundPlain: maybe(z.string()),
});

export const areasSchema = z
  .object({
    seq: count,
    county: maybe(place),
    towns: z.array(place),
    villages: z.array(place),
    map: maybe(map),
    sample: z.boolean(),
  })
  .openapi('Areas');
/** GET /api/areas?asOf= — all places and the files that draw them. Addresses are immutable. */
export type AreasAnswer = z.infer<typeof areasSchema>;
