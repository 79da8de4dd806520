import { daysBetween } from '../calendar/rules.ts';
import type { LocalDate } from '../rights/view.ts';
import type { DoneDays } from '../save/done-days/rules.ts';
import { doneDayFaults, type Fault, isRealDay, textFaults } from '../save/rules.ts';

/** 存在问题 with its measure, limit and the day it was put right. */
export interface Problem extends DoneDays {
  text: string;
  measure: string | null;
  dueOn: LocalDate | null;
}

/** 后进整顿 — the turnaround of a backward organisation. `namedBy`: 市定 or 县定. */
export interface Turnaround {
  namedBy: 'city' | 'county';
  namedOn: LocalDate | null;
  problems: Problem[];
  leaderId: string | null;
  groupHeadId: string | null;
  groupUnits: string[];
  guidingUnit: string | null;
  stationedOn: LocalDate | null;
  signedOffOn: LocalDate | null;
}

/** 党组织 of a place. `screenedOn` null: not yet reported by the screening (排查). `turnaround` null: not backward. */
export interface Organisation {
  id: string;
  areaId: string;
  name: string;
  field: string;
  screenedOn: LocalDate | null;
  turnaround: Turnaround | null;
  reportedOn: LocalDate;
  since: number;
}

export type TurnaroundState = 'none' | 'signed-off' | 'on-schedule' | 'overdue' | 'no-group' | 'silent';

/** Days the most overdue open problem is past its limit on the day; 0 when none is. */
export function overdueDays(problems: Problem[], on: LocalDate): number {
  return problems.reduce(
    (most, { dueOn, doneOn }) => (doneOn === null && dueOn !== null ? Math.max(most, daysBetween(dueOn, on)) : most),
    0,
  );
}

/** Whether a turnaround has the working group and the leading county leader the rule asks for. */
export function isLed({ leaderId, groupHeadId, groupUnits }: Turnaround): boolean {
  return leaderId !== null && (groupHeadId !== null || groupUnits.length > 0);
}

/** 整顿状态 — not screened is not reported; then not backward, signed off, without group or leader, past a limit, on schedule. */
export function turnaroundOf(organisation: Organisation | null, on: LocalDate): TurnaroundState {
  if (organisation === null) return 'silent';
  const { turnaround, screenedOn } = organisation;
  if (turnaround === null) return screenedOn === null ? 'silent' : 'none';
  if (turnaround.signedOffOn !== null) return 'signed-off';
  if (!isLed(turnaround)) return 'no-group';
  return overdueDays(turnaround.problems, on) > 0 ? 'overdue' : 'on-schedule';
}

/** What a form says of an organisation. */
export type OrganisationFilled = Pick<Organisation, 'name' | 'field' | 'screenedOn' | 'turnaround'>;

/**
 * 整顿填报检查 — what is wrong with an organisation as filled in on the day `today`: days that exist and are not to come, problems with their words, and
 * a sign-off only when every problem is put right.
 */
export function organisationFaults({ name, screenedOn, turnaround }: OrganisationFilled, today: LocalDate): Fault[] {
  return [
    ...textFaults('name', name, 100, true),
    ...doneDayFaults('screenedOn', screenedOn, today),
    ...(turnaround === null ? [] : turnaroundFaults(turnaround, today)),
  ];
}

function turnaroundFaults(turnaround: Turnaround, today: LocalDate): Fault[] {
  const { namedOn, problems, groupUnits, guidingUnit, stationedOn, signedOffOn } = turnaround;
  const open = problems.some(({ doneOn }) => doneOn === null);
  return [
    ...doneDayFaults('turnaround.namedOn', namedOn, today),
    ...groupUnits.flatMap((unit) => textFaults('turnaround.groupUnits', unit, 100, true)),
    ...textFaults('turnaround.guidingUnit', guidingUnit, 100),
    ...doneDayFaults('turnaround.stationedOn', stationedOn, today),
    ...doneDayFaults('turnaround.signedOffOn', signedOffOn, today, namedOn),
    ...(signedOffOn !== null && open ? [{ field: 'turnaround.signedOffOn', code: 'problems-open' } as const] : []),
    ...problems.flatMap(({ text, measure, dueOn, doneOn }, at): Fault[] => {
      const field = `turnaround.problems.${at}`;
      return [
        ...textFaults(`${field}.text`, text, 500, true),
        ...textFaults(`${field}.measure`, measure, 500),
        ...(dueOn !== null && !isRealDay(dueOn) ? [{ field: `${field}.dueOn`, code: 'day-not-real' } as const] : []),
        ...doneDayFaults(`${field}.doneOn`, doneOn, today, namedOn),
      ];
    }),
  ];
}
