import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { checkedApp, sending } from '../request/described.ts';
import { viewerOf } from '../request/who.ts';
import { readAccount } from '../user/account/account-store.ts';
import { signedInAccount, type Users } from '../user/users.ts';
import { viewerOfAccount } from '../user/viewer-of.ts';
import type { LiveHub, OpenGiven } from './hub.ts';

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'private, no-store, no-transform',
  'x-accel-buffering': 'no',
  vary: 'cookie',
};

/** 实时通知 — the stream of notices; ends with the session or the screen it was opened by. */
export function liveRoutes(hub: LiveHub, users: Users | undefined) {
  users?.sessions.onEnd((account, session) => hub.end(account, session));
  users?.screens.onEnd((screen) => hub.end(`screen:${screen}`, null));
  return checkedApp().openapi(
    sending({
      path: '/live',
      summary: 'Server-sent events: that something changed in what one sees, never what',
      action: 'live',
      query: {
        lang: z.enum(['zh', 'en']).optional(),
        as: z
          .string()
          .max(60)
          .optional()
          .openapi({ description: 'Whose page asks, where `Signed-In-As` cannot be sent.' }),
        after: z
          .string()
          .regex(/^s?\d{1,12}(\+\d{1,12})?$/)
          .optional()
          .openapi({ description: 'Id of the last event had, where `Last-Event-ID` cannot be sent.' }),
      },
      params: {},
      holds: z.string().openapi({
        description:
          'Events `ready` and `change`: {seq, at, places, subjects}; `meeting`: {meeting, at, black, movedAt, by}; `beat`: {on}.',
      }),
      media: 'text/event-stream',
    }),
    async (c) => {
      // A request for the headers alone reads no stream, and none would ever end.
      if (c.req.method === 'HEAD') return new Response(null, { headers });
      const lastId = c.req.header('last-event-id') ?? c.req.valid('query').after ?? null;
      const stream = await hub.open({ ...(await whose(users, c)), viewer: viewerOf(c), lastId, cut: cutOf(c) });
      return new Response(stream.body, { headers });
    },
  );
}

async function whose(
  users: Users | undefined,
  c: Context,
): Promise<Pick<OpenGiven, 'owner' | 'session' | 'alive' | 'again'>> {
  const { id } = viewerOf(c);
  const alive = async () => users?.stillHere(c) ?? true;
  const signedIn = users && (await signedInAccount(users, c));
  if (!users || !signedIn) return { owner: id, session: null, alive };
  return {
    owner: id,
    session: signedIn.hash,
    alive,
    again: async () => {
      const account = await readAccount(users.store, { id });
      return account && account.state !== 'disabled' ? viewerOfAccount(users.store, account) : null;
    },
  };
}

/** Breaks the connection of a request, where it came over one. */
function cutOf(c: Context): (() => void) | null {
  // Over HTTP/2 a stream is broken off, not the connection that carries the other pages' as well.
  const { outgoing } = (c.env ?? {}) as { outgoing?: { destroy(): void; stream?: { destroy(): void } } };
  return outgoing ? () => (outgoing.stream ?? outgoing).destroy() : null;
}
