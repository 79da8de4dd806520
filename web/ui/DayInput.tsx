import { type InputHTMLAttributes, useState } from 'react';

type DayInputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'type' | 'onChange' | 'onBlur'> & {
  value: string;
  /** A whole day between `min` and `max`, or none where the field was emptied. */
  onDay(day: string | null): void;
};

/** 日期 — a day that is told only once it is whole and in range: a year half typed is no day to go to. Left so, the field shows the day again that holds. */
export function DayInput({ value, onDay, ...field }: DayInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      {...field}
      type="date"
      value={typed ?? value}
      onChange={({ target }) => {
        setTyped(target.value);
        // While a part is missing the field is empty too, but says so.
        if (target.validity.valid && !target.validity.badInput) onDay(target.value === '' ? null : target.value);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
