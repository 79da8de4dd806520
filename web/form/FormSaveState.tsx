import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { FormValues } from '../../server/save/leaves/rules.ts';
import { formWords } from '../message/form/form-words.ts';
import { fill, instantText, type Lang } from '../ui/format.ts';
import type { Form } from './use-form.ts';

interface SaveStateProps<Values extends FormValues> {
  form: Form<Values>;
  lang: Lang;
}

/** What has to be known of the form before one types on: a draft restored, a save refused, not yet sent, or the sign-in ended. */
export function SaveState<Values extends FormValues>({ form, lang }: SaveStateProps<Values>) {
  const words = formWords(lang);
  const client = useQueryClient();
  const { phase, restoredAt, kept } = form;
  const faults = phase.is === 'refused' ? Object.keys(phase.faults).length : 0;
  return (
    <>
      {restoredAt !== null && phase.is === 'editing' && (
        <p className="form-note" role="status" data-part="form-restored">
          {fill(words.restored, { at: instantText(restoredAt, lang) })}
          <button type="button" className="form-link" onClick={form.discard}>
            {words.discard}
          </button>
        </p>
      )}
      {!kept && (
        <p className="form-note" data-tone="bad" role="alert">
          {words.notKept}
        </p>
      )}
      {phase.is === 'away' && (
        <p className="form-note" data-tone="near" role="alert" data-part="form-away">
          {words.away}
          <button type="button" className="form-link" onClick={() => void form.save()}>
            {words.sendAgain}
          </button>
        </p>
      )}
      {phase.is === 'signed-out' && (
        <p className="form-note" data-tone="near" role="alert" data-part="form-signed-out">
          {words.signedOut}
          <button
            type="button"
            className="form-link"
            onClick={() => void client.refetchQueries({ queryKey: ['session'] })}
          >
            {words.signIn}
          </button>
        </p>
      )}
      {phase.is === 'refused' && (
        <p className="form-note" data-tone="bad" role="alert" data-part="form-refused">
          {fill(words.refused, { sentence: phase.sentence })}
          {phase.confirmable && phase.reasoned ? (
            <Reason form={form} lang={lang} />
          ) : phase.confirmable ? (
            <button type="button" className="form-link" data-part="form-confirm" onClick={() => void form.confirm()}>
              {words.saveAnyway}
            </button>
          ) : (
            faults > 0 && <strong>{fill(words.faultCount, { n: faults })}</strong>
          )}
        </p>
      )}
    </>
  );
}

/** Why it is saved all the same: kept with the record and its history. */
function Reason<Values extends FormValues>({ form, lang }: SaveStateProps<Values>) {
  const words = formWords(lang);
  const [reason, setReason] = useState('');
  return (
    <span className="form-reason" data-part="form-reason">
      <label>
        {words.reason}
        <textarea rows={2} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
      </label>
      <button
        type="button"
        className="form-link"
        data-part="form-confirm"
        disabled={reason.trim() === ''}
        onClick={() => void form.confirm(reason.trim())}
      >
        {words.saveReasoned}
      </button>
    </span>
  );
}

interface LeavingProps<Values extends FormValues> extends SaveStateProps<Values> {
  onStay(): void;
  onClose(): void;
}

/** Asked when a form with unsaved changes is to be closed. */
export function Leaving<Values extends FormValues>({ form, lang, onStay, onClose }: LeavingProps<Values>) {
  const words = formWords(lang);
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => stay.current?.focus(), []);
  return (
    <div className="form-leaving" role="alertdialog" aria-label={words.leaveText} data-part="form-leaving">
      <p>
        <strong>{fill(words.leaveTitle, { n: form.changed.length })}</strong> {words.leaveText}
      </p>
      <button
        type="button"
        className="form-quiet"
        data-part="form-drop"
        onClick={() => {
          form.discard();
          onClose();
        }}
      >
        {words.leaveDrop}
      </button>
      <button type="button" className="form-quiet" data-part="form-keep" onClick={onClose}>
        {words.leaveKeep}
      </button>
      <button type="button" className="form-primary" ref={stay} onClick={onStay}>
        {words.leaveStay}
      </button>
    </div>
  );
}
