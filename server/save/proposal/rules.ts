import { sayTheSame } from '../../change/same/rules.ts';
import type { OrganisationFilled, Problem } from '../../organisation/rules.ts';
import type { OwnedForm } from '../../rights/field-rights/rules.ts';
import type { LocalDate } from '../../rights/view.ts';
import { leafOf, withLeaf } from '../leaves/rules.ts';

/** One field somebody wants changed: its path, what stood there, what is to stand there. `of` is the text of the problem meant. */
export interface Cell {
  path: string;
  of?: string;
  from: unknown;
  to: unknown;
}

/** 待审 → 已同意, 不予同意 or 已撤回. */
export const proposalStates = ['waiting', 'accepted', 'refused', 'withdrawn'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** 调整申请 — fields of a place's form that somebody asked to have changed. */
export interface Proposal {
  id: string;
  areaId: string;
  form: OwnedForm;
  state: ProposalState;
  cells: Cell[];
  proposedOn: LocalDate;
  decidedOn: LocalDate | null;
  answer: string | null;
  since: number;
}

export const problemsPath = 'turnaround.problems';

const keyOf = ({ path, of }: Cell) => `${path} ${of ?? ''}`;

/** What was asked before with what is asked now; of one field the later wish counts. */
export function withCells(before: Cell[], now: Cell[]): Cell[] {
  return [...new Map([...before, ...now].map((cell) => [keyOf(cell), cell])).values()];
}

/**
 * A record with the fields asked for set; null where one of them no longer stands as it did when it was asked for, and not as wished either.
 */
export function withWishes<Values extends object>(values: Values, cells: Cell[]): Values | null {
  let now: Values | null = values;
  for (const cell of cells) {
    if (now === null) return null;
    now = cell.of === undefined ? withWish(now, cell) : withProblem(now, cell);
  }
  return now;
}

function withWish<Values extends object>(values: Values, { path, from, to }: Cell): Values | null {
  const stands = leafOf(values, path);
  if (sayTheSame(stands, to)) return values;
  return sayTheSame(stands, from) ? withLeaf(values, path, to) : null;
}

function withProblem<Values extends object>(values: Values, { path, of, from, to }: Cell): Values | null {
  const problems = (values as unknown as OrganisationFilled).turnaround?.problems ?? [];
  const at = problems.findIndex(({ text }) => text === of);
  if (path === problemsPath) {
    const left = problems.filter((_, place) => place !== at);
    return at < 0 ? values : withLeaf(values, problemsPath, left);
  }
  const side = path.slice(problemsPath.length + 1) as keyof Problem;
  if (at < 0) return side === 'text' && problems.some(({ text }) => text === to) ? values : null;
  return withWish(values, { path: `${problemsPath}.${at}.${side}`, from, to });
}
