import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { wipeDrafts } from '../../form/drafts.ts';
import { accountWords } from '../../message/account/account-words.ts';
import { sessionQuery } from '../../session.ts';
import type { Lang } from '../../ui/format.ts';
import { UserMenu } from './UserMenu.tsx';
import './office-print.css';

export interface OfficeHeadProps {
  title: string;
  /** The page the way back leads to; left out: the map; null on the only page that its reader has. */
  back?: { to: '/' | '/routes'; title: string } | null;
  lang: Lang;
  /** Links beside the account menu. */
  children?: React.ReactNode;
}

/** The head of a page beside the map: the way back, its title, the account. */
export function OfficeHead({ title, back, lang, children }: OfficeHeadProps) {
  const navigate = useNavigate();
  const session = useQuery(sessionQuery()).data;
  const { to, title: way } = back ?? { to: '/' as const, title: accountWords(lang).change.back };
  const menu = session?.viewer && <UserMenu viewer={session.viewer} lang={lang} onSignOut={wipeDrafts} />;
  return (
    <header className="office-top">
      {back === null ? (
        <span />
      ) : (
        <button
          type="button"
          className="quiet"
          aria-label={way}
          onClick={() => void navigate({ to, search: lang === 'en' ? { lang } : {} })}
        >
          ← <span className="way-back">{way}</span>
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
