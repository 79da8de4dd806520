import { doneOnTop } from '../save/done-days/rules.ts';
import { metByText } from '../save/met-by-text/rules.ts';
import type { Organisation, Problem, Turnaround } from './rules.ts';

type Before = Pick<Organisation, 'turnaround' | 'reportedOn'>;

/**
 * 在前次报送之上 — an organisation reported anew with what stays of the reports before it: days on which problems were put right that were moved back or
 * emptied, or lie before a report that had the problem open. Laid on top of the same report again it is the same.
 */
export function organisationOnTop<Said extends { turnaround: Turnaround | null }>(
  before: Before | null,
  said: Said,
): Said {
  const stood = before?.turnaround?.problems ?? [];
  if (said.turnaround === null) return said;
  const plain = said.turnaround.problems.map(plainProblem);
  const lasts = new Map(metByText(stood, plain).map((one, at) => [one, stood[at]]));
  const problems = plain.map((one): Problem => {
    const last = lasts.get(one);
    const openAt = last && last.doneOn === null ? (before?.reportedOn ?? null) : null;
    return { ...one, ...doneOnTop(last, one.doneOn, openAt) };
  });
  return { ...said, turnaround: { ...said.turnaround, problems } };
}

/** A turnaround as forms and files say it, without what stays of the reports before. */
export const plainTurnaround = (turnaround: Turnaround | null): Turnaround | null =>
  turnaround && { ...turnaround, problems: turnaround.problems.map(plainProblem) };

const plainProblem = ({ text, measure, dueOn, doneOn }: Problem): Problem => ({ text, measure, dueOn, doneOn });
