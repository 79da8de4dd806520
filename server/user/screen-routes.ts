import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import { cameOverHttps } from '../http/address.ts';
import { Refusal } from '../http/refusal.ts';
import { checkedApp, reading, writing } from '../request/described.ts';
import { viewerOf } from '../request/who.ts';
import { doneSchema, screensSchema } from './answer.ts';
import { screenCookie, type Users } from './users.ts';
import { unkept, writtenWith } from './written.ts';

/** The built page as an answer; null where none is built. */
type Page = () => Response | null;

const id = z.string().regex(/^[0-9a-f-]{36}$/);

/** Displays of meeting rooms: the office makes them, the system administrator sees and revokes them as well. */
export function screenRoutes(users: Users) {
  const written = writtenWith(users);
  return checkedApp()
    .openapi(
      reading({
        path: '/screens',
        summary: 'Displays of meeting rooms',
        action: 'manage-screens',
        query: { lang: z.enum(['zh', 'en']).optional() },
        params: {},
        answer: screensSchema,
      }),
      async (c) => unkept(c, { screens: await users.screens.list() }),
    )
    .openapi(
      writing({
        method: 'post',
        path: '/screens',
        summary: 'Make a display’s link; answers it once',
        action: 'make-screens',
        params: {},
        body: z.strictObject({
          title: z.string().trim().min(1).max(60),
          view: z.string().max(1000),
        }),
        answer: z.object({ id: z.string(), address: z.string() }),
      }),
      async (c) => {
        const { title, view } = c.req.valid('json');
        const by = viewerOf(c).id;
        const made = await written(c, 'make-screen', async (tx) => ({
          on: title,
          ...(await users.screens.make(tx, { title, view: new URLSearchParams(view).toString(), by })),
        }));
        return unkept(c, { id: made.id, address: `/screen/${made.token}` });
      },
    )
    .openapi(
      writing({
        method: 'delete',
        path: '/screens/{id}',
        summary: 'Revoke a display’s link',
        action: 'manage-screens',
        params: { id },
        body: z.strictObject({}),
        answer: doneSchema,
      }),
      async (c) => {
        const { id: screenId } = c.req.valid('param');
        await written(c, 'revoke-screen', async (tx) => ({ on: await users.screens.revoke(tx, screenId) }));
        users.screens.forget(screenId);
        return unkept(c, { done: true });
      },
    );
}

/**
 * GET /screen/{token} — the display keeps its token as a cookie and goes to its view, or with `lobby` in it to the lobby. A link that is wrong or
 * revoked shows a browser `page` as 404, the built page that says so; any other client gets a refusal.
 */
export async function openScreen(users: Users, c: Context, token: string, page: Page): Promise<Response> {
  const view = await users.screens.viewOf(token);
  if (view === null) {
    const shown = c.req.header('accept')?.includes('text/html') ? page() : null;
    if (shown === null) throw new Refusal('file-unknown');
    const headers = new Headers(shown.headers);
    headers.delete('etag');
    headers.set('cache-control', 'no-store');
    return new Response(shown.body, { status: 404, headers });
  }
  setCookie(c, screenCookie(c), token, {
    httpOnly: true,
    secure: cameOverHttps(c),
    sameSite: 'Strict',
    path: '/',
    maxAge: 400 * 86_400,
  });
  c.header('cache-control', 'no-store');
  const { lobby, ...shown } = Object.fromEntries(new URLSearchParams(view));
  const query = new URLSearchParams(shown).toString();
  return c.redirect(`/${lobby === undefined ? '' : 'lobby'}${query === '' ? '' : `?${query}`}`, 302);
}
