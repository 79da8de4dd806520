import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { agendaWords } from '../message/agenda/agenda-words.ts';
import { sessionQuery } from '../session.ts';
import { useView } from '../use-view.ts';
import './saved-views.css';

const SavedViewsCard = lazy(() => import('./SavedViewsCard.tsx'));

/** 常用视图 — opens the list of what was kept of the map; the list comes when it is first opened. */
export function SavedViews() {
  const [{ lang }] = useView();
  const words = agendaWords(lang);
  const reach = useQuery(sessionQuery()).data?.viewer?.rights['keep-views'];
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (reach !== 'county' && reach !== 'own') return null;
  return (
    <span className="saved-views-menu" data-part="saved-views">
      <button
        ref={button}
        type="button"
        className="tool text"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={words.views}
        title={words.views}
        onClick={() => setOpen(!open)}
      >
        ★ <span className="wide-word">{words.views}</span>
      </button>
      {open && (
        <Suspense>
          <SavedViewsCard button={button} mayShare={reach === 'county'} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </span>
  );
}
