import { lazy, Suspense, useRef, useState } from 'react';
import type { SignedIn } from '../../../server/user/answer.ts';
import { accountWords } from '../../message/account/account-words.ts';
import type { Lang } from '../../ui/format.ts';
import './user-menu.css';

const AccountMenu = lazy(() => import('./AccountMenu.tsx'));

/** 我的账号 — who is signed in; what the account may open, and the way out, come when it is first opened. */
export function UserMenu({
  viewer,
  lang,
  onSignOut,
}: {
  viewer: SignedIn;
  lang: Lang;
  onSignOut(person: string): void;
}) {
  const { menu } = accountWords(lang);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <span className="user-menu" data-part="user-menu">
      <button
        ref={button}
        type="button"
        className="tool text"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={`${viewer.name ?? viewer.login} · ${menu.open}`}
        title={menu.open}
        onClick={() => setOpen(!open)}
      >
        <span className="who">{viewer.name ?? viewer.login}</span>
        <span className="who-more" aria-hidden="true">
          ▾
        </span>
      </button>
      {open && (
        <Suspense>
          <AccountMenu {...{ viewer, lang, button, onSignOut }} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </span>
  );
}
