import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { SessionAnswer } from '../../server/user/answer.ts';
import { send } from '../api.ts';
import { accountWords } from '../message/account/account-words.ts';
import { faultText, useSigning } from '../signing.ts';
import { Field } from '../ui/Field.tsx';
import type { Lang } from '../ui/format.ts';
import { ContourLines } from './ContourLines.tsx';
import { NewPassword } from './NewPassword.tsx';
import './sign-in.css';

/** 首次设置 — the first account, by the one-time link of the terminal; its token stands behind the # and is sent to nobody else. */
export function SetUp({ session, lang }: { session: SessionAnswer; lang: Lang }) {
  const words = accountWords(lang);
  const { setUp } = words;
  const [token] = useState(() => window.location.hash.slice(1));
  const [given, setGiven] = useState({ login: '', name: '', post: '', password: '', repeat: '' });
  const [differ, setDiffer] = useState(false);
  const signing = useSigning((account: Omit<typeof given, 'repeat'> & { token: string }) =>
    send('POST', '/set-up', {}, account),
  );
  const navigate = useNavigate();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { repeat, ...account } = given;
    setDiffer(repeat !== account.password);
    if (repeat !== account.password) return;
    signing.mutate({ token, ...account }, { onSuccess: () => void navigate({ to: '/' }) });
  };
  const take = (field: keyof typeof given) => (text: string) => setGiven((before) => ({ ...before, [field]: text }));
  const fault = token === '' ? setUp.noToken : differ ? words.change.differ : faultText(signing.error, words);
  return (
    <main className="sign-in" data-part="set-up">
      <ContourLines />
      <form className="sign-in-card sign-in-form" onSubmit={submit}>
        <header>
          <h1>{setUp.title}</h1>
          <p>{setUp.text}</p>
        </header>
        <Field label={setUp.login} autoComplete="username" required value={given.login} onText={take('login')} />
        <Field label={setUp.name} autoComplete="name" required value={given.name} onText={take('name')} />
        <Field label={setUp.post} required value={given.post} onText={take('post')} />
        <NewPassword
          label={words.password}
          policy={session.policy}
          lang={lang}
          next={given.password}
          repeat={given.repeat}
          onNext={take('password')}
          onRepeat={take('repeat')}
        />
        {fault && (
          <p className="fault" role="alert">
            {fault}
          </p>
        )}
        <button type="submit" className="primary" disabled={signing.isPending || token === ''}>
          {setUp.make}
        </button>
      </form>
    </main>
  );
}
