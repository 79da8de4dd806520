import { type InputHTMLAttributes, useId } from 'react';

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  label: string;
  /** A quiet line below: what is expected. */
  hint?: string;
  /** What is wrong with it, in place of the hint. */
  fault?: string | null;
  onText(text: string): void;
}

/** One labelled line to write in. */
export function Field({ label, hint, fault = null, onText, ...input }: FieldProps) {
  const id = useId();
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        {...input}
        aria-describedby={fault !== null || hint ? `${id}-hint` : undefined}
        aria-invalid={fault === null ? undefined : true}
        onChange={(event) => onText(event.target.value)}
      />
      {fault !== null && (
        <small id={`${id}-hint`} className="field-fault" data-part="form-fault">
          {fault}
        </small>
      )}
      {hint && fault === null && (
        <small id={`${id}-hint`} className="hint">
          {hint}
        </small>
      )}
    </p>
  );
}
