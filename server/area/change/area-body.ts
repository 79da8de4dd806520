import { z } from '@hono/zod-openapi';
import { cleanName } from '../../../geodata/area/plain-name.ts';
import { day, text, uuid } from '../../save/bodies.ts';

const code = z.string().max(60);
const newCode = code.nullable();
/** A name as it is kept: what one cannot see does not come in with it. */
const name = text.transform(cleanName);
const changeOf = { id: uuid, on: day, confirm: z.boolean().optional() };
export const areaChangeBody = z.discriminatedUnion('kind', [
  z.strictObject({ ...changeOf, kind: z.literal('rename'), code, name, newCode }),
  z.strictObject({ ...changeOf, kind: z.literal('merge'), code, into: code, name: name.nullable(), newCode }),
  z.strictObject({ ...changeOf, kind: z.literal('split'), code, name, newCode: code }),
  z.strictObject({ ...changeOf, kind: z.literal('move'), code, town: code, newCode }),
]);

export const areaWithdrawalBody = z.strictObject({ id: uuid, reason: text });
