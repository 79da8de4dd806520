import { z } from 'zod';

const code = z.string().regex(/^[\p{L}\p{N}_-]{1,40}$/u);

/** Which places an atlas is of and how it looks: those named, those of a town, those in classes of a layer; all one sees where nothing is said. */
export const atlasAsked = z.strictObject({
  villages: z.array(code).min(1).max(1000).optional(),
  town: code.optional(),
  /** Layer the maps are coloured by; with `classes` it also chooses the villages. */
  layer: z.string().max(60).optional(),
  classes: z.array(z.string().max(60)).min(1).max(20).optional(),
  /** Pages of villages, of towns, or both. */
  pages: z.enum(['villages', 'towns', 'both']).default('both'),
  ink: z.enum(['colour', 'grey']).default('colour'),
  /** Where the product is reached; with it each page carries a square code of its place. */
  address: z
    .url({ protocol: /^https?$/ })
    .max(200)
    .optional(),
});
export type AtlasAsked = z.infer<typeof atlasAsked>;
