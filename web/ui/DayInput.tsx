import { type InputHTMLAttributes, useRef, useState } from 'react';

type DayInputProps = Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'value' | 'type' | 'onChange' | 'onBlur' | 'onKeyDown' | 'onPointerDown'
> & {
  value: string;
  /** A whole day between `min` and `max`, or none where the field was emptied. */
  onDay(day: string | null): void;
};

/**
 * 日期 — a day picked or stepped to is passed on at once, one typed by its figures with Enter or on leaving the field: a year half
 * typed is no day to go to. What is out of range is not passed on, and the field shows the day again that holds.
 */
export function DayInput({ value, onDay, ...field }: DayInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const typing = useRef(false);
  const tell = ({ value: day, validity }: HTMLInputElement) => {
    // While a part is missing the field is empty too, but says so.
    if (validity.valid && !validity.badInput && day !== value) onDay(day === '' ? null : day);
  };
  return (
    <input
      {...field}
      type="date"
      value={typed ?? value}
      onChange={({ target }) => {
        setTyped(target.value);
        if (!typing.current) tell(target);
      }}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') tell(currentTarget);
        else if (key.startsWith('Arrow')) typing.current = false;
        else if (/^(\d|Backspace|Delete)$/.test(key)) typing.current = true;
      }}
      onPointerDown={() => {
        typing.current = false;
      }}
      onBlur={({ target }) => {
        if (typing.current) tell(target);
        typing.current = false;
        setTyped(null);
      }}
    />
  );
}
