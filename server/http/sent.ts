import { AsyncLocalStorage } from 'node:async_hooks';
import type { MiddlewareHandler } from 'hono';

/** What a request that writes asks for: its method, the address without parameters, and its body as it came. */
export interface Sent {
  method: string;
  path: string;
  body: string;
}

const sent = new AsyncLocalStorage<Sent>();

/** What the request being served sent; null outside of one. */
export const sentNow = (): Sent | null => sent.getStore() ?? null;

/** Keeps at hand what was sent, so that a save can tell its own repetition from another save. */
export const keepsSent: MiddlewareHandler = async (c, next) => {
  const { method, path } = c.req;
  await sent.run({ method, path, body: await c.req.text() }, next);
};
