import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useState } from 'react';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import type { SignedIn } from '../../../server/user/answer.ts';
import { Refused, send } from '../../api.ts';
import { mayOpen } from '../../form/form-door.ts';
import { accountWords } from '../../message/account/account-words.ts';
import { formWords } from '../../message/form/form-words.ts';
import { may, sessionQuery } from '../../session.ts';
import { faultText, takeSession } from '../../signing.ts';
import { FloatingCard } from '../../ui/FloatingCard.tsx';
import { fill, type Lang } from '../../ui/format.ts';
import { readView, writeView } from '../../url.ts';

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

export interface AccountMenuProps {
  viewer: SignedIn;
  lang: Lang;
  button: RefObject<HTMLButtonElement | null>;
  onSignOut(person: string): void;
  onClose(): void;
}

interface Choice {
  title: string;
  part?: string;
  /** Left open: what it does may fail, and says so here. */
  stays?: boolean;
  act(): void;
}

/** What the account menu opens: who is signed in, the pages and forms open to that account, the way out. */
export default function AccountMenu({ viewer, lang, button, onSignOut, onClose }: AccountMenuProps) {
  const { menu } = accountWords(lang);
  const choices = useChoices(viewer, lang);
  const { leave, fault } = useLeave(viewer, lang, onSignOut);
  const shown = groups.map((group) => ({
    group,
    choices: [
      ...choices(group),
      ...(group === 'self' ? [{ title: menu.signOut, part: 'sign-out', stays: true, act: () => void leave() }] : []),
    ] satisfies Choice[],
  }));
  return (
    <FloatingCard from={button} label={menu.open} className="user-card" {...{ lang, onClose }}>
      <Who viewer={viewer} lang={lang} />
      {fault && (
        <p className="fault" role="alert">
          {faultText(fault, accountWords(lang))}
        </p>
      )}
      <Menu className="menu-items" aria-label={menu.open} autoFocus="first" onClose={onClose}>
        {shown
          .filter((one) => one.choices.length > 0)
          .map(({ group, choices: held }) => (
            <MenuSection key={group} className="user-group">
              {held.map(({ title, part, stays, act }: Choice) => (
                <MenuItem
                  key={title}
                  className="menu-item"
                  data-part={part}
                  shouldCloseOnSelect={!stays}
                  onAction={act}
                >
                  {title}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
      </Menu>
    </FloatingCard>
  );
}

/** The pages and forms of a group that the signed-in account may open. */
function useChoices(viewer: SignedIn, lang: Lang): (group: (typeof groups)[number]) => Choice[] {
  const { menu } = accountWords(lang);
  const navigate = useNavigate();
  const session = useQueryClient().getQueryData(sessionQuery().queryKey);
  const search: Record<string, string> = lang === 'en' ? { lang } : {};
  const openForm = (kind: string) =>
    void navigate({
      to: '/',
      search: (before: Record<string, string | undefined>) => writeView({ ...readView(before), form: kind }),
    });
  return (wanted) => [
    ...pages
      .filter(({ group, action }) => group === wanted && may(session, action))
      .filter(({ to }) => (to !== '/password' && to !== '/sessions') || viewer.role !== 'screen')
      .map(({ to, word }) => ({ title: menu[word], act: () => void navigate({ to, search }) })),
    ...forms
      .filter(({ group, kind }) => group === wanted && mayOpen(session, kind, []))
      .map(({ kind }) => ({ title: formWords(lang).titles[kind], part: `open-${kind}`, act: () => openForm(kind) })),
  ];
}

/** The way out: signing out forgets everything this browser kept of the account. */
function useLeave(viewer: SignedIn, lang: Lang, onSignOut: (person: string) => void) {
  const [fault, setFault] = useState<Error | null>(null);
  const client = useQueryClient();
  const navigate = useNavigate();
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
  return { leave, fault };
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
