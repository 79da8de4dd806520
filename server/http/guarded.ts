import type { MiddlewareHandler } from 'hono';
import { Refusal } from './refusal.ts';

/** The largest body a form may send; files come in another way. */
const mostBytes = 512 * 1024;
const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * 跨站防护 — what changes something must come from this page itself: by `Sec-Fetch-Site` where the browser says it, and its `Origin` must
 * name the host that was asked. Its body is JSON of a bounded length. Other methods than those of reading and these are not taken.
 */
export const guarded: MiddlewareHandler = async (c, next) => {
  const { method } = c.req;
  if (method === 'GET' || method === 'HEAD') return next();
  if (!unsafe.has(method) || !c.req.path.startsWith('/api/')) throw new Refusal('method-not-allowed');
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  if (hostOf(origin) !== c.req.header('host') || (site !== undefined && site !== 'same-origin'))
    throw new Refusal('foreign-origin');
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) throw new Refusal('body-not-json');
  const length = Number(c.req.header('content-length') ?? Number.NaN);
  if (!(length <= mostBytes)) throw new Refusal('body-too-large', { limit: mostBytes / 1024 });
  return next();
};

function hostOf(origin: string | undefined): string | null {
  try {
    return origin === undefined ? null : new URL(origin).host;
  } catch {
    return null;
  }
}
