import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Refused, Unreachable } from '../api.ts';
import { LoadFault, Loading } from '../chrome/States.tsx';
import { dressPage } from '../page-look.ts';
import { useView } from '../router.tsx';
import { sessionQuery } from '../session.ts';
import { ChangePassword } from './ChangePassword.tsx';
import { SetUp } from './SetUp.tsx';
import { SignIn } from './SignIn.tsx';
import { rememberSignedIn } from './signing.ts';

/** 门 — shows the page to whoever is signed in; before that the sign-in, at the same address, so that a link opens after it. */
export function Gate({ children }: { children: ReactNode }) {
  const [view, change] = useView();
  const client = useQueryClient();
  const session = useQuery(sessionQuery());
  const [ended, setEnded] = useState(false);
  const { lang } = view;
  useEffect(() => dressPage(view), [view]);
  useEffect(
    () =>
      client.getQueryCache().subscribe(({ query, type }) => {
        const { error } = query.state;
        if (type !== 'updated' || query.queryKey[0] === 'session' || !(error instanceof Refused)) return;
        const signedIn = client.getQueryData(sessionQuery().queryKey)?.viewer != null;
        if (error.status !== 401 || !signedIn) return;
        setEnded(true);
        void client.invalidateQueries({ queryKey: ['session'] });
      }),
    [client],
  );
  const known = session.data;
  const signedIn = known?.viewer != null;
  useEffect(() => {
    if (known) rememberSignedIn(known);
    if (signedIn) setEnded(false);
  }, [known, signedIn]);

  if (!known) {
    if (!session.error) return <Loading lang={lang} />;
    const detail = session.error instanceof Unreachable ? null : session.error.message;
    return <LoadFault lang={lang} detail={detail} onRetry={() => void session.refetch()} onNow={null} />;
  }
  if (known.viewer === null) {
    if (window.location.pathname === '/set-up') return <SetUp session={known} lang={lang} />;
    return (
      <SignIn
        session={known}
        lang={lang}
        ended={ended}
        onLang={() => change({ lang: lang === 'zh' ? 'en' : 'zh' }, 'replace')}
      />
    );
  }
  if (known.viewer.mustChange) return <ChangePassword session={known} lang={lang} onBack={null} />;
  return children;
}
