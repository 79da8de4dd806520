import type { LocalDate } from '../rights/view.ts';
import { doneDayFaults, type Fault } from './rules.ts';

/** 报送日期 — the day a report was true: as given, else today. */
export const reportedOnOf = (given: LocalDate | null | undefined, today: LocalDate): LocalDate => given ?? today;

/** What is wrong with the day given: it may not be to come, nor lie before that of the report it follows. */
export const reportDayFaults = (
  given: LocalDate | null | undefined,
  today: LocalDate,
  last: LocalDate | null,
): Fault[] => doneDayFaults('reportedOn', given ?? null, today, last);
