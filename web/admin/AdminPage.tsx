import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Action } from '../../server/rights/rights.message.ts';
import { OfficeHead } from '../chrome/office/OfficeHead.tsx';
import { adminWords } from '../message/admin/admin-words.ts';
import { may, sessionQuery } from '../session.ts';
import { Shown, Tabs } from '../ui/Tabs.tsx';
import { useView } from '../use-view.ts';
import { Accounts } from './Accounts.tsx';
import { Editions } from './Editions.tsx';
import { Operations } from './Operations.tsx';
import { Screens } from './Screens.tsx';
import '../chrome/chrome.css';
import '../chrome/office/office.css';
import '../chrome/office/office-parts.css';

const tabs = [
  { id: 'accounts', action: 'manage-accounts', Panel: Accounts },
  { id: 'screens', action: 'manage-screens', Panel: Screens },
  { id: 'editions', action: 'set-editions', Panel: Editions },
  { id: 'operations', action: 'operate', Panel: Operations },
] as const satisfies { id: string; action: Action; Panel: unknown }[];

/** The tab the address asks for; what stands behind a dash is the tab's own. */
const tabAsked = () => window.location.hash.slice(1).split('-')[0] ?? '';

/** 系统管理 — people, screens, standards and health: what a county changes without a programmer. The tab stands behind the #. */
export default function AdminPage() {
  const [{ lang }] = useView();
  const words = adminWords(lang);
  const session = useQuery(sessionQuery()).data;
  const allowed = tabs.filter(({ action }) => may(session, action));
  const [chosen, setChosen] = useState(tabAsked);
  useEffect(() => {
    const follow = () => setChosen(tabAsked());
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const open = allowed.find(({ id }) => id === chosen) ?? allowed[0];
  const show = (id: string) => {
    window.history.replaceState(window.history.state, '', `#${id}`);
    setChosen(id);
  };
  if (session && !open) return <Navigate to="/" search={lang === 'en' ? { lang } : {}} replace />;
  return (
    <div className="office" data-part="admin">
      <OfficeHead title={words.title} back={may(session, 'look') ? undefined : null} lang={lang} />
      {open && (
        <Tabs
          className="office-tabs"
          label={words.title}
          tabs={allowed.map(({ id }) => ({ id, title: words.tabs[id] }))}
          chosen={open.id}
          lang={lang}
          onChoose={show}
        >
          <main className="office-page">
            <Shown of={open.id}>
              <open.Panel lang={lang} />
            </Shown>
          </main>
        </Tabs>
      )}
    </div>
  );
}
