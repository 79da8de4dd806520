import { createHash } from 'node:crypto';
import { sayTheSame } from '../change/record-reports.ts';
import { rowText } from '../db/chain.ts';

type Fields = Record<string, unknown>;
type Keyed = { key: string } & Fields;

/** The hash a record is known by: the first 32 hex digits of SHA-256 over its text, the same whatever the order of its keys. */
export function baseOf(values: object): string {
  return createHash('sha256')
    .update(rowText(inOrder(values) as object))
    .digest('hex')
    .slice(0, 32);
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isFields(value)) return value;
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, inner]) => [name, inOrder(inner)]));
}

/** What came of laying one person's form against another's: all values together, and the paths both changed differently. */
export interface Met {
  merged: unknown;
  conflicts: string[];
}

/**
 * Lays `mine` against `theirs`; `known` is what both began with. Fields of objects and of lists with keys are met one by one, and so are entries
 * of a list that all three have with the same names in the same order; any other list is one field.
 */
export function meet(known: unknown, mine: unknown, theirs: unknown, path = ''): Met {
  if (same(mine, theirs) || same(known, theirs)) return { merged: mine, conflicts: [] };
  if (same(known, mine)) return { merged: theirs, conflicts: [] };
  const [before, own, other] = [innerOf(known), innerOf(mine), innerOf(theirs)];
  if (before && own && other) return meetEach(before, own, other, { path, keyed: isKeyed(mine) });
  if (Array.isArray(known) && Array.isArray(mine) && Array.isArray(theirs)) {
    const entries = areSame(known, mine, theirs) ? mine : [];
    const met = entries.map((one, at) => meet(known[at], one, theirs[at], path));
    if (met.length > 0 && met.every(({ conflicts }) => conflicts.length === 0))
      return { merged: met.map(({ merged }) => merged), conflicts: [] };
  }
  return { merged: mine, conflicts: [path] };
}

/** 字段 — by name, since a form may be sent names that every object answers to. */
type Inner = Map<string, unknown>;

function meetEach(before: Inner, own: Inner, other: Inner, { path, keyed }: { path: string; keyed: boolean }): Met {
  const conflicts: string[] = [];
  const merged = new Map<string, unknown>();
  for (const name of new Set([...own.keys(), ...other.keys()])) {
    const met = meet(before.get(name), own.get(name), other.get(name), path === '' ? name : `${path}.${name}`);
    conflicts.push(...met.conflicts);
    if (met.merged !== undefined) merged.set(name, met.merged);
  }
  return {
    merged: keyed ? [...merged].map(([key, one]) => ({ ...(one as Fields), key })) : Object.fromEntries(merged),
    conflicts,
  };
}

/** 改动 — the fields that differ, each by its path with what it is `now`; a list without keys is one field. */
export function changedFields(before: unknown, now: unknown, path = ''): Map<string, unknown> {
  if (same(before, now)) return new Map();
  const [old, inner] = [innerOf(before), innerOf(now)];
  if (!old || !inner) return new Map([[path, now ?? null]]);
  return new Map(
    [...new Set([...old.keys(), ...inner.keys()])].flatMap((name) => [
      ...changedFields(old.get(name), inner.get(name), path === '' ? name : `${path}.${name}`),
    ]),
  );
}

/** Whether three lists have the same entries in the same order, by the code or the words that tell them apart. */
function areSame(known: unknown[], mine: unknown[], theirs: unknown[]): boolean {
  const nameOf = (entry: unknown) => (isFields(entry) ? (entry.code ?? entry.text ?? null) : null);
  return (
    known.length === mine.length &&
    mine.length === theirs.length &&
    known.every((entry, at) => {
      const name = nameOf(entry);
      return name !== null && name === nameOf(mine[at]) && name === nameOf(theirs[at]);
    })
  );
}

const same = (one: unknown, other: unknown) => sayTheSame(one ?? null, other ?? null);
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isKeyed = (value: unknown): value is Keyed[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => isFields(one) && typeof one.key === 'string');

function innerOf(value: unknown): Inner | null {
  if (isKeyed(value)) return new Map(value.map(({ key, ...rest }) => [key, rest]));
  return isFields(value) ? new Map(Object.entries(value)) : null;
}
