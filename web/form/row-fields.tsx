import type { ReactNode } from 'react';
import { faultAt, useFormPlace } from './form-place.ts';

interface RowProps {
  /** Path under which the server says what is wrong with it. */
  path: string;
  label: string;
}

interface Tied {
  id: string;
  'aria-invalid'?: true;
  'aria-describedby'?: string;
}

/** One value of a row of a list: its label, its control and what is wrong with it. */
function RowField({ path, label, children }: RowProps & { children(tied: Tied): ReactNode }) {
  const place = useFormPlace();
  const id = `${place.id}-${path.replaceAll('.', '-')}`;
  const fault = faultAt(place, path);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(fault === null ? { id } : { id, 'aria-invalid': true, 'aria-describedby': `${id}-fault` })}
      {fault !== null && (
        <p className="form-fault" id={`${id}-fault`} data-part="form-fault">
          {fault}
        </p>
      )}
    </div>
  );
}

/** Some words in a row. */
export function RowText({ value, onText, ...row }: RowProps & { value: string; onText(text: string): void }) {
  return (
    <RowField {...row}>
      {(tied) => <textarea {...tied} rows={2} value={value} onChange={(event) => onText(event.target.value)} />}
    </RowField>
  );
}

interface RowDayProps extends RowProps {
  value: string | null;
  markToday?: boolean;
  onDay(day: string | null): void;
}

/** A day in a row; `markToday` sets today at one tap. */
export function RowDay({ value, markToday = false, onDay, ...row }: RowDayProps) {
  const { today, words } = useFormPlace();
  return (
    <RowField {...row}>
      {(tied) => (
        <span className="form-date">
          <input {...tied} type="date" value={value ?? ''} onChange={(event) => onDay(event.target.value || null)} />
          {markToday && (
            <button
              type="button"
              className="form-small"
              data-off={value !== null || undefined}
              onClick={() => onDay(today)}
            >
              {words.today}
            </button>
          )}
        </span>
      )}
    </RowField>
  );
}
