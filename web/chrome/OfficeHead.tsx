import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { wipeDrafts } from '../form/drafts.ts';
import { sessionQuery } from '../session.ts';
import type { Lang } from '../ui/format.ts';
import { UserMenu } from './UserMenu.tsx';

export interface OfficeHeadProps {
  title: string;
  /** What the way back is called; null where whoever is here sees nothing else. */
  back: string | null;
  /** Where it leads; left out: to the map. */
  to?: '/' | '/routes';
  lang: Lang;
  /** Links beside the account menu. */
  children?: React.ReactNode;
}

/** The head of a page beside the map: the way back, its title, the account. */
export function OfficeHead({ title, back, to = '/', lang, children }: OfficeHeadProps) {
  const navigate = useNavigate();
  const session = useQuery(sessionQuery()).data;
  const menu = session?.viewer && <UserMenu viewer={session.viewer} lang={lang} onSignOut={wipeDrafts} />;
  return (
    <header className="office-top">
      {back === null ? (
        <span />
      ) : (
        <button
          type="button"
          className="quiet"
          onClick={() => void navigate({ to, search: lang === 'en' ? { lang } : {} })}
        >
          ← {back}
        </button>
      )}
      <h1>{title}</h1>
      {children ? (
        <span className="office-side">
          {children}
          {menu}
        </span>
      ) : (
        menu
      )}
    </header>
  );
}
