import { sayTheSame } from '../../change/same/rules.ts';

/** 表单内容 — what a form holds, by field. */
export type FormValues = object;

/**
 * The single fields of a form by their path: `stage`, `items.hall`, `milestones.start.doneOn`. Entries of a list that have a `key` are fields of
 * their own; any other list is one field. What is absent reads as null.
 */
export function leavesOf(values: FormValues): Map<string, unknown> {
  const leaves = new Map<string, unknown>();
  const walk = (path: string, value: unknown) => {
    const inner = innerOf(value);
    if (inner === null) leaves.set(path, value ?? null);
    else for (const [name, one] of inner) walk(path === '' ? name : `${path}.${name}`, one);
  };
  walk('', values);
  return leaves;
}

/** The same form with one field set; the others are left as they stand. */
export function withLeaf<Values extends FormValues>(values: Values, path: string, leaf: unknown): Values {
  return set(values, path.split('.'), leaf) as Values;
}

/** The same form with several fields set, by their paths. */
export function withLeaves<Values extends FormValues>(values: Values, leaves: Record<string, unknown>): Values {
  return Object.entries(leaves).reduce((one, [path, leaf]) => withLeaf(one, path, leaf), values);
}

/** The value at a path, in lists without keys by their place from 0; null where there is none. */
export function leafOf(values: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (inner, name) => (isListed(inner) ? inner[Number(name)] : innerOf(inner)?.get(name)) ?? null,
      values,
    );
}

/** 改动 — paths of the fields that differ, in the order of the form. */
export function changedFields(before: FormValues, after: FormValues): string[] {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((path) => !sayTheSame(old.get(path), now.get(path)));
}

const isListed = (value: unknown): value is unknown[] => Array.isArray(value) && !isKeyed(value);
const isFields = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a list's entries are distinguished by a key of their own. */
export const isKeyed = (value: unknown): value is { key: string }[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one) => isFields(one) && 'key' in one && typeof one.key === 'string');

/** What a value holds by name: the fields of an object, the entries of a list with keys; null for anything else. */
export function innerOf(value: unknown): Map<string, unknown> | null {
  if (isKeyed(value)) return new Map(value.map(({ key, ...rest }) => [key, rest]));
  return isFields(value) ? new Map(Object.entries(value)) : null;
}

function set(value: unknown, [name = '', ...rest]: string[], leaf: unknown): unknown {
  const put = (inner: unknown) => (rest.length === 0 ? leaf : set(inner, rest, leaf));
  if (isKeyed(value)) return setEntry(value, name, put);
  if (isListed(value)) return value.map((one, at) => (at === Number(name) ? put(one) : one));
  const inner = innerOf(value) ?? new Map<string, unknown>();
  return Object.fromEntries(new Map([...inner, [name, put(inner.get(name))]]));
}

/** A list with keys with one entry as put: an unknown one is added, one put to null is taken out. */
function setEntry(entries: { key: string }[], name: string, put: (inner: unknown) => unknown): unknown {
  const entry = put(entries.find(({ key }) => key === name) ?? {});
  if (entry === null) return entries.filter(({ key }) => key !== name);
  const now = { ...(entry as object), key: name };
  return entries.some(({ key }) => key === name)
    ? entries.map((one) => (one.key === name ? now : one))
    : [...entries, now];
}
