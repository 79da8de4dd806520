import { type FormValues, isSame, leavesOf, withLeaf } from '../../server/save/leaves/rules.ts';

/** One field two people changed: what it was, and what each made of it. */
export interface Conflict {
  path: string;
  known: unknown;
  mine: unknown;
  theirs: unknown;
}

/** Whose value a field is to have. */
export type Choice = 'mine' | 'theirs';

/** What came of two people's saving: the form with what only the other changed taken over, and what is left to choose. */
export interface Meeting<Values> {
  merged: Values;
  conflicts: Conflict[];
  /** Paths taken over because only the other changed them. */
  taken: string[];
}

/**
 * Lays one's own form against what somebody else saved meanwhile. `known` is what both began with; `theirs` may leave out whole fields that
 * stand as they were; inside one that is there, what is absent was taken back.
 */
export function meet<Values extends FormValues>(known: Values, mine: Values, theirs: FormValues): Meeting<Values> {
  const [before, own] = [leavesOf(known), leavesOf(mine)];
  const meeting: Meeting<Values> = { merged: mine, conflicts: [], taken: [] };
  const saved = leavesOf(theirs);
  const gone = [...before.keys()].filter(
    (path) => path.includes('.') && (path.split('.')[0] ?? '') in theirs && !saved.has(path),
  );
  for (const [path, value] of [...saved, ...gone.map((path) => [path, null] as const)]) {
    if (isSame(value, before.get(path)) || isSame(value, own.get(path))) continue;
    if (isSame(own.get(path), before.get(path))) {
      meeting.merged = withLeaf(meeting.merged, path, value);
      meeting.taken.push(path);
    } else
      meeting.conflicts.push({ path, known: before.get(path) ?? null, mine: own.get(path) ?? null, theirs: value });
  }
  return meeting;
}

/** The form as chosen field by field; null while a field is still open. */
export function settled<Values extends FormValues>(
  merged: Values,
  conflicts: Conflict[],
  choices: Record<string, Choice>,
): Values | null {
  if (conflicts.some(({ path }) => choices[path] === undefined)) return null;
  return conflicts.reduce(
    (values, { path, theirs }) => (choices[path] === 'theirs' ? withLeaf(values, path, theirs) : values),
    merged,
  );
}
