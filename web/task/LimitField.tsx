import { dueAfter, type Holidays, knowsYear, type Limit, mostLimitDays } from '../../server/calendar/rules.ts';
import { taskWords } from '../message/task/task-words.ts';
import { fill, formatDay, type Lang } from '../ui/format.ts';

/** A limit as it is being given: a date, or so many days. */
export interface LimitGiven {
  kind: 'date' | Limit['kind'];
  dueOn: string;
  days: number;
}

/** What is sent of it. */
export const limitSent = ({ kind, dueOn, days }: LimitGiven): { dueOn: string; limit: Limit | null } => ({
  dueOn,
  limit: kind === 'date' ? null : { days, kind },
});

const kinds = ['working', 'calendar', 'date'] as const;

interface LimitProps {
  given: LimitGiven;
  today: string;
  holidays: Holidays;
  lang: Lang;
  onGiven(given: LimitGiven): void;
}

/** 完成时限 — a date, or working or calendar days with the day they end on. */
export function LimitField({ given, today, holidays, lang, onGiven }: LimitProps) {
  const words = taskWords(lang);
  const { kind, days } = given;
  const real = Number.isInteger(days) && days >= 1 && days <= mostLimitDays;
  const due = kind === 'date' ? given.dueOn : real ? dueAfter(today, { days, kind }, holidays) : '';
  const year = due.slice(0, 4);
  return (
    <fieldset className="limit-field" data-part="limit">
      <legend>{words.limit}</legend>
      <div className="row">
        {kinds.map((one) => (
          <label key={one}>
            <input type="radio" checked={kind === one} onChange={() => onGiven({ ...given, kind: one })} />
            {words.limitKinds[one]}
          </label>
        ))}
      </div>
      <div className="row">
        {kind === 'date' ? (
          <input
            type="date"
            aria-label={words.limit}
            required
            min={today}
            value={given.dueOn}
            onChange={({ target }) => onGiven({ ...given, dueOn: target.value })}
          />
        ) : (
          <input
            type="number"
            aria-label={words.days}
            required
            min={1}
            max={mostLimitDays}
            value={Number.isNaN(days) ? '' : days}
            onChange={({ target }) =>
              onGiven({ ...given, days: target.value === '' ? Number.NaN : Number(target.value) })
            }
          />
        )}
        {due !== '' && (
          <strong data-part="limit-due">
            {fill(words.due, {
              day: formatDay(due, lang),
              weekday: words.weekdays[new Date(`${due}T00:00:00Z`).getUTCDay()] ?? '',
            })}
          </strong>
        )}
      </div>
      {kind !== 'date' && real && (
        <p className="hint">{fill(kind === 'working' ? words.workingOf : words.calendarOf, { n: days })}</p>
      )}
      {kind === 'working' && due !== '' && !knowsYear(due, holidays) && (
        <p className="hint">{fill(words.yearUnknown, { year })}</p>
      )}
    </fieldset>
  );
}
