import { z } from '@hono/zod-openapi';
import { count, day, maybe } from '../http/schema-parts.ts';
import { saved } from '../save/bodies.ts';
import { personSchema as person, savedBySchema as savedBy, titledSchema as titled } from '../save/form-parts.ts';
import { visitLevels, visitMoves } from './rules.ts';

const words = z.string();
const visitValues = z.object({
  state: z.enum(visitMoves),
  occurredOn: day,
  level: z.enum(visitLevels),
  announced: z.boolean(),
  team: maybe(words),
  leaderId: maybe(z.string()),
  /** Villages by code. */
  places: z.array(z.object({ code: z.string(), findings: z.array(z.object({ text: words, closedOn: maybe(day) })) })),
});
export type VisitFormValues = z.infer<typeof visitValues>;
export const visitFormSchema = z
  .object({
    id: z.string(),
    number: maybe(z.string()),
    values: visitValues,
    base: z.string(),
    today: day,
    writable: z.array(z.string()),
    saved: maybe(savedBy),
    options: z.object({ leaders: z.array(person), teams: z.array(words), levels: z.array(titled) }),
  })
  .openapi('VisitForm');
/** 督查 as planned or made, to change. `number` null until it is made. */
export type VisitForm = z.infer<typeof visitFormSchema>;

export const visitSavedSchema = saved.extend({ visit: z.string(), number: maybe(z.string()) }).openapi('VisitSaved');
export type VisitSaved = z.infer<typeof visitSavedSchema>;

export const openVisitsSchema = z
  .object({
    visits: z.array(
      z.object({
        id: z.string(),
        number: maybe(z.string()),
        state: z.enum(['planned', 'made']),
        on: day,
        level: z.enum(visitLevels),
        announced: z.boolean(),
        team: maybe(words),
        places: z.array(z.object({ code: z.string(), name: words, open: count })),
        /** Whether the person may change it. */
        mine: z.boolean(),
      }),
    ),
  })
  .openapi('OpenVisits');
/** GET /api/visits/open — plans the person may see, and visits made with findings still open; earliest first. */
export type OpenVisitsAnswer = z.infer<typeof openVisitsSchema>;
