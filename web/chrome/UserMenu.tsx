import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { SignedIn } from '../../server/user/answer.ts';
import { send } from '../api.ts';
import { mayOpen } from '../form/form-door.ts';
import { accountWords } from '../message/account-words.ts';
import { formWords } from '../message/form-words.ts';
import { may, sessionQuery } from '../session.ts';
import { rememberSignedIn } from '../sign-in/signing.ts';
import { fill, type Lang } from '../ui/format.ts';
import { readView, writeView } from '../url.ts';
import './user-menu.css';

/** Pages beside the map, in the groups a line divides; the last group has the way out as well. */
const pages = [
  [
    { to: '/meetings', word: 'meetings', action: 'see-meetings' },
    { to: '/tasks', word: 'tasks', action: 'see-tasks' },
    { to: '/ranking', word: 'ranking', action: 'see-ranking' },
    { to: '/routes', word: 'routes', action: 'see-routes' },
  ],
  [
    { to: '/admin', word: 'admin', action: 'manage-accounts' },
    { to: '/audit', word: 'audit', action: 'audit' },
  ],
  [{ to: '/password', word: 'change', action: 'self' }],
] as const;

/** 我的账号 — who is signed in, with what he may open, and the way out. Signing out forgets everything this browser kept of him. */
export function UserMenu({ viewer, lang, onSignOut }: { viewer: SignedIn; lang: Lang; onSignOut(id: string): void }) {
  const { menu } = accountWords(lang);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const client = useQueryClient();
  const navigate = useNavigate();
  const session = client.getQueryData(sessionQuery().queryKey);
  const leave = async () => {
    await send('DELETE', '/api/session', {});
    if (window.location.pathname !== '/') await navigate({ to: '/', search: lang === 'en' ? { lang } : {} });
    onSignOut(viewer.id);
    rememberSignedIn(false);
    client.removeQueries({ queryKey: ['api'] });
    await client.invalidateQueries({ queryKey: ['session'] });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    event.preventDefault();
    setOpen(false);
    button.current?.focus();
  };
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  const places = viewer.places.length === 0 ? menu.county : viewer.places.map(({ name }) => name).join('、');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons within take the keys; this only hears them pass
    <span className="user-menu" data-part="user-menu" onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        ref={button}
        type="button"
        className="tool text"
        aria-haspopup="true"
        aria-expanded={open}
        aria-label={`${viewer.name ?? viewer.login} · ${menu.open}`}
        onClick={() => setOpen(!open)}
      >
        <span className="who">{viewer.name ?? viewer.login}</span>
      </button>
      {open && (
        <div className="card user-card">
          <p>
            <strong>{viewer.name ?? viewer.login}</strong>
            <br />
            {viewer.roleTitle[lang]}
            {viewer.post && ` · ${viewer.post}`}
          </p>
          {viewer.role !== 'administrator' && <p className="places">{fill(menu.places, { places })}</p>}
          <p className="group">
            {(['visits', 'areas'] as const)
              .filter((kind) => mayOpen(session, kind, []))
              .map((kind) => (
                <button
                  key={kind}
                  type="button"
                  data-part={`open-${kind}`}
                  onClick={() => {
                    setOpen(false);
                    void navigate({
                      to: '/',
                      search: (before: Record<string, string | undefined>) =>
                        writeView({ ...readView(before), form: kind }),
                    });
                  }}
                >
                  {formWords(lang).titles[kind]}
                </button>
              ))}
          </p>
          {pages.map((group, at) => (
            <p className="group" key={group[0].to}>
              {group
                .filter(({ to, action }) => may(session, action) && (to !== '/password' || viewer.role !== 'screen'))
                .map(({ to, word }) => (
                  <button
                    key={to}
                    type="button"
                    onClick={() => void navigate({ to, search: lang === 'en' ? { lang } : {} })}
                  >
                    {menu[word]}
                  </button>
                ))}
              {at === pages.length - 1 && (
                <button type="button" data-part="sign-out" onClick={() => void leave()}>
                  {menu.signOut}
                </button>
              )}
            </p>
          ))}
        </div>
      )}
    </span>
  );
}
