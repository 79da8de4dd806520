import type { Context } from 'hono';

/** The address a request came from; empty where there is no connection (tests). What a proxy claims is not believed. */
export function addressOf(c: Context): string {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return (env?.incoming?.socket?.remoteAddress ?? '').replace(/^::ffff:/, '');
}
