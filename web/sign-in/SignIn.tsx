import { useState } from 'react';
import type { SamplePerson, SessionAnswer } from '../../server/user/answer.ts';
import { send } from '../api.ts';
import { LineField } from '../form/box/box-fields.tsx';
import { FormBox } from '../form/box/FormBox.tsx';
import { FormFault } from '../form/box/FormFault.tsx';
import { FormFoot } from '../form/box/FormFoot.tsx';
import { accountWords } from '../message/account/account-words.ts';
import { faultText, useSigning } from '../signing.ts';
import type { Lang } from '../ui/format.ts';
import { ContourLines } from './ContourLines.tsx';
import { useSigningForm } from './use-signing-form.ts';
import './sign-in.css';

interface SignInProps {
  session: SessionAnswer;
  lang: Lang;
  /** Somebody was signed in here until just now. */
  ended: boolean;
  onLang(): void;
}

/** 登录 — account and password; in the sample county also its invented people by one click. */
export function SignIn({ session, lang, ended, onLang }: SignInProps) {
  const words = accountWords(lang);
  return (
    <main className="sign-in" data-part="sign-in">
      <ContourLines />
      <div className={session.people ? 'sign-in-card two' : 'sign-in-card'}>
        <header>
          <h1>{words.title}</h1>
          <p>{words.subtitle}</p>
          <button type="button" className="quiet lang" onClick={onLang} lang={lang === 'zh' ? 'en' : 'zh-CN'}>
            {words.otherLanguage}
          </button>
        </header>
        <div className="sign-in-columns">
          {session.setUp ? (
            <p className="notice">{words.noSetUp}</p>
          ) : (
            <PasswordForm session={session} lang={lang} ended={ended} />
          )}
          {session.people && <SamplePeople people={session.people} lang={lang} />}
        </div>
      </div>
    </main>
  );
}

function PasswordForm({ session, lang, ended }: Pick<SignInProps, 'session' | 'lang' | 'ended'>) {
  const words = accountWords(lang);
  const [shown, setShown] = useState(false);
  const form = useSigningForm({
    values: { login: '', password: '' },
    signIn: ({ login, password }) => send('POST', '/session', {}, { login: login.trim(), password }),
  });
  const busy = form.phase.is === 'sending';
  return (
    <FormBox form={form} lang={lang} missed={false} className="sign-in-form" data-part="password-form">
      {ended && <p className="notice">{words.again}</p>}
      <LineField
        path="login"
        label={words.login}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <div className="with-button">
        <LineField
          path="password"
          label={words.password}
          name="password"
          type={shown ? 'text' : 'password'}
          autoComplete="current-password"
          required
        />
        <button
          type="button"
          className="quiet"
          aria-label={shown ? words.hidePassword : words.showPassword}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          <EyeIcon open={shown} />
        </button>
      </div>
      <FormFault part="sign-in-fault" />
      <FormFoot words={{ send: busy ? words.signingIn : words.signIn }} />
      {!session.secure && !session.sample && <p className="hint">{words.notSecure}</p>}
    </FormBox>
  );
}

function EyeIcon({ open }: { open: boolean }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className="icon">
      <path d="M1.8 10S5 4.4 10 4.4 18.2 10 18.2 10 15 15.6 10 15.6 1.8 10 1.8 10z" />
      <circle cx="10" cy="10" r="2.4" />
      {!open && <path d="M3.5 16.5l13-13" />}
    </svg>
  );
}

function SamplePeople({ people, lang }: { people: SamplePerson[]; lang: Lang }) {
  const words = accountWords(lang);
  const signing = useSigning((given: { login: string }) => send('POST', '/session/sample', {}, given));
  const fault = faultText(signing.error, words);
  return (
    <section className="sample-people" aria-label={words.sampleTitle} data-part="sample-people">
      <h2>{words.sampleTitle}</h2>
      <p className="hint">{words.sampleText}</p>
      <ul>
        {people.map(({ login, name, post, roleTitle, place, unit }) => (
          <li key={login}>
            <button
              type="button"
              data-login={login}
              disabled={signing.isPending}
              onClick={() => signing.mutate({ login })}
            >
              <strong>{name}</strong>
              <span className="role">{roleTitle[lang]}</span>
              <span className="post">{[place ?? unit, post].filter(Boolean).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </section>
  );
}
