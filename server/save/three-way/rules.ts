import { sayTheSame } from '../../change/same/rules.ts';
import { innerOf, isKeyed } from '../leaves/rules.ts';

/** One field two people changed: what both began with, and what each made of it. Null stands for an absent one. */
export interface Conflict {
  path: string;
  known: unknown;
  mine: unknown;
  theirs: unknown;
}

/** What came of laying one person's form against another's. */
export interface Met<Values> {
  /** All values together; where both changed a field differently, one's own. */
  merged: Values;
  conflicts: Conflict[];
  /** Paths taken over, wholly or in part, because the other changed them. */
  taken: string[];
}

/**
 * Lays `mine` against `theirs`; `known` is what both began with. Fields of objects and of lists with keys are met one by one, and so are entries
 * of a list that all three have with the same names in the same order; any other list is one field.
 */
export function meet<Values>(known: unknown, mine: Values, theirs: unknown): Met<Values> {
  return meetAt('', known, mine, theirs) as Met<Values>;
}

function meetAt(path: string, known: unknown, mine: unknown, theirs: unknown): Met<unknown> {
  if (sayTheSame(mine, theirs) || sayTheSame(known, theirs)) return { merged: mine, conflicts: [], taken: [] };
  if (sayTheSame(known, mine)) return { merged: theirs, conflicts: [], taken: pathsIn(path, known, theirs) };
  const [before, own, other] = [innerOf(known), innerOf(mine), innerOf(theirs)];
  if (before && own && other) return meetEach(path, before, own, other, isKeyed(mine));
  return (
    meetEntries(path, known, mine, theirs) ?? {
      merged: mine,
      conflicts: [{ path, known: known ?? null, mine: mine ?? null, theirs: theirs ?? null }],
      taken: [],
    }
  );
}

/** 字段 — by name, since a form may be sent names that every object answers to. */
type Inner = Map<string, unknown>;

function meetEach(path: string, before: Inner, own: Inner, other: Inner, keyed: boolean): Met<unknown> {
  const met = [...new Set([...own.keys(), ...other.keys()])].map(
    (name) => [name, meetAt(under(path, name), before.get(name), own.get(name), other.get(name))] as const,
  );
  const merged = met.flatMap(([name, { merged: value }]) => (value === undefined ? [] : [[name, value] as const]));
  return {
    merged: keyed ? merged.map(([key, one]) => ({ ...(one as object), key })) : Object.fromEntries(merged),
    conflicts: met.flatMap(([, one]) => one.conflicts),
    taken: met.flatMap(([, one]) => one.taken),
  };
}

/** Lists whose entries are still the same ones, entry by entry; null where they are not, or two changed one field of an entry. */
function meetEntries(path: string, known: unknown, mine: unknown, theirs: unknown): Met<unknown> | null {
  if (!Array.isArray(known) || !Array.isArray(mine) || !Array.isArray(theirs)) return null;
  if (mine.length === 0 || !areSame(known, mine, theirs)) return null;
  const met = mine.map((one, at) => meetAt(path, known[at], one, theirs[at]));
  if (met.some(({ conflicts }) => conflicts.length > 0)) return null;
  return { merged: met.map(({ merged }) => merged), conflicts: [], taken: [path] };
}

/** 改动 — the fields that differ, each by its path with what it is `now`; a list without keys is one field. */
export function changedFields(before: unknown, now: unknown, path = ''): Map<string, unknown> {
  if (sayTheSame(before, now)) return new Map();
  const [old, inner] = [innerOf(before), innerOf(now)];
  if (!old || !inner) return new Map([[path, now ?? null]]);
  return new Map(
    [...new Set([...old.keys(), ...inner.keys()])].flatMap((name) => [
      ...changedFields(old.get(name), inner.get(name), under(path, name)),
    ]),
  );
}

const pathsIn = (path: string, before: unknown, now: unknown) => [...changedFields(before, now, path).keys()];
const under = (path: string, name: string) => (path === '' ? name : `${path}.${name}`);

/** Whether three lists have the same entries in the same order, by the code or the words that tell them apart. */
function areSame(known: unknown[], mine: unknown[], theirs: unknown[]): boolean {
  const nameOf = (entry: unknown) => innerOf(entry)?.get('code') ?? innerOf(entry)?.get('text') ?? null;
  return (
    known.length === mine.length &&
    mine.length === theirs.length &&
    known.every((entry, at) => {
      const name = nameOf(entry);
      return name !== null && name === nameOf(mine[at]) && name === nameOf(theirs[at]);
    })
  );
}
