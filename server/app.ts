import { BlockList } from 'node:net';
import { join } from 'node:path';
import { OpenAPIHono } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { areaRoutes } from './area/routes.ts';
import { RefusalLog } from './audit/refusals.ts';
import { auditRoutes } from './audit/routes.ts';
import { confirmDayRoutes } from './backup/confirm-day.ts';
import { operationsRoutes } from './backup/operations.ts';
import { lastSeq, viewAt } from './change/view-at.ts';
import { clockOf } from './db/clock.ts';
import type { Store } from './db/open.ts';
import { noteFault, storeState, wroteWell } from './db/store-state.ts';
import { dossierRoutes } from './dossier/routes.ts';
import { formRoutes } from './form/routes.ts';
import { historyRoutes } from './history/routes.ts';
import { arriving, type ServedAs } from './http/address.ts';
import { problemAnswer, versionedJson } from './http/answer.ts';
import { believed } from './http/believed.ts';
import { keptFile, pageFile } from './http/files.ts';
import type { HealthAnswer } from './http/health-schema.ts';
import { healthSchema } from './http/health-schema.ts';
import { KeptRoutes } from './http/kept-routes.ts';
import { inFlightLimited } from './http/limits.ts';
import { printableOnly } from './http/printable.ts';
import { Refusal } from './http/refusal.ts';
import { logged, type RequestLog } from './http/request-log.ts';
import { sameOrigin } from './http/same-origin.ts';
import { securityHeaders } from './http/security-headers.ts';
import { visitRoutes } from './inspection/routes.ts';
import { listRoutes } from './list/routes.ts';
import { LiveHub } from './live/hub.ts';
import { liveRoutes } from './live/routes.ts';
import { agendaRoutes } from './meeting/agenda-routes.ts';
import { meetingRoutes } from './meeting/routes.ts';
import { bulletinRoutes } from './paper/bulletin/routes.ts';
import { reviewNumberRoutes } from './paper/review-number.ts';
import { paperRoutes } from './paper/routes.ts';
import { openViewer } from './person/open-viewer.ts';
import { pictureUpload } from './picture/limits.ts';
import { pictureRoutes } from './picture/routes.ts';
import { proposalRoutes } from './proposal/routes.ts';
import { rankingRoutes } from './ranking/routes.ts';
import { readQuery, type Served } from './request/asked.ts';
import { checkedApp, reading } from './request/described.ts';
import { allowed, identified, shortFromStrangers, type WhoAsks } from './request/who.ts';
import { itineraryRoutes } from './route-plan/itinerary/routes.ts';
import { routePlanRoutes } from './route-plan/routes.ts';
import { tellingRoutes } from './route-plan/telling-routes.ts';
import { savedViewRoutes } from './saved-view/routes.ts';
import { searchRoutes } from './search/routes.ts';
import { taskRoutes } from './task/routes.ts';
import { accountRoutes } from './user/account/account-routes.ts';
import { rightsRoutes } from './user/rights-routes.ts';
import { openScreen, screenRoutes } from './user/screen-routes.ts';
import { ownRoutes } from './user/session/own-routes.ts';
import { sessionRoutes } from './user/session/session-routes.ts';
import type { Users } from './user/users.ts';

export interface AppGiven {
  store: Store;
  /** Folder of the built page. */
  distFolder: string;
  startedAt: Date;
  version: string;
  whoAsks: WhoAsks;
  /** Accounts, sessions and screens; without them nobody can sign in (the tests of single parts). */
  users?: Users;
  /** How the server is reached; by any name and no trusted proxy when left out. */
  servedAs?: ServedAs;
  /** Who tells of changes; one of its own when left out. */
  live?: LiveHub;
  /** Where requests are logged; nowhere when left out. */
  log?: RequestLog;
  /** Where refusals are noted; one of its own when left out. */
  turnedAway?: RefusalLog;
}

/** The whole server as one app: the API under /api, the map's files, and the page for every other address. */
export function createApp(given: AppGiven): OpenAPIHono {
  const { store, distFolder, startedAt, version, whoAsks, users, live, log } = given;
  const served: Served = { store, build: startedAt.getTime().toString(36) };
  const app = new OpenAPIHono({ router: new KeptRoutes() });
  if (log) app.use(logged(log));
  app.use(securityHeaders);
  const servedAs: ServedAs = given.servedAs ?? { tls: users?.secure ?? false, proxies: new BlockList(), names: [] };
  const unnamed: string[] = [];
  const unnamedProxy = (address: string) => {
    unnamed.push(address);
    servedAs.unnamedProxy?.(address);
  };
  app.use(arriving({ ...servedAs, unnamedProxy }));
  app.use(inFlightLimited());
  app.use(sameOrigin([pictureUpload]));
  for (const path of ['/api/*', '/tiles/*', '/files/*']) app.use(path, identified(whoAsks));
  app.use('/api/*', believed);
  app.use('/api/*', shortFromStrangers);
  app.use('/api/*', printableOnly);
  app.route('/api', areaRoutes(served));
  app.route('/api', dossierRoutes(served));
  app.route('/api', searchRoutes(served));
  app.route('/api', listRoutes(served));
  app.route('/api', formRoutes(served));
  app.route('/api', visitRoutes(served));
  app.route('/api', proposalRoutes(served));
  app.route('/api', routePlanRoutes(served));
  app.route('/api', tellingRoutes(served));
  app.route('/api', itineraryRoutes(served));
  app.route('/api', taskRoutes(served));
  app.route('/api', agendaRoutes(served));
  app.route('/api', meetingRoutes(served));
  app.route('/api', savedViewRoutes(served));
  app.route('/api', pictureRoutes(served));
  app.route('/api', paperRoutes(served, users));
  app.route('/api', bulletinRoutes(served));
  app.route('/api', reviewNumberRoutes(served));
  app.route('/api', rankingRoutes(served));
  app.route('/api', historyRoutes(served));
  app.route('/api', auditRoutes(served));
  app.route('/api', rightsRoutes());
  app.route(
    '/api',
    operationsRoutes({
      store,
      version,
      startedAt,
      sessions: async () => users?.sessions.count() ?? 0,
      streams: () => live?.count ?? 0,
      unnamedProxies: () => unnamed,
    }),
  );
  app.route('/api', confirmDayRoutes(served));
  app.route('/api', liveRoutes(live ?? new LiveHub(store), users));
  if (users) {
    app.route('/api', sessionRoutes(users));
    app.route('/api', ownRoutes(users));
    app.route('/api', accountRoutes(users));
    app.route('/api', screenRoutes(users));
    app.get('/screen/:token', (c) =>
      openScreen(users, c, c.req.param('token'), () => pageFile(c, distFolder, '/index.html')),
    );
  }
  app.route('/api', healthRoutes({ store, startedAt, version }));
  app.get('/api/openapi.json', allowed('self'), (c) =>
    versionedJson(c, served.build, async () =>
      app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'County map', version } }),
    ),
  );
  app.all('/api/*', () => {
    throw new Refusal('address-unknown');
  });
  const files = join(store.dataDir, 'files');
  app.get('/tiles/:name', allowed('look'), (c) => keptFile(c, files, c.req.param('name')));
  app.get('/files/:name', allowed('look'), (c) => keptFile(c, files, c.req.param('name')));
  app.get('*', (c) => {
    const page = pageFile(c, distFolder, c.req.path === '/' ? '/index.html' : c.req.path);
    if (page) return page;
    if (/\.[a-z0-9]{2,5}$/i.test(c.req.path)) throw new Refusal('file-unknown');
    return pageFile(c, distFolder, '/index.html') ?? problemAnswer(c, new Refusal('file-unknown'));
  });
  app.notFound((c) => problemAnswer(c, new Refusal('address-unknown')));
  const turnedAway = given.turnedAway ?? new RefusalLog(store);
  app.onError((problem, c) => {
    turnedAway.note(c, problem);
    if (problem instanceof HTTPException && problem.status < 500)
      return problemAnswer(c, new Refusal(problem.status === 404 ? 'address-unknown' : 'parameter-malformed'));
    return problemAnswer(c, problem);
  });
  return app;
}

function healthRoutes({ store, startedAt, version }: Pick<AppGiven, 'store' | 'startedAt' | 'version'>) {
  const route = reading({
    path: '/health',
    summary: 'Whether the server is well',
    action: 'public',
    query: { lang: readQuery.lang },
    params: {},
    answer: healthSchema,
  });
  return checkedApp().openapi(route, async (c) => {
    const about = { version, engine: store.engine, startedAt: startedAt.toISOString() };
    c.header('cache-control', 'no-store');
    const reached = lastSeq(store).then(() => viewAt(store, openViewer));
    const view = await reached.catch((problem: unknown) => {
      const state = noteFault(store, problem);
      if (state === null) throw problem;
      throw new Refusal(`store-${state}`, {}, undefined, () => ({ state, ...about }));
    });
    if (storeState(store) === 'away') wroteWell(store);
    const on = (await clockOf(store)).today();
    const answer: HealthAnswer = { state: storeState(store), ...about, seq: view.shown, on };
    return c.json(answer, 200);
  });
}
