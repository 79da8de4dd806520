import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { readView, type ViewState, writeView } from './url.ts';

/** Changes the view: a step the browser can go back over, or with `replace` none. */
export type ChangeView = (change: Partial<ViewState>, how?: 'push' | 'replace') => void;

/** The view of the address, and how to change it. */
export function useView(): [ViewState, ChangeView] {
  const search: Record<string, string> = useSearch({ strict: false });
  const navigate = useNavigate();
  const view = useMemo(() => readView(search), [search]);
  const change = useCallback<ChangeView>(
    (given, how = 'push') => {
      void navigate({
        to: '/',
        search: (before: Record<string, string | undefined>) => writeView({ ...readView(before), ...given }),
        replace: how === 'replace',
      });
    },
    [navigate],
  );
  return [view, change];
}
