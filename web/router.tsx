import { useQuery } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter, Navigate, Outlet } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import type { Action } from '../server/rights/rights.message.ts';
import { ErrorPage } from './chrome/ErrorPage.tsx';
import { App } from './county/App.tsx';
import { rankingNames } from './ranking/names.ts';
import { may, sessionQuery } from './session.ts';
import { Gate } from './sign-in/Gate.tsx';
import { PasswordPage } from './sign-in/PasswordPage.tsx';
import { filterNames } from './task/filters.ts';
import { readView, writeView } from './url.ts';
import { useView } from './use-view.ts';

type Search = Record<string, string>;

const AuditPage = lazy(() => import('./audit/AuditPage.tsx'));
const RankingPage = lazy(() => import('./ranking/RankingPage.tsx'));
const RoutesPage = lazy(() => import('./route-plan/RoutesPage.tsx'));
const ItinerariesPage = lazy(() => import('./route-plan/itinerary/ItinerariesPage.tsx'));
const MeetingsPage = lazy(() => import('./meeting/MeetingsPage.tsx'));
const RunPage = lazy(() => import('./meeting/RunPage.tsx'));
const FollowPage = lazy(() => import('./meeting/FollowPage.tsx'));
const PresenterPage = lazy(() => import('./meeting/presenter/PresenterPage.tsx'));
const LobbyPage = lazy(() => import('./meeting/lobby/LobbyPage.tsx'));
const ScreenHome = lazy(() => import('./meeting/ScreenHome.tsx'));
const TasksPage = lazy(() => import('./task/TasksPage.tsx'));
const ProposalsPage = lazy(() => import('./proposal/ProposalsPage.tsx'));
const SessionsPage = lazy(() => import('./sign-in/SessionsPage.tsx'));
const AdminPage = lazy(() => import('./admin/AdminPage.tsx'));

/** The map; a display of a room also follows the meeting held in it; who has no content to see is at home in the administration, or in the log. */
function Home() {
  const session = useQuery(sessionQuery()).data;
  if (session?.viewer?.role === 'screen') return <ScreenHome />;
  if (!session || may(session, 'look')) return <App />;
  return may(session, 'manage-accounts') ? <AdminPage /> : <AuditPage />;
}

/** A page for those who may do what it is for; others find themselves on the map, as if there were none. */
function allowed(action: Action, Page: ComponentType) {
  return function Allowed() {
    const session = useQuery(sessionQuery()).data;
    const [{ lang }] = useView();
    if (!session || may(session, action)) return <Page />;
    return <Navigate to="/" search={lang === 'en' ? { lang } : {}} replace />;
  };
}

const rootRoute = createRootRoute({
  errorComponent: ErrorPage,
  component: () => (
    <Gate>
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </Gate>
  ),
});
const getParentRoute = () => rootRoute;
const validateSearch = (search: Record<string, unknown>): Search => writeView(readView(search as Search));
/** A page's own part of the address stands beside the view's. */
const withOwn =
  (names: readonly string[]) =>
  (search: Record<string, unknown>): Search => {
    const own = names.flatMap((name) => {
      const value = search[name];
      return typeof value === 'string' && value !== '' ? [[name, value] as const] : [];
    });
    return { ...validateSearch(search), ...Object.fromEntries(own) };
  };
const pages = [
  createRoute({ getParentRoute, path: '/', validateSearch, component: Home }),
  createRoute({ getParentRoute, path: '/set-up', validateSearch, component: Home }),
  createRoute({ getParentRoute, path: '/account', validateSearch, component: Home }),
  createRoute({ getParentRoute, path: '/sessions', validateSearch, component: SessionsPage }),
  createRoute({ getParentRoute, path: '/password', validateSearch, component: PasswordPage }),
  createRoute({ getParentRoute, path: '/audit', validateSearch, component: AuditPage }),
  createRoute({ getParentRoute, path: '/routes', validateSearch, component: allowed('see-routes', RoutesPage) }),
  createRoute({
    getParentRoute,
    path: '/routes/$plan',
    validateSearch,
    component: allowed('see-routes', ItinerariesPage),
  }),
  createRoute({ getParentRoute, path: '/meetings', validateSearch, component: allowed('see-meetings', MeetingsPage) }),
  createRoute({
    getParentRoute,
    path: '/meeting/$meeting',
    validateSearch,
    component: allowed('see-meetings', RunPage),
  }),
  createRoute({
    getParentRoute,
    path: '/follow/$meeting',
    validateSearch,
    component: allowed('see-meetings', FollowPage),
  }),
  createRoute({
    getParentRoute,
    path: '/presenter/$meeting',
    validateSearch,
    component: allowed('see-meetings', PresenterPage),
  }),
  createRoute({
    getParentRoute,
    path: '/lobby',
    validateSearch: withOwn(['views', 'meeting', 'every']),
    component: LobbyPage,
  }),
  createRoute({ getParentRoute, path: '/ranking', validateSearch: withOwn(rankingNames), component: RankingPage }),
  createRoute({
    getParentRoute,
    path: '/tasks',
    validateSearch: withOwn(filterNames),
    component: allowed('see-tasks', TasksPage),
  }),
  createRoute({
    getParentRoute,
    path: '/proposals',
    validateSearch,
    component: allowed('see-proposals', ProposalsPage),
  }),
  createRoute({ getParentRoute, path: '/admin', validateSearch, component: AdminPage }),
];

/** The map at `/`, the view in its parameters as plain text; beside it the pages of the office. */
export const router = createRouter({
  routeTree: rootRoute.addChildren(pages),
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(search as Search).toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
    return text === '' ? '' : `?${text}`;
  },
  defaultNotFoundComponent: App,
  defaultErrorComponent: ErrorPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
