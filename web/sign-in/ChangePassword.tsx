import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { SessionAnswer } from '../../server/user/answer.ts';
import { send } from '../api.ts';
import { accountWords } from '../message/account/account-words.ts';
import { faultText, takeSession } from '../signing.ts';
import { Field } from '../ui/Field.tsx';
import type { Lang } from '../ui/format.ts';
import { ContourLines } from './ContourLines.tsx';
import { NewPassword } from './NewPassword.tsx';
import './sign-in.css';

/** 修改口令 — one's own; `onBack` null where nothing else may be done before. */
export function ChangePassword({
  session,
  lang,
  onBack,
}: {
  session: SessionAnswer;
  lang: Lang;
  onBack: (() => void) | null;
}) {
  const words = accountWords(lang);
  const { change } = words;
  const [given, setGiven] = useState({ current: '', next: '', repeat: '' });
  const [differ, setDiffer] = useState(false);
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: (body: { current: string; next: string }) => send('POST', '/session/password', {}, body),
    onSuccess: (answer) => takeSession(client, answer),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { repeat, ...body } = given;
    setDiffer(repeat !== body.next);
    if (repeat === body.next) saving.mutate(body, { onSuccess: () => onBack?.() });
  };
  const take = (field: keyof typeof given) => (text: string) => setGiven((before) => ({ ...before, [field]: text }));
  const fault = differ ? change.differ : faultText(saving.error, words);
  return (
    <main className="sign-in" data-part="change-password">
      <ContourLines />
      <form className="sign-in-card sign-in-form" onSubmit={submit}>
        <header>
          <h1>{change.title}</h1>
          {onBack === null && <p>{change.must}</p>}
        </header>
        <Field
          label={change.current}
          type="password"
          autoComplete="current-password"
          required
          value={given.current}
          onText={take('current')}
        />
        <NewPassword
          label={change.next}
          policy={session.policy}
          lang={lang}
          next={given.next}
          repeat={given.repeat}
          onNext={take('next')}
          onRepeat={take('repeat')}
        />
        {fault && (
          <p className="fault" role="alert">
            {fault}
          </p>
        )}
        <div className="row">
          <button type="submit" className="primary" disabled={saving.isPending}>
            {change.save}
          </button>
          {onBack && (
            <button type="button" className="quiet" onClick={onBack}>
              {change.back}
            </button>
          )}
        </div>
      </form>
    </main>
  );
}
