import type { SignedIn } from '../../server/user/answer.ts';
import { accountWords } from '../message/account/account-words.ts';
import { fill, type Lang } from '../ui/format.ts';
import { ContourLines } from './ContourLines.tsx';
import './sign-in.css';

/** 已改由他人登录 — a page opened by somebody else than who is signed in now: it shows nothing of either until it begins anew. */
export function OtherPerson({ viewer, lang }: { viewer: SignedIn; lang: Lang }) {
  const { other } = accountWords(lang);
  const name = viewer.name ?? viewer.login;
  return (
    <main className="sign-in" data-part="other-person">
      <ContourLines />
      <div className="sign-in-card sign-in-form" role="alert">
        <header>
          <h1>{fill(other.title, { name })}</h1>
        </header>
        <p className="notice">{other.text}</p>
        <button
          type="button"
          className="primary"
          onClick={() => window.location.assign(lang === 'en' ? '/?lang=en' : '/')}
        >
          {fill(other.go, { name })}
        </button>
      </div>
    </main>
  );
}
