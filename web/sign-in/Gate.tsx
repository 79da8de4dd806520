import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { Unreachable } from '../api.ts';
import { NotKept } from '../chrome/NotKept.tsx';
import { LoadFault, Loading } from '../chrome/States.tsx';
import '../chrome/forced-colours.css';
import { dressPage } from '../page-look.ts';
import { isForeign, onDoubt, onForeign, pagePerson } from '../page-person.ts';
import { sessionQuery } from '../session.ts';
import { forgetAnswers, rememberSignedIn } from '../signing.ts';
import { useView } from '../use-view.ts';
import { ChangePassword } from './ChangePassword.tsx';
import { Notices } from './Notices.tsx';
import { OtherPerson } from './OtherPerson.tsx';
import { ScreenGone } from './ScreenGone.tsx';
import { SetUp } from './SetUp.tsx';
import { SignIn } from './SignIn.tsx';
import { UseLink } from './UseLink.tsx';

/** 门 — shows the page once somebody is signed in; before that the sign-in, at the same address, so that a link opens after it. */
export function Gate({ children }: { children: ReactNode }) {
  const [view, change] = useView();
  const client = useQueryClient();
  const session = useQuery(sessionQuery());
  const foreign = useSyncExternalStore(onForeign, isForeign);
  const { lang } = view;
  useEffect(() => dressPage(view), [view]);
  useEffect(() => onDoubt(() => void client.invalidateQueries({ queryKey: ['session'] })), [client]);
  const known = session.data;
  useEffect(() => {
    if (known) rememberSignedIn(known);
  }, [known]);
  const theirs = known?.viewer === null || foreign;
  useEffect(() => {
    if (theirs) forgetAnswers(client);
  }, [client, theirs]);

  if (window.location.pathname.startsWith('/screen/')) return <ScreenGone />;
  if (!known) {
    if (!session.error) return <Loading lang={lang} />;
    const detail = session.error instanceof Unreachable ? null : session.error.message;
    return <LoadFault lang={lang} detail={detail} onRetry={() => void session.refetch()} onNow={null} />;
  }
  if (known.viewer === null) {
    if (window.location.pathname === '/account') return <UseLink session={known} lang={lang} />;
    if (window.location.pathname === '/set-up') return <SetUp session={known} lang={lang} />;
    return (
      <SignIn
        session={known}
        lang={lang}
        ended={pagePerson() !== null}
        onLang={() => change({ lang: lang === 'zh' ? 'en' : 'zh' }, 'replace')}
      />
    );
  }
  if (window.location.pathname === '/account' && window.location.hash.length > 1)
    return <UseLink session={known} lang={lang} />;
  if (foreign) return <OtherPerson viewer={known.viewer} lang={lang} />;
  if (known.viewer.mustChange) return <ChangePassword session={known} lang={lang} onBack={null} />;
  if (known.viewer.notices.length > 0) return <Notices notices={known.viewer.notices} lang={lang} />;
  return (
    <>
      {children}
      <NotKept lang={lang} />
    </>
  );
}
