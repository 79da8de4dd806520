import { type ReactNode, useEffect, useRef, useState } from 'react';
import { fill } from '../../ui/format.ts';
import { useFormPlace } from '../form-place.ts';

interface FootProps {
  /** What the form does, and what leaves it. */
  words: { send: string; cancel?: string };
  className?: string;
  /** Class of the button that leaves. */
  quiet?: string;
  /** Whether what is filled in may be sent at all. */
  sendable?: boolean;
  /** Whether Enter sends at once what is filled in already. */
  focused?: boolean;
  /** Whether what was typed would be missed: leaving asks first. */
  missed?: boolean;
  onCancel?: (() => void) | undefined;
  children?: ReactNode;
}

/** The foot of a form: send and leave; what was typed is not dropped unasked. */
export function FormFoot({ words, className = 'row', quiet, sendable = true, focused = false, ...given }: FootProps) {
  const { form, words: own } = useFormPlace();
  const { missed = true, onCancel, children } = given;
  const asks = missed && form.changed.length > 0;
  const [leaving, setLeaving] = useState(false);
  const send = useRef<HTMLButtonElement>(null);
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focused) send.current?.focus();
  }, [focused]);
  useEffect(() => {
    if (leaving) stay.current?.focus();
  }, [leaving]);
  const leave = () => {
    form.discard();
    onCancel?.();
  };
  if (leaving && asks)
    return (
      <div className={className} role="alertdialog" aria-label={own.leaveDrop} data-part="form-leaving">
        <strong>{fill(own.leaveTitle, { n: form.changed.length })}</strong>
        <button type="button" className={quiet} data-part="form-drop" onClick={leave}>
          {own.leaveDrop}
        </button>
        <button ref={stay} type="button" className="primary" onClick={() => setLeaving(false)}>
          {own.leaveStay}
        </button>
      </div>
    );
  return (
    <div className={className}>
      <button ref={send} type="submit" className="primary" disabled={form.phase.is === 'sending' || !sendable}>
        {words.send}
      </button>
      {words.cancel !== undefined && (
        <button type="button" className={quiet} onClick={() => (asks ? setLeaving(true) : leave())}>
          {words.cancel}
        </button>
      )}
      {children}
    </div>
  );
}
