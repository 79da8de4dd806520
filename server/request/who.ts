import type { Context, MiddlewareHandler } from 'hono';
import { Refusal } from '../http/refusal.ts';
import { reachOf } from '../rights/may-write.ts';
import type { Permission } from '../rights/rights.message.ts';
import type { Viewer } from '../rights/view.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** Who asks; null before sign-in. Set once for every request of the API. */
    viewer: Viewer | null;
  }
}

/** Tells who asks, by cookie or screen token; null for nobody known. */
export type WhoAsks = (c: Context) => Promise<Viewer | null>;

/** 身份 — finds out once who asks. */
export function identified(whoAsks: WhoAsks): MiddlewareHandler {
  return async (c, next) => {
    c.set('viewer', await whoAsks(c));
    await next();
  };
}

/** The largest body anybody may send who is not known: a sign-in, or the first account. */
const strangersMostBytes = 16 * 1024;

/** 陌生来访 — no long body is read before sign-in: the answer asks to sign in first. */
export const shortFromStrangers: MiddlewareHandler = (c, next) => {
  if (c.get('viewer') === null && Number(c.req.header('content-length') ?? 0) > strangersMostBytes)
    throw new Refusal('sign-in-needed');
  return next();
};

/** 权限 — lets through only who may do this; who is not signed in is asked to, who may not is refused. */
export function allowed(action: Permission): MiddlewareHandler {
  return (c, next) => {
    if (action !== 'public' && reachOf(viewerOf(c), action) === 'none') throw new Refusal('not-allowed');
    return next();
  };
}

/** Who asks; refuses `sign-in-needed` when nobody is known. */
export function viewerOf(c: Context): Viewer {
  const viewer = c.get('viewer');
  if (!viewer) throw new Refusal('sign-in-needed');
  return viewer;
}
