import { createRootRoute, createRoute, createRouter, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { App } from './app.tsx';
import { readView, type ViewState, writeView } from './url.ts';

type Search = Record<string, string>;

const rootRoute = createRootRoute();
const mapRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: (search: Record<string, unknown>): Search => writeView(readView(search as Search)),
  component: App,
});

/** One address, the view in its parameters as plain text. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([mapRoute]),
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(search as Search).toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
    return text === '' ? '' : `?${text}`;
  },
  defaultNotFoundComponent: App,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** Changes the view: a step the browser can go back over, or with `replace` none. */
export type ChangeView = (change: Partial<ViewState>, how?: 'push' | 'replace') => void;

/** The view of the address, and how to change it. */
export function useView(): [ViewState, ChangeView] {
  const search: Search = useSearch({ strict: false });
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
