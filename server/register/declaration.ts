import { z } from '@hono/zod-openapi';
import { type Condition, condition, mostNodes, nodesOf, registerId } from './condition.ts';

const text = z.strictObject({ zh: z.string().min(1).max(60), en: z.string().min(1).max(80) });
const sentence = z.strictObject({ zh: z.string().min(1).max(120), en: z.string().min(1).max(240) });
const option = z.strictObject({ id: registerId, title: text });
const options = z.array(option).min(1).max(100);

/** 类型 — what a field holds, and what its kind needs to be read, checked and worked out. */
const kind = z.discriminatedUnion('is', [
  /** A text of at most so many characters. */
  z.strictObject({ is: z.literal('text'), most: z.int().min(1).max(2000) }),
  /** A calendar day; `done`: the day something was done, never one to come. */
  z.strictObject({ is: z.literal('day'), done: z.boolean() }),
  z.strictObject({ is: z.literal('flag') }),
  z.strictObject({ is: z.literal('choice'), options }),
  /** A whole number from `least` to `most`, in `unit`. */
  z.strictObject({ is: z.literal('whole'), least: z.int(), most: z.int(), unit: text }),
  /** Money, in fen. */
  z.strictObject({ is: z.literal('money') }),
  /** Items each there or not. */
  z.strictObject({ is: z.literal('checklist'), items: options }),
  /** A day worked out from another: so many months later, or earlier where negative; `years` names a field that holds them. */
  z.strictObject({
    is: z.literal('worked-day'),
    from: registerId,
    plus: z.union([
      z.strictObject({ years: registerId }),
      z.strictObject({ months: z.int().min(-600).max(600) }),
      z.strictObject({ monthsBefore: z.strictObject({ limit: registerId }) }),
      z.strictObject({ monthsAfter: z.strictObject({ limit: registerId }) }),
    ]),
  }),
]);
export type FieldKind = z.infer<typeof kind>;

const field = z.strictObject({
  title: text,
  /** Words a ledger may call it by, beside its title. */
  headers: z.array(z.string().min(1).max(60)).max(20),
  kind,
  /** Must be filled in. */
  needed: z.boolean(),
});

const check = z.discriminatedUnion('is', [
  /** A day not before, or not after, another of the record. */
  z.strictObject({ is: z.enum(['not-before', 'not-after']), field: registerId, other: registerId }),
  /** A field that must be filled in where a condition holds. */
  z.strictObject({ is: z.literal('needed'), field: registerId, when: condition }),
]);

const state = z.strictObject({
  id: registerId,
  title: text,
  lamp: z.enum(['done', 'good', 'steady', 'near', 'late', 'overdue', 'outside']),
  letter: z.strictObject({ zh: z.string().length(1), en: z.string().length(1) }),
  when: condition,
  /** Why a record is in it: a sentence with `{fields}` of the record. */
  why: sentence,
});

const shape = z.strictObject({
  id: registerId,
  title: text,
  /** Name of its ledger, by which a file is known. */
  ledger: text,
  /** What a record is about: a level of the tree of places, or a unit. */
  about: z.enum(['village', 'town', 'county', 'unit']),
  fields: z.record(registerId, field).refine((fields) => Object.keys(fields).length <= 60),
  /** What a county begins with; it dates its own. Days, months or counts. */
  limits: z.record(registerId, z.int().min(0).max(10_000)),
  /** The first that holds is a record's; where that cannot be known, it is as good as not reported. */
  states: z.array(state).min(1).max(12),
  checks: z.array(check).max(40),
  /** Share of those in these states, of all that are not outside. */
  goal: z.strictObject({ states: z.array(registerId).min(1), target: z.number().min(0).max(1) }),
});

/** What a condition asks of the kind of its field. */
const asksOf: Record<Condition['is'], FieldKind['is'][] | null> = {
  set: null,
  empty: null,
  yes: ['flag'],
  no: ['flag'],
  complete: ['checklist'],
  among: ['choice'],
  least: ['whole', 'money'],
  most: ['whole', 'money'],
  ...{ reached: ['day', 'worked-day'], past: ['day', 'worked-day'], within: ['day', 'worked-day'] },
  ...{ beyond: ['day', 'worked-day'], before: ['day', 'worked-day'], after: ['day', 'worked-day'] },
  all: null,
  any: null,
  not: null,
};
const isDay = (one: FieldKind | undefined) => one?.is === 'day' || one?.is === 'worked-day';

type Shape = z.infer<typeof shape>;

/** 台账定义 — what does not hold together in a definition: the part, and the name or kind that is wrong. Nothing wrong: an empty list. */
function faultsWithin({ fields, limits, states, checks, goal }: Shape): { part: string; what: string }[] {
  const kindOf = (id: string) => (Object.hasOwn(fields, id) ? fields[id]?.kind : undefined);
  const limitFault = (part: string, id: string) => (Object.hasOwn(limits, id) ? [] : [{ part, what: id }]);
  const ofNode = (part: string, one: Condition): { part: string; what: string }[] => {
    if (one.is === 'all' || one.is === 'any' || one.is === 'not') return [];
    const found = kindOf(one.field);
    const asked = asksOf[one.is];
    if (found === undefined || (asked !== null && !asked.includes(found.is))) return [{ part, what: one.field }];
    if (one.is === 'among' && found.is === 'choice')
      return one.options.filter((id) => !found.options.some((own) => own.id === id)).map((what) => ({ part, what }));
    if ((one.is === 'before' || one.is === 'after') && !isDay(kindOf(one.other))) return [{ part, what: one.other }];
    const amounts = 'than' in one ? [one.than] : 'days' in one ? [one.days] : [];
    return amounts.flatMap((own) => (typeof own === 'object' ? limitFault(part, own.limit) : []));
  };
  const conditions = [
    ...states.map(({ id, when }) => ({ part: `states.${id}`, when })),
    ...checks.flatMap((one, at) => (one.is === 'needed' ? [{ part: `checks.${at}`, when: one.when }] : [])),
  ];
  const nodes = conditions.flatMap(({ part, when }) => nodesOf(when).map((node) => ({ part, node })));
  return [
    ...(nodes.length > mostNodes ? [{ part: 'states', what: String(nodes.length) }] : []),
    ...nodes.flatMap(({ part, node }) => ofNode(part, node)),
    ...states.flatMap(({ id }, at) =>
      states.findIndex((one) => one.id === id) < at || id === 'silent' ? [{ part: `states.${at}`, what: id }] : [],
    ),
    ...states.flatMap(({ id, why }) =>
      [...`${why.zh}${why.en}`.matchAll(/\{(\w+)/g)].flatMap(([, name = '']) =>
        kindOf(name) || Object.hasOwn(limits, name) ? [] : [{ part: `states.${id}.why`, what: name }],
      ),
    ),
    ...checks.flatMap((one, at) => {
      const named = one.is === 'needed' ? [] : [one.field, one.other].filter((id) => !isDay(kindOf(id)));
      const unknown = kindOf(one.field) ? [] : [one.field];
      return [...new Set([...named, ...unknown])].map((what) => ({ part: `checks.${at}`, what }));
    }),
    ...goal.states.filter((id) => !states.some((one) => one.id === id)).map((what) => ({ part: 'goal', what })),
    ...Object.entries(fields).flatMap(([id, { kind: own }]) => (own.is === 'worked-day' ? workedFaults(id, own) : [])),
  ];

  /** A day is worked out from a day that is not, in the end, worked out from it. */
  function workedFaults(id: string, { from, plus }: Extract<FieldKind, { is: 'worked-day' }>) {
    const part = `fields.${id}`;
    const seen = new Set([id]);
    for (let at: string | null = from; at !== null; ) {
      const own = kindOf(at);
      if (!isDay(own) || seen.has(at)) return [{ part, what: at }];
      seen.add(at);
      at = own?.is === 'worked-day' ? own.from : null;
    }
    if ('years' in plus)
      return ['whole', 'choice'].includes(kindOf(plus.years)?.is ?? '') ? [] : [{ part, what: plus.years }];
    if ('months' in plus) return [];
    return limitFault(part, 'monthsBefore' in plus ? plus.monthsBefore.limit : plus.monthsAfter.limit);
  }
}

/** 台账 — a register as data: it survives JSON, and what does not hold together is refused with the part that is wrong. */
export const registerSchema = shape.superRefine((one, refused) => {
  for (const { part, what } of faultsWithin(one))
    refused.addIssue({ code: 'custom', path: part.split('.'), message: `${part}: ${what}` });
});
export type Register = Shape;
export type RegisterState = z.infer<typeof state>;
