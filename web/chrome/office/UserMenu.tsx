import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { SignedIn } from '../../../server/user/answer.ts';
import { Refused, send } from '../../api.ts';
import { mayOpen } from '../../form/form-door.ts';
import { accountWords } from '../../message/account/account-words.ts';
import { formWords } from '../../message/form/form-words.ts';
import { may, sessionQuery } from '../../session.ts';
import { faultText, takeSession } from '../../signing.ts';
import { fill, type Lang } from '../../ui/format.ts';
import { readView, writeView } from '../../url.ts';
import './user-menu.css';

/** What opens as a page of its own, in groups: the daily work, keeping the system, oneself. */
const pages = [
  { to: '/meetings', word: 'meetings', action: 'see-meetings', group: 'work' },
  { to: '/tasks', word: 'tasks', action: 'see-tasks', group: 'work' },
  { to: '/proposals', word: 'proposals', action: 'see-proposals', group: 'work' },
  { to: '/ranking', word: 'ranking', action: 'see-ranking', group: 'work' },
  { to: '/routes', word: 'routes', action: 'see-routes', group: 'work' },
  { to: '/admin', word: 'admin', action: 'manage-accounts', group: 'system' },
  { to: '/audit', word: 'audit', action: 'audit', group: 'system' },
  { to: '/sessions', word: 'sessions', action: 'self', group: 'self' },
  { to: '/password', word: 'change', action: 'self', group: 'self' },
] as const;

/** The forms of no one place, by the group they stand in. */
const forms = [
  { kind: 'visits', group: 'work' },
  { kind: 'areas', group: 'system' },
] as const;
const groups = ['work', 'system', 'self'] as const;

/** 我的账号 — who is signed in, with what they may open, and the way out. Signing out forgets everything this browser kept of them. */
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
  const [fault, setFault] = useState<Error | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const client = useQueryClient();
  const navigate = useNavigate();
  const session = client.getQueryData(sessionQuery().queryKey);
  const leave = async () => {
    try {
      await send('DELETE', '/session', {}, {});
    } catch (problem) {
      if (problem instanceof Refused && problem.status === 401) return;
      return setFault(problem instanceof Error ? problem : null);
    }
    if (window.location.pathname !== '/') await navigate({ to: '/', search: lang === 'en' ? { lang } : {} });
    onSignOut(viewer.key);
    takeSession(client, null);
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
  const search: Record<string, string> = lang === 'en' ? { lang } : {};
  const shownPages = pages.filter(
    ({ to, action }) =>
      may(session, action) && ((to !== '/password' && to !== '/sessions') || viewer.role !== 'screen'),
  );
  const shownForms = forms.filter(({ kind }) => mayOpen(session, kind, []));
  const openForm = (kind: string) => {
    setOpen(false);
    void navigate({
      to: '/',
      search: (before: Record<string, string | undefined>) => writeView({ ...readView(before), form: kind }),
    });
  };
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
        title={menu.open}
        onClick={() => setOpen(!open)}
      >
        <span className="who">{viewer.name ?? viewer.login}</span>
        <span className="who-more" aria-hidden="true">
          ▾
        </span>
      </button>
      {open && (
        <div className="card user-card">
          <Who viewer={viewer} lang={lang} />
          {fault && (
            <p className="fault" role="alert">
              {faultText(fault, accountWords(lang))}
            </p>
          )}
          {groups.map((group) => (
            <div key={group} className="user-group">
              {shownPages
                .filter((page) => page.group === group)
                .map(({ to, word }) => (
                  <button key={to} type="button" onClick={() => void navigate({ to, search })}>
                    {menu[word]}
                  </button>
                ))}
              {shownForms
                .filter((form) => form.group === group)
                .map(({ kind }) => (
                  <button key={kind} type="button" data-part={`open-${kind}`} onClick={() => openForm(kind)}>
                    {formWords(lang).titles[kind]}
                  </button>
                ))}
              {group === 'self' && (
                <button type="button" data-part="sign-out" onClick={() => void leave()}>
                  {menu.signOut}
                </button>
              )}
            </div>
          ))}
        </div>
      )}
    </span>
  );
}

/** Name, unit and post, and which places they see. */
function Who({ viewer, lang }: { viewer: SignedIn; lang: Lang }) {
  const { menu } = accountWords(lang);
  const { role, roleTitle, unit, post, places } = viewer;
  const named = places.map(({ name }) => name).join(lang === 'zh' ? '、' : ', ');
  const reach = role === 'inspector' ? menu.ownPlans : role === 'department' ? menu.ownItems : named || menu.county;
  return (
    <>
      <p>
        <strong>{viewer.name ?? viewer.login}</strong>
        <br />
        {[unit ?? roleTitle[lang], post].filter(Boolean).join(' · ')}
      </p>
      {viewer.rights.look !== 'none' && <p className="places">{fill(menu.places, { places: reach })}</p>}
    </>
  );
}
