import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { paperWords } from '../message/paper/paper-words.ts';
import { may, sessionQuery } from '../session.ts';
import { Icon } from '../ui/Icon.tsx';
import type { ViewState } from '../url.ts';

const ExportDialog = lazy(() => import('./ExportDialog.tsx'));

/** 导出 — opens the dialog of exports, for who may export; it follows what is on the screen. */
export function ExportButton({ view, layer, town }: { view: ViewState; layer: string; town: string | null }) {
  const [open, setOpen] = useState(false);
  const session = useQuery(sessionQuery()).data;
  const words = paperWords(view.lang);
  if (!may(session, 'export')) return null;
  return (
    <>
      <button
        type="button"
        className="tool"
        data-part="export-open"
        aria-haspopup="dialog"
        aria-label={words.export}
        title={words.export}
        onClick={() => setOpen(true)}
      >
        <Icon name="export" />
      </button>
      {open && (
        <Suspense>
          <ExportDialog
            shown={{ layer, place: view.place, town, classes: view.classes }}
            asOf={view.asOf}
            lang={view.lang}
            maySetNumber={may(session, 'set-editions')}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
