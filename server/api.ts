import type { OpenAPIHono } from '@hono/zod-openapi';
import type { areaRoutes } from './area/routes.ts';
import type { auditRoutes } from './audit/routes.ts';
import type { confirmDayRoutes } from './backup/confirm-day.ts';
import type { operationsRoutes } from './backup/operations.ts';
import type { dossierRoutes } from './dossier/routes.ts';
import type { formRoutes } from './form/routes.ts';
import type { historyRoutes } from './history/routes.ts';
import type { visitRoutes } from './inspection/routes.ts';
import type { listRoutes } from './list/routes.ts';
import type { liveRoutes } from './live/routes.ts';
import type { agendaRoutes } from './meeting/agenda-routes.ts';
import type { meetingRoutes } from './meeting/routes.ts';
import type { bulletinRoutes } from './paper/bulletin/routes.ts';
import type { reviewNumberRoutes } from './paper/review-number.ts';
import type { paperRoutes } from './paper/routes.ts';
import type { pictureRoutes } from './picture/routes.ts';
import type { proposalRoutes } from './proposal/routes.ts';
import type { rankingRoutes } from './ranking/routes.ts';
import type { itineraryRoutes } from './route-plan/itinerary/routes.ts';
import type { routePlanRoutes } from './route-plan/routes.ts';
import type { tellingRoutes } from './route-plan/telling-routes.ts';
import type { savedViewRoutes } from './saved-view/routes.ts';
import type { searchRoutes } from './search/routes.ts';
import type { taskRoutes } from './task/routes.ts';
import type { accountRoutes } from './user/account/account-routes.ts';
import type { rightsRoutes } from './user/rights-routes.ts';
import type { screenRoutes } from './user/screen-routes.ts';
import type { ownRoutes } from './user/session/own-routes.ts';
import type { sessionRoutes } from './user/session/session-routes.ts';

/** The address of a route as it is declared: `/places/{code}` for what the framework calls `/places/:code`. */
type Declared<Path> = Path extends `${infer Head}:${infer Name}/${infer Rest}`
  ? `${Head}{${Name}}/${Declared<Rest>}`
  : Path extends `${infer Head}:${infer Name}`
    ? `${Head}{${Name}}`
    : Path;

/** Each route of a schema as its address and method. */
type Listed<Schema> = {
  [Path in keyof Schema]: { [Method in keyof Schema[Path]]: [Path, Method] }[keyof Schema[Path]];
}[keyof Schema];

/** What a room answers: by method and address, as in `GET /places/{code}`, what each route takes and gives. */
type Room<Routes extends (...given: never[]) => unknown> =
  ReturnType<Routes> extends OpenAPIHono<infer _Env, infer Schema, infer _Base>
    ? {
        [Route in Listed<Schema> as Route extends [infer Path, `$${infer Method}`]
          ? `${Uppercase<Method>} ${Declared<Path> & string}`
          : never]: Schema[Route[0]][Route[1]];
      }
    : never;

/**
 * 接口 — every route of the API, under `/api`, by its method and its address as its room declares it: the type the calls of the page are checked against. A room
 * that is mounted is named here; an interface, so that each is looked up once.
 */
export interface Api
  extends Room<typeof areaRoutes>,
    Room<typeof auditRoutes>,
    Room<typeof confirmDayRoutes>,
    Room<typeof operationsRoutes>,
    Room<typeof dossierRoutes>,
    Room<typeof formRoutes>,
    Room<typeof historyRoutes>,
    Room<typeof visitRoutes>,
    Room<typeof listRoutes>,
    Room<typeof liveRoutes>,
    Room<typeof agendaRoutes>,
    Room<typeof meetingRoutes>,
    Room<typeof bulletinRoutes>,
    Room<typeof reviewNumberRoutes>,
    Room<typeof paperRoutes>,
    Room<typeof pictureRoutes>,
    Room<typeof proposalRoutes>,
    Room<typeof rankingRoutes>,
    Room<typeof routePlanRoutes>,
    Room<typeof itineraryRoutes>,
    Room<typeof tellingRoutes>,
    Room<typeof savedViewRoutes>,
    Room<typeof searchRoutes>,
    Room<typeof taskRoutes>,
    Room<typeof accountRoutes>,
    Room<typeof rightsRoutes>,
    Room<typeof screenRoutes>,
    Room<typeof ownRoutes>,
    Room<typeof sessionRoutes> {}
