import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { SessionAnswer } from '../../server/user/answer.ts';
import { send } from '../api.ts';
import { accountWords } from '../message/account/account-words.ts';
import { faultText, useSigning } from '../signing.ts';
import { fill, type Lang } from '../ui/format.ts';
import { ContourLines } from './ContourLines.tsx';
import { NewPassword } from './NewPassword.tsx';
import './sign-in.css';

/** 设置口令 — the page of a one-time link: whom it is for, and a password of one's own. The token stands behind the #. */
export function UseLink({ session, lang }: { session: SessionAnswer; lang: Lang }) {
  const words = accountWords(lang);
  const [token] = useState(() => window.location.hash.slice(1));
  const [given, setGiven] = useState({ password: '', repeat: '' });
  const [differ, setDiffer] = useState(false);
  const navigate = useNavigate();
  const whom = useQuery({
    // Whom somebody may become is forgotten no more than who is signed in.
    queryKey: ['session', 'link', token, lang],
    queryFn: () => send('POST', '/session/link', { lang }, { token }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const signing = useSigning((made: { token: string; password: string }) =>
    send('POST', '/session/link/use', {}, made),
  );
  const home = () => void navigate({ to: '/', search: lang === 'en' ? { lang } : {} });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDiffer(given.password !== given.repeat);
    if (given.password === given.repeat) signing.mutate({ token, password: given.password }, { onSuccess: home });
  };
  const take = (field: keyof typeof given) => (text: string) => setGiven((before) => ({ ...before, [field]: text }));
  const fault = differ ? words.change.differ : faultText(whom.error ?? signing.error, words);
  const values = whom.data && {
    ...{ role: whom.data.roleTitle[lang], name: whom.data.name ?? '', login: whom.data.login },
  };
  return (
    <main className="sign-in" data-part="use-link">
      <ContourLines />
      <form className="sign-in-card sign-in-form" onSubmit={submit}>
        <header>
          <h1>{whom.error ? words.link.over : words.link.title}</h1>
          {values && <p>{fill(words.link.text, values)}</p>}
        </header>
        {values && (
          <NewPassword
            label={words.password}
            policy={session.policy}
            lang={lang}
            next={given.password}
            repeat={given.repeat}
            onNext={take('password')}
            onRepeat={take('repeat')}
          />
        )}
        {fault && (
          <p className="fault" role="alert">
            {fault}
          </p>
        )}
        <div className="row">
          {values && (
            <button type="submit" className="primary" disabled={signing.isPending}>
              {words.link.save}
            </button>
          )}
          {whom.error && (
            <button type="button" className="quiet" onClick={home}>
              {words.link.home}
            </button>
          )}
        </div>
      </form>
    </main>
  );
}
