import { type DoneDifference, doneDifferences } from '../../save/done-days/rules.ts';
import { metByText } from '../../save/met-by-text/rules.ts';
import type { Fault } from '../../save/rules.ts';
import type { Organisation, Problem } from '../rules.ts';

type Reported = Pick<Organisation, 'turnaround'>;

/** A difference of reports on the problem at a place of the list. */
export type ProblemDifference = DoneDifference & { at: number; problem: string };

/** 前后报送不一致 — how the reports of an organisation's problems differ, as they stand, in the order of the list. */
export function problemDifferences({ turnaround }: Reported): ProblemDifference[] {
  return (turnaround?.problems ?? []).flatMap((one, at) =>
    doneDifferences(one).map((found) => ({ ...found, at, problem: one.text })),
  );
}

/** 填报时询问 — what is asked of an organisation as it is to stand on top of what stood; it is saved when somebody says why. What stood already is not asked again. */
export function organisationQuestions(before: Reported | null, now: Reported): Fault[] {
  const [stood, stands] = [before, now].map((one) => one?.turnaround?.problems ?? []) as [Problem[], Problem[]];
  const lasts = new Map(metByText(stood, stands).map((one, at) => [one, stood[at]]));
  return stands.flatMap((one, at) => {
    const last = lasts.get(one);
    const known = new Set(last && doneDifferences(last).map((found) => JSON.stringify(found)));
    return doneDifferences(one)
      .filter((found) => !known.has(JSON.stringify(found)))
      .map(({ kind, before: value }) => ({
        field: `turnaround.problems.${at}.doneOn`,
        ...{ code: kind, value, confirmable: true, reasoned: true },
      }));
  });
}
