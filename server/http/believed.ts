import type { Context, MiddlewareHandler } from 'hono';
import { Refusal } from './refusal.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** Key of the person or screen the request's cookie belongs to; null for nobody, and where nobody signs in. */
    person: string | null;
  }
}

/** 页面的人 — header in which a page says whom it takes itself to be used by: `viewer.key` of the session it was opened with. */
export const believedHeader = 'signed-in-as';

/** Signing in, and finding out who is: for a page of nobody, or of somebody else, as well. */
const forAnyPage = new Set([
  'GET /api/session',
  'GET /api/health',
  'POST /api/session',
  'POST /api/session/sample',
  'POST /api/session/link',
  'POST /api/session/link/use',
  'POST /api/set-up',
]);

/**
 * 一人一页 — a browser has one cookie for all its pages, and somebody else may have signed in since one of them was opened. Our pages say whose they
 * are with everything they ask, and are refused under anybody else's sign-in: `person-other`. A program shares its cookie with nobody and need not say.
 */
export const believed: MiddlewareHandler = (c, next) => {
  const person = c.get('person') ?? null;
  const { method, path } = c.req;
  if (person === null || forAnyPage.has(`${method} ${path}`)) return next();
  const said = saidBy(c);
  if (said !== undefined && said !== person) throw new Refusal('person-other');
  return next();
};

/** An event stream cannot send headers of its own: it says it in its address. */
function saidBy(c: Context): string | undefined {
  return c.req.header(believedHeader) ?? (c.req.path === '/api/live' ? c.req.query('as') : undefined);
}
