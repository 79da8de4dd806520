import { z } from '@hono/zod-openapi';
import { days, list, saving } from '../save/bodies.ts';
import { milestoneKeys, stages } from './rules.ts';

const venueValues = z.strictObject({
  stage: z.enum(stages).nullable(),
  reportedOn: days.default(null),
  items: z.record(z.string().max(60), z.boolean().nullable()).transform((items) => items as Record<string, boolean>),
  milestones: list(z.strictObject({ key: z.enum(milestoneKeys), plannedOn: days, doneOn: days })),
  organisationAcceptedOn: days,
  financeAcceptedOn: days,
  subsidyFen: z.number().nullable(),
  subsidyPaidFen: z.number().nullable(),
});
export const venueBody = saving(venueValues);
