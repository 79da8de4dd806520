import { daysBetween } from '../calendar/rules.ts';
import type { LocalDate } from '../rights/view.ts';
import type { Fault } from '../save/rules.ts';
import { doneDayFaults, isRealDay, textFaults } from '../save/rules.ts';
import type { Amount, Condition } from './condition.ts';
import type { FieldKind, Register, RegisterState } from './declaration.ts';

/** What a field holds: text, day, option and worked-out day as text, money in fen, a checklist by item; null: not reported. */
export type FieldValue = string | number | boolean | Record<string, boolean> | null;
export type RecordValues = Record<string, FieldValue>;

/** What a record is judged by beside its values. */
export interface Judging {
  on: LocalDate;
  /** The limits in force on the day. */
  limits: Record<string, number>;
}

/** A day so many months later, or earlier; the last of the month where that month is shorter. */
export function monthsAfter(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const at = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(at / 12), at - Math.floor(at / 12) * 12];
  const last = new Date(Date.UTC(toYear, toMonth + 1, 0)).getUTCDate();
  return new Date(Date.UTC(toYear, toMonth, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The value of a field, worked out where it is; null where that cannot be. */
export function fieldValue(
  register: Register,
  values: RecordValues,
  id: string,
  limits: Judging['limits'],
): FieldValue {
  const kind = register.fields[id]?.kind;
  if (kind?.is !== 'worked-day') return Object.hasOwn(values, id) ? (values[id] ?? null) : null;
  const from = fieldValue(register, values, kind.from, limits);
  if (typeof from !== 'string' || !isRealDay(from)) return null;
  const months = monthsOf(register, values, kind.plus, limits);
  return months === null ? null : monthsAfter(from, months);
}

function monthsOf(
  register: Register,
  values: RecordValues,
  plus: Extract<FieldKind, { is: 'worked-day' }>['plus'],
  limits: Judging['limits'],
): number | null {
  if ('months' in plus) return plus.months;
  if ('monthsBefore' in plus) return -(limits[plus.monthsBefore.limit] ?? 0);
  if ('monthsAfter' in plus) return limits[plus.monthsAfter.limit] ?? 0;
  const years = fieldValue(register, values, plus.years, limits);
  // An option that stands for years is named for them: y5.
  const count = typeof years === 'string' ? Number(/\d+$/.exec(years)?.[0]) : years;
  return typeof count === 'number' && Number.isInteger(count) ? count * 12 : null;
}

/** Whether a condition holds of a record on a day: true, false, or null where that cannot be known. Source: Kleene's three-valued logic. */
export function holds(one: Condition, of: Register, values: RecordValues, by: Judging): boolean | null {
  if (one.is === 'all' || one.is === 'any') {
    const ends = one.is === 'any';
    let known: boolean | null = !ends;
    for (const inner of one.of) {
      const met = holds(inner, of, values, by);
      if (met === ends) return ends;
      if (met === null) known = null;
    }
    return known;
  }
  if (one.is === 'not') {
    const met = holds(one.of, of, values, by);
    return met === null ? null : !met;
  }
  const value = fieldValue(of, values, one.field, by.limits);
  if (one.is === 'set') return !isEmpty(value);
  if (one.is === 'empty') return isEmpty(value);
  return isEmpty(value) ? null : holdsOf(one, value, of, values, by);
}

const isEmpty = (value: FieldValue) => value === null || (typeof value === 'string' && value.trim() === '');

type Leaf = Exclude<Condition, { is: 'all' | 'any' | 'not' | 'set' | 'empty' }>;

function holdsOf(one: Leaf, value: FieldValue, of: Register, values: RecordValues, by: Judging): boolean | null {
  if (one.is === 'yes' || one.is === 'no') return typeof value === 'boolean' ? value === (one.is === 'yes') : null;
  if (one.is === 'complete') return isComplete(of.fields[one.field]?.kind, value);
  if (one.is === 'among') return typeof value === 'string' ? one.options.includes(value) : null;
  if (one.is === 'least' || one.is === 'most') {
    const than = amountOf(one.than, by);
    if (typeof value !== 'number' || than === null) return null;
    return one.is === 'least' ? value >= than : value <= than;
  }
  if (typeof value !== 'string' || !isRealDay(value)) return null;
  if (one.is === 'reached') return value <= by.on;
  if (one.is === 'before' || one.is === 'after') {
    const other = fieldValue(of, values, one.other, by.limits);
    if (typeof other !== 'string' || !isRealDay(other)) return null;
    return one.is === 'before' ? value < other : value > other;
  }
  const days = amountOf(one.days, by);
  if (days === null) return null;
  const ahead = daysBetween(by.on, value);
  if (one.is === 'past') return ahead < -days;
  return one.is === 'within' ? ahead >= 0 && ahead <= days : ahead > days;
}

/** All items there; unknown while one is left blank and none is lacking. */
function isComplete(kind: FieldKind | undefined, value: FieldValue): boolean | null {
  if (kind?.is !== 'checklist' || typeof value !== 'object' || value === null) return null;
  const said = kind.items.map(({ id }) => (Object.hasOwn(value, id) ? value[id] : undefined));
  if (said.includes(false)) return false;
  return said.includes(undefined) ? null : true;
}

function amountOf(amount: Amount, { limits }: Judging): number | null {
  if (typeof amount === 'number') return amount;
  return Object.hasOwn(limits, amount.limit) ? (limits[amount.limit] ?? null) : null;
}

/** The state of a record on a day: the first that holds; null — as good as not reported — where none does, or one before it cannot be known. */
export function stateOf(register: Register, values: RecordValues | null, by: Judging): RegisterState | null {
  if (values === null) return null;
  for (const state of register.states) {
    const met = holds(state.when, register, values, by);
    if (met === true) return state;
    if (met === null) return null;
  }
  return null;
}

/** 台账填报检查 — what is wrong with a record as filled in on the day `today`. */
export function recordFaults(register: Register, values: RecordValues, { on: today, limits }: Judging): Fault[] {
  const known = (id: string) => fieldValue(register, values, id, limits);
  return [
    ...Object.keys(values)
      .filter((id) => !Object.hasOwn(register.fields, id) || register.fields[id]?.kind.is === 'worked-day')
      .map((field): Fault => ({ field, code: 'item-unknown' })),
    ...Object.entries(register.fields).flatMap(([id, { kind, needed }]): Fault[] => {
      const value = kind.is === 'worked-day' ? null : known(id);
      if (isEmpty(value)) return needed ? [{ field: id, code: 'missing' }] : [];
      return valueFaults(id, kind, value, today);
    }),
    ...register.checks.flatMap((check): Fault[] => {
      const value = known(check.field);
      if (check.is === 'needed')
        return isEmpty(value) && holds(check.when, register, values, { on: today, limits }) === true
          ? [{ field: check.field, code: 'missing' }]
          : [];
      const other = known(check.other);
      if (typeof value !== 'string' || typeof other !== 'string') return [];
      if (check.is === 'not-before')
        return value < other ? [{ field: check.field, code: 'day-before', value: other }] : [];
      return value > other ? [{ field: check.field, code: 'day-after', value: other }] : [];
    }),
  ];
}

function valueFaults(field: string, kind: FieldKind, value: FieldValue, today: LocalDate): Fault[] {
  switch (kind.is) {
    case 'text':
      return typeof value === 'string' ? textFaults(field, value, kind.most) : [{ field, code: 'item-unknown' }];
    case 'day':
      if (typeof value !== 'string' || !isRealDay(value)) return [{ field, code: 'day-not-real' }];
      return kind.done ? doneDayFaults(field, value, today) : [];
    case 'flag':
      return typeof value === 'boolean' ? [] : [{ field, code: 'item-unknown' }];
    case 'choice':
      return kind.options.some(({ id }) => id === value) ? [] : [{ field, code: 'item-unknown' }];
    case 'whole':
      return Number.isInteger(value) && Number(value) >= kind.least && Number(value) <= kind.most
        ? []
        : [{ field, code: 'number-out', value: `${kind.least}–${kind.most}` }];
    case 'money':
      return Number.isSafeInteger(value) && Number(value) >= 0 ? [] : [{ field, code: 'money-malformed' }];
    case 'checklist': {
      const items = typeof value === 'object' && value !== null ? Object.entries(value) : [['', '']];
      return items.every(([id, has]) => typeof has === 'boolean' && kind.items.some((one) => one.id === id))
        ? []
        : [{ field, code: 'item-unknown' }];
    }
    default:
      return [];
  }
}
