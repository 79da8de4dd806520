import type { MiddlewareHandler } from 'hono';
import { cameOverHttps } from './address.ts';
import { Refusal, type RefusalCode } from './refusal.ts';

/** The largest body a form may send. */
const mostBytes = 512 * 1024;
const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** An address that takes files: what they may say they are, how large one may be, and what refuses a larger one. */
export interface Upload {
  path: string;
  types: RegExp;
  mostBytes: number;
  tooLarge: RefusalCode;
}

/**
 * 跨站防护 — what changes something must come from this page itself: by `Sec-Fetch-Site` where the browser says it, and its `Origin` must
 * name the host that was asked, by the scheme it was asked with (a proxy that ends HTTPS has to be a trusted one). Its body is JSON of a bounded length, but for files sent where they are taken. Other methods than those of
 * reading and these are not taken.
 */
export function sameOrigin(uploads: readonly Upload[]): MiddlewareHandler {
  return (c, next) => {
    const { method } = c.req;
    if (method === 'GET' || method === 'HEAD') return next();
    if (!unsafe.has(method) || !c.req.path.startsWith('/api/')) throw new Refusal('method-not-allowed');
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    const own = `${cameOverHttps(c) ? 'https' : 'http'}://${c.req.header('host')}`;
    if (originOf(origin) !== originOf(own) || (site !== undefined && site !== 'same-origin'))
      throw new Refusal('foreign-origin');
    const type = c.req.header('content-type') ?? '';
    const length = Number(c.req.header('content-length') ?? Number.NaN);
    const upload = uploads.find((one) => one.path === c.req.path && one.types.test(type));
    if (!upload && !/^application\/json\b/i.test(type)) throw new Refusal('body-not-json');
    if (upload && !(length <= upload.mostBytes))
      throw new Refusal(upload.tooLarge, { most: upload.mostBytes / 1024 ** 2 });
    if (!upload && !(length <= mostBytes)) throw new Refusal('body-too-large', { limit: mostBytes / 1024 });
    return next();
  };
}

/** Scheme, name and port, the scheme's own port left out. */
function originOf(address: string | undefined): string | null | undefined {
  try {
    return address === undefined ? null : new URL(address).origin;
  } catch {
    return undefined;
  }
}
