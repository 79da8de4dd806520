import { z } from '@hono/zod-openapi';
import { days, list, saving, text, texts } from '../save/bodies.ts';

const problem = z.strictObject({ text, measure: texts, dueOn: days, doneOn: days });
const turnaround = z.strictObject({
  namedBy: z.enum(['city', 'county']),
  namedOn: days,
  problems: list(problem),
  leaderId: texts,
  groupHeadId: texts,
  groupUnits: list(text),
  guidingUnit: texts,
  stationedOn: days,
  signedOffOn: days,
});
export const organisationBody = saving(
  z.strictObject({
    name: text,
    field: text,
    screenedOn: days,
    reportedOn: days.default(null),
    turnaround: turnaround.nullable(),
  }),
);
