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

/** The value at a path, in lists without keys by their place from 0; null where there is none. */
export function leafOf(values: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (inner, name) =>
        (isListed(inner) ? inner[Number(name)] : innerOf(inner)?.find(([one]) => one === name)?.[1]) ?? null,
      values,
    );
}

/** 改动 — paths of the fields that differ, in the order of the form. */
export function changedFields(before: FormValues, after: FormValues): string[] {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((path) => !isSame(old.get(path), now.get(path)));
}

/** Whether two values say the same; absent is the same as null. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

const isListed = (value: unknown): value is unknown[] => Array.isArray(value) && !isKeyed(value);
type Keyed = { key: string };
const isKeyed = (value: unknown): value is Keyed[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'object' && one && 'key' in one);

function innerOf(value: unknown): [string, unknown][] | null {
  if (isKeyed(value)) return value.map(({ key, ...rest }) => [key, rest]);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : null;
}

function set(value: unknown, [name = '', ...rest]: string[], leaf: unknown): unknown {
  const put = (inner: unknown) => (rest.length === 0 ? leaf : set(inner, rest, leaf));
  if (isKeyed(value)) return value.map((one) => (one.key === name ? { ...(put(one) as object), key: one.key } : one));
  if (isListed(value)) return value.map((one, at) => (at === Number(name) ? put(one) : one));
  const inner = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return { ...inner, [name]: put(inner[name]) };
}
