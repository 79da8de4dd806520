import { useEffect, useRef } from 'react';

interface FootProps {
  /** What the form does, and what leaves it. */
  words: { send: string; cancel: string };
  busy: boolean;
  fault: string | null;
  className: string;
  /** Whether Enter sends at once what is filled in already. */
  focused?: boolean;
  onCancel(): void;
}

/** The foot of a form: send, leave, and what went wrong. */
export function FormFoot({ words, busy, fault, className, focused = false, onCancel }: FootProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focused) button.current?.focus();
  }, [focused]);
  return (
    <div className={`row ${className}`}>
      <button ref={button} type="submit" className="primary" disabled={busy}>
        {words.send}
      </button>
      <button type="button" onClick={onCancel}>
        {words.cancel}
      </button>
      {fault && (
        <span className="fault" role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}
