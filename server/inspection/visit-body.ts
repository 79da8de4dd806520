import { z } from '@hono/zod-openapi';
import { day, days, list, saving, text, texts, uuid } from '../save/bodies.ts';
import { visitLevels, visitMoves } from './rules.ts';

const finding = z.strictObject({ text, closedOn: days });
const visitValues = z.strictObject({
  state: z.enum(visitMoves),
  occurredOn: day,
  level: z.enum(visitLevels),
  announced: z.boolean(),
  team: texts,
  leaderId: texts,
  places: list(z.strictObject({ code: z.string().max(40), findings: list(finding) })),
});
export const newVisitBody = z.strictObject({ id: uuid, values: visitValues, confirm: z.boolean().optional() });
export const visitBody = saving(visitValues);
