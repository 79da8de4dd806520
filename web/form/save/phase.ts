import type { FormFaulty, SavedMeanwhile } from '../../../server/form/form-answers.ts';
import { type FormValues, leafOf, withLeaf, withLeaves } from '../../../server/save/leaves/rules.ts';
import { type Conflict, meet } from '../../../server/save/three-way/rules.ts';
import { Refused, Unreachable } from '../../api.ts';

/** What the refusal of a save says beside its sentence. */
export type SaveProblem = Partial<SavedMeanwhile & FormFaulty>;

/** 保存状态 — `away`: the server did not answer; `signed-out`: the sign-in ended meanwhile; `saved` until something is typed again. */
export type Phase =
  | { is: 'editing' | 'sending' | 'saved' | 'away' }
  | { is: 'signed-out'; sentence: string }
  | { is: 'refused'; sentence: string; faults: Record<string, string>; confirmable: boolean; reasoned: boolean }
  | { is: 'conflict'; sentence: string; conflicts: Conflict[]; taken: string[]; by: SaveProblem };

/** Whether a save was refused because nobody is signed in any more. */
export const isSignedOut = (problem: unknown): boolean =>
  problem instanceof Refused && problem.problem.type.endsWith('/sign-in-needed');

/** What a save that failed leaves a form in. */
export function afterFailure<Values extends FormValues>(
  problem: unknown,
  known: Values,
  values: Values,
): { phase: Phase; values: Values; known: Values } {
  const stays = { values, known };
  if (problem instanceof Unreachable) return { ...stays, phase: { is: 'away' } };
  if (!(problem instanceof Refused)) throw problem;
  const sentence = problem.detail;
  if (isSignedOut(problem)) return { ...stays, phase: { is: 'signed-out', sentence } };
  const by = problem.problem as SaveProblem;
  if (problem.status === 409 && by.theirs) {
    const theirs = withLeaves(known, by.theirs);
    const { merged, conflicts, taken } = meet(known, values, theirs);
    const now = taken.reduce((one, path) => withLeaf(one, path, leafOf(theirs, path)), known);
    return { values: merged, known: now, phase: { is: 'conflict', sentence, conflicts, taken, by } };
  }
  return { ...stays, phase: { is: 'refused', sentence, ...toldBy(problem) } };
}

/** What is wrong field by field, and whether the form may be sent all the same. */
function toldBy({ problem }: Refused): Pick<Extract<Phase, { is: 'refused' }>, 'faults' | 'confirmable' | 'reasoned'> {
  const { faults = [] } = problem as SaveProblem;
  const confirms = problem.type.endsWith('/confirm-needed');
  return {
    faults: Object.fromEntries(faults.map(({ field, text }) => [field, text])),
    confirmable: confirms || (faults.length > 0 && faults.every(({ confirmable }) => confirmable)),
    reasoned: faults.some(({ reasoned }) => reasoned),
  };
}

/** What is typed anew is no longer wrong until the server says so again; what was asked of something else is asked no more. */
export function typedOn(phase: Phase, paths: string[]): Phase {
  if (phase.is === 'away' || phase.is === 'saved') return { is: 'editing' };
  if (phase.is !== 'refused') return phase;
  if (phase.confirmable) return { is: 'editing' };
  const within = (field: string) => paths.some((path) => field === path || field.startsWith(`${path}.`));
  return { ...phase, faults: Object.fromEntries(Object.entries(phase.faults).filter(([field]) => !within(field))) };
}
