import type { Text } from '../words/text.ts';
import type { Amount, Condition } from './condition.ts';
import { type FieldKind, type Register, type RegisterState, registerSchema } from './declaration.ts';

/** A field as a shipped register declares it, with its kind in its type. */
export interface Declared<Kind extends FieldKind['is'] = FieldKind['is']> {
  is: Kind;
  title: Text;
  kind: FieldKind;
  headers: string[];
  needed: boolean;
}
interface More {
  /** Other words a ledger calls it by. */
  headers?: string[];
  needed?: boolean;
}

const declared = <Kind extends FieldKind['is']>(
  [zh, en]: readonly [string, string],
  kind: FieldKind & { is: Kind },
  { headers = [], needed = false }: More = {},
): Declared<Kind> => ({ is: kind.is, title: { zh, en }, kind, headers, needed });

/** Options or items by their ids. */
type Named = Record<string, readonly [string, string]>;
const named = (options: Named) => Object.entries(options).map(([id, [zh, en]]) => ({ id, title: { zh, en } }));

export const text = (zh: string, en: string, { most = 200, ...more }: More & { most?: number } = {}) =>
  declared([zh, en], { is: 'text', most }, more);
/** `done`: the day something was done, never one to come. */
export const day = (zh: string, en: string, { done = false, ...more }: More & { done?: boolean } = {}) =>
  declared([zh, en], { is: 'day', done }, more);
export const flag = (zh: string, en: string, more?: More) => declared([zh, en], { is: 'flag' }, more);
export const choice = (zh: string, en: string, options: Named, more?: More) =>
  declared([zh, en], { is: 'choice', options: named(options) }, more);
export const whole = (
  zh: string,
  en: string,
  { least = 0, most = 1_000_000, unit, ...more }: More & { least?: number; most?: number; unit: [string, string] },
) => declared([zh, en], { is: 'whole', least, most, unit: { zh: unit[0], en: unit[1] } }, more);
export const money = (zh: string, en: string, more?: More) => declared([zh, en], { is: 'money' }, more);
export const checklist = (zh: string, en: string, items: Named, more?: More) =>
  declared([zh, en], { is: 'checklist', items: named(items) }, more);
type Plus = Extract<FieldKind, { is: 'worked-day' }>['plus'];
export const workedDay = (zh: string, en: string, from: string, plus: Plus) =>
  declared([zh, en], { is: 'worked-day', from, plus });

type Fields = Record<string, Declared>;
/** A number, or the name of one of the register's limits. */
type Of<Limit extends string> = number | Limit;

/** What can be asked of any field. */
interface AnyAsked {
  isSet: Condition;
  isEmpty: Condition;
}
interface DayAsked<Fs extends Fields, Limit extends string> extends AnyAsked {
  isReached: Condition;
  isPast(days?: Of<Limit>): Condition;
  isWithin(days: Of<Limit>): Condition;
  isBeyond(days: Of<Limit>): Condition;
  isBefore(other: DaysOf<Fs>): Condition;
  isAfter(other: DaysOf<Fs>): Condition;
  notBefore(other: DaysOf<Fs>): Register['checks'][number];
  notAfter(other: DaysOf<Fs>): Register['checks'][number];
}
type DaysOf<Fs extends Fields> = {
  [Id in keyof Fs & string]: Fs[Id]['is'] extends 'day' | 'worked-day' ? Id : never;
}[keyof Fs & string];
interface NumberAsked<Limit extends string> extends AnyAsked {
  isLeast(than: Of<Limit>): Condition;
  isMost(than: Of<Limit>): Condition;
}
interface Asks<Fs extends Fields, Limit extends string> {
  text: AnyAsked;
  day: DayAsked<Fs, Limit>;
  'worked-day': DayAsked<Fs, Limit>;
  flag: AnyAsked & { isYes: Condition; isNo: Condition };
  choice: AnyAsked & { isAmong(...options: string[]): Condition };
  whole: NumberAsked<Limit>;
  money: NumberAsked<Limit>;
  checklist: AnyAsked & { isComplete: Condition };
}
type AskedOf<Fs extends Fields, Limit extends string> = {
  [Id in keyof Fs]: Asks<Fs, Limit>[Fs[Id]['is']] & { neededWhen(when: Condition): Register['checks'][number] };
};

export const all = (...of: Condition[]): Condition => ({ is: 'all', of });
export const any = (...of: Condition[]): Condition => ({ is: 'any', of });
export const not = (of: Condition): Condition => ({ is: 'not', of });

type Lamp = RegisterState['lamp'];
/** A state: its words, its lamp, its letter in both languages, when it holds, and why in one sentence. */
export const state = (
  id: string,
  [zh, en]: [string, string],
  [lamp, letter]: [Lamp, [string, string]],
  when: Condition,
  why: [string, string],
): RegisterState => ({
  ...{ id, title: { zh, en }, lamp, letter: { zh: letter[0], en: letter[1] }, when },
  why: { zh: why[0], en: why[1] },
});

interface Definition<Fs extends Fields, Limit extends string> {
  id: string;
  title: [string, string];
  ledger: [string, string];
  about: Register['about'];
  fields: Fs;
  limits: Record<Limit, number>;
  states(fields: AskedOf<Fs, Limit>): RegisterState[];
  checks?(fields: AskedOf<Fs, Limit>): Register['checks'];
  goal: Register['goal'];
}

function askOf(field: string) {
  const amount = (given: number | string): Amount => (typeof given === 'number' ? given : { limit: given });
  const plain = (is: 'set' | 'empty' | 'yes' | 'no' | 'complete' | 'reached'): Condition => ({ is, field });
  const days =
    (is: 'past' | 'within' | 'beyond') =>
    (given: number | string = 0) => ({ is, field, days: amount(given) });
  const number = (is: 'least' | 'most') => (given: number | string) => ({ is, field, than: amount(given) });
  return {
    ...{ isSet: plain('set'), isEmpty: plain('empty'), isYes: plain('yes'), isNo: plain('no') },
    ...{ isComplete: plain('complete'), isReached: plain('reached') },
    ...{ isPast: days('past'), isWithin: days('within'), isBeyond: days('beyond') },
    ...{ isLeast: number('least'), isMost: number('most') },
    isBefore: (other: string) => ({ is: 'before', field, other }) as const,
    isAfter: (other: string) => ({ is: 'after', field, other }) as const,
    notBefore: (other: string) => ({ is: 'not-before', field, other }) as const,
    notAfter: (other: string) => ({ is: 'not-after', field, other }) as const,
    isAmong: (...options: string[]) => ({ is: 'among', field, options }) as const,
    neededWhen: (when: Condition) => ({ is: 'needed', field, when }) as const,
  };
}

/** 台账定义 — a shipped register: a wrong field, a condition of the wrong kind or an unknown limit does not compile, and what does not hold together is refused when it is loaded. */
export function defineRegister<Fs extends Fields, Limit extends string>(given: Definition<Fs, Limit>): Register {
  const fields: Register['fields'] = {};
  const asked: Record<string, ReturnType<typeof askOf>> = {};
  for (const [id, { is: _is, ...one }] of Object.entries(given.fields)) {
    fields[id] = one;
    asked[id] = askOf(id);
  }
  const of = asked as unknown as AskedOf<Fs, Limit>;
  const [title, ledger] = [given.title, given.ledger].map(([zh, en]) => ({ zh, en }));
  return registerSchema.parse({
    ...{ id: given.id, title, ledger, about: given.about, fields, limits: given.limits },
    ...{ states: given.states(of), checks: given.checks?.(of) ?? [], goal: given.goal },
  });
}
