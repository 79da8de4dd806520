import { useState } from 'react';
import { daysAfter, daysBetween, type Holidays } from '../../server/calendar/rules.ts';
import { adminWords } from '../message/admin/admin-words.ts';
import { formatDay, type Lang } from '../ui/format.ts';
import { RowFaults, useFaultOf } from './edition-faults.tsx';

interface HolidayProps {
  holidays: Holidays;
  lang: Lang;
  onHolidays(holidays: Holidays): void;
}

/** 节假日 — days off, and weekend days worked instead; a span is added at once, a day taken out by its button. */
export function HolidayRows({ holidays, lang, onHolidays }: HolidayProps) {
  const { editions: words } = adminWords(lang);
  return (['off', 'worked'] as const).map((kind) => (
    <Days
      key={kind}
      title={words[kind]}
      at={`body.${kind}`}
      days={holidays[kind]}
      lang={lang}
      onDays={(days) => onHolidays({ ...holidays, [kind]: days })}
    />
  ));
}

const mostAtOnce = 31;

function Days({
  title,
  at,
  days,
  lang,
  onDays,
}: {
  title: string;
  /** Path of the list within the edition. */
  at: string;
  days: string[];
  lang: Lang;
  onDays(days: string[]): void;
}) {
  const { editions: words } = adminWords(lang);
  const faultOf = useFaultOf();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const length = from === '' ? 0 : daysBetween(from, to === '' ? from : to) + 1;
  const add = () => {
    const span = Array.from({ length }, (_, at) => daysAfter(from, at));
    onDays([...new Set([...days, ...span])].sort());
    setFrom('');
    setTo('');
  };
  return (
    <fieldset className="all holidays">
      <legend>
        {title} <small>{days.length}</small>
      </legend>
      <ul>
        {days.map((day, place) => (
          <li key={day} {...(faultOf(`${at}.${place}`) === null ? {} : { 'data-invalid': true })}>
            {formatDay(day, lang)}
            <button
              type="button"
              className="link"
              aria-label={`${words.remove} ${formatDay(day, lang)}`}
              onClick={() => onDays(days.filter((one) => one !== day))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <RowFaults of={at} />
      <p className="row">
        <input
          type="date"
          aria-label={`${title} ${words.spanFrom}`}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        –
        <input
          type="date"
          aria-label={`${title} ${words.spanTo}`}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
        <button type="button" className="quiet" disabled={length < 1 || length > mostAtOnce} onClick={add}>
          {words.addDays}
        </button>
      </p>
    </fieldset>
  );
}
