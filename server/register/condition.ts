import { z } from '@hono/zod-openapi';

/** Id of a field, a state, an option or a limit: opaque, never reused, never shown. */
export const registerId = z.string().regex(/^[a-z][A-Za-z0-9-]{0,39}$/);

/** A number given outright, or one of the limits the county dates itself. */
const amount = z.union([z.int().min(0).max(1_000_000), z.strictObject({ limit: registerId })]);
export type Amount = z.infer<typeof amount>;

const field = registerId;
const leaf = <const Is extends string, Shape extends z.ZodRawShape>(is: Is, shape: Shape) =>
  z.strictObject({ is: z.literal(is), field, ...shape });

const allOf = z.strictObject({
  is: z.literal('all'),
  get of() {
    return z.array(condition).min(1).max(50);
  },
});
const anyOf = z.strictObject({
  is: z.literal('any'),
  get of() {
    return z.array(condition).min(1).max(50);
  },
});
const notOf = z.strictObject({
  is: z.literal('not'),
  get of() {
    return condition;
  },
});

/**
 * 条件 — the only language of a register: what holds of a record on a day. `set` and `empty` ask whether a field was reported at all; of any other
 * node a field not reported makes the answer unknown. Days: `reached` day ≤ on, `past` day + days < on, `within` on ≤ day ≤ on + days, `beyond` day > on + days,
 * `before` and `after` another day. Numbers: `least` ≥, `most` ≤.
 */
export const condition = z.discriminatedUnion('is', [
  leaf('set', {}),
  leaf('empty', {}),
  leaf('yes', {}),
  leaf('no', {}),
  leaf('complete', {}),
  leaf('reached', {}),
  leaf('among', { options: z.array(registerId).min(1).max(100) }),
  leaf('least', { than: amount }),
  leaf('most', { than: amount }),
  leaf('past', { days: amount }),
  leaf('within', { days: amount }),
  leaf('beyond', { days: amount }),
  leaf('before', { other: registerId }),
  leaf('after', { other: registerId }),
  allOf,
  anyOf,
  notOf,
]);
export type Condition = z.infer<typeof condition>;

/** Most nodes of all conditions of a register together. */
export const mostNodes = 200;

/** A condition with all within it, outermost first. */
export function nodesOf(one: Condition): Condition[] {
  if (one.is === 'not') return [one, ...nodesOf(one.of)];
  return one.is === 'all' || one.is === 'any' ? [one, ...one.of.flatMap(nodesOf)] : [one];
}
