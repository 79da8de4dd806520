import type { LocalDate } from '../../rights/view.ts';

/** 完成日期 as reported last, with what the reports before it said otherwise. */
export interface DoneDays {
  /** Null while open. */
  doneOn: LocalDate | null;
  /** 原报完成日期 — the latest day it was reported done on, while the day that stands lies before it or is emptied. */
  formerDoneOn?: LocalDate;
  /** The last report that had it still open, while the day that stands lies before that report. */
  openOn?: LocalDate;
}

/** 完成日期前后不一致 — a day of completion emptied, moved to an earlier day, or before a report that had it open. */
export const doneDifferenceKinds = ['done-emptied', 'done-earlier', 'done-unreported'] as const;

/** The day said before (of `done-unreported` that of the report) and the day that stands. */
export interface DoneDifference {
  kind: (typeof doneDifferenceKinds)[number];
  before: LocalDate;
  now: LocalDate | null;
}

/** What stays of the reports before when `doneOn` is reported; `openAt` is the day of the last one, null unless that had it open. */
export function doneOnTop(
  last: DoneDays | undefined,
  doneOn: LocalDate | null,
  openAt: LocalDate | null,
): Pick<DoneDays, 'formerDoneOn' | 'openOn'> {
  const formerDoneOn = latest(last?.formerDoneOn, last?.doneOn);
  const openOn = doneOn === formerDoneOn ? null : latest(last?.openOn, openAt);
  return {
    ...(formerDoneOn !== null && (doneOn === null || doneOn < formerDoneOn) ? { formerDoneOn } : {}),
    ...(openOn !== null && doneOn !== null && doneOn < openOn ? { openOn } : {}),
  };
}

/** How a day of completion differs from the reports before. */
export function doneDifferences({ doneOn, formerDoneOn, openOn }: DoneDays): DoneDifference[] {
  const kind = doneOn === null ? 'done-emptied' : 'done-earlier';
  return [
    ...(formerDoneOn ? [{ kind, before: formerDoneOn, now: doneOn } as const] : []),
    ...(openOn ? [{ kind: 'done-unreported', before: openOn, now: doneOn } as const] : []),
  ];
}

/** The last of some days; null for none. */
export const latest = (...days: (LocalDate | null | undefined)[]): LocalDate | null =>
  days
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1) ?? null;
