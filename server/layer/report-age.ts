import { daysBetween } from '../calendar/rules.ts';
import type { ReportAge } from '../dossier/answer.ts';
import type { LocalDate } from '../rights/view.ts';

/** 上次报送距今 — the whole days since something was last reported; `stale` (久未报送) when they are more than the limit. */
export function reportAge(reportedOn: LocalDate, on: LocalDate, limitDays: number): ReportAge {
  const days = Math.max(0, daysBetween(reportedOn, on));
  return { days, stale: days > limitDays };
}
