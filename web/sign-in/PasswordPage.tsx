import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { sessionQuery } from '../session.ts';
import { useView } from '../use-view.ts';
import { ChangePassword } from './ChangePassword.tsx';

/** The page where somebody changes the own password. */
export function PasswordPage() {
  const [{ lang }] = useView();
  const navigate = useNavigate();
  const session = useQuery(sessionQuery()).data;
  if (!session) return null;
  const back = () => void navigate({ to: '/', search: lang === 'en' ? { lang } : {} });
  return <ChangePassword session={session} lang={lang} onBack={back} />;
}
