import { z } from '@hono/zod-openapi';
import { deleteCookie, getCookie } from 'hono/cookie';
import { recordEvent } from '../../change/audit-event.ts';
import { readSetting } from '../../db/setting.ts';
import { addressOf, cameOverHttps } from '../../http/address.ts';
import { Refusal } from '../../http/refusal.ts';
import { checkedApp, reading, writing } from '../../request/described.ts';
import { isOpen, readAccount } from '../account/account-store.ts';
import { doneSchema, sessionSchema } from '../answer.ts';
import { screenCookie, sessionCookie, signedInAccount, type Users } from '../users.ts';
import { unkept } from '../written.ts';
import { screenAnswer, sessionAnswer } from './session-answer.ts';
import { loginText, passwordText } from './session-schemas.ts';
import { makeFirstAccount } from './set-up.ts';
import { changeOwnPassword, checkedAccount, event, signedIn } from './signing-in.ts';

/** Signing in and out, one's own password, the first account. */
export function sessionRoutes(users: Users) {
  const { store } = users;
  return checkedApp()
    .openapi(
      reading({
        path: '/session',
        summary: 'Who is signed in, and what signing in needs',
        action: 'public',
        query: { lang: z.enum(['zh', 'en']).optional() },
        params: {},
        answer: sessionSchema,
      }),
      async (c) => {
        const found = await signedInAccount(users, c);
        const answer = await sessionAnswer(users, found, cameOverHttps(c));
        const screen = found ? null : await users.screens.named(getCookie(c, screenCookie(c)));
        return unkept(c, screen ? { ...answer, people: null, viewer: screenAnswer(screen.id, screen.title) } : answer);
      },
    )
    .openapi(
      writing({
        method: 'post',
        path: '/session',
        summary: 'Sign in',
        action: 'public',
        params: {},
        body: z.strictObject({ login: loginText, password: passwordText }),
        answer: sessionSchema,
      }),
      async (c) => {
        const { login, password } = c.req.valid('json');
        const account = await checkedAccount(users, c, login.trim(), password);
        return signedIn(users, c, account);
      },
    )
    .openapi(
      writing({
        method: 'post',
        path: '/session/sample',
        summary: 'Sign in as an invented person of the sample county',
        action: 'public',
        params: {},
        body: z.strictObject({ login: loginText }),
        answer: sessionSchema,
      }),
      async (c) => {
        if ((await readSetting(store, 'sample')) !== 'yes') throw new Refusal('sample-only');
        const account = await readAccount(store, { login: c.req.valid('json').login });
        if (!account || account.passwordHash !== null || !isOpen(account)) throw new Refusal('sample-only');
        return signedIn(users, c, account);
      },
    )
    .openapi(
      writing({
        method: 'delete',
        path: '/session',
        summary: 'Sign out',
        action: 'public',
        params: {},
        body: z.strictObject({}),
        answer: doneSchema,
      }),
      async (c) => {
        const found = await signedInAccount(users, c);
        if (found) {
          await users.sessions.end(found.hash);
          await recordEvent(store, event(c, found.account.id, 'sign-out', found.account.login));
        }
        deleteCookie(c, sessionCookie(c), { path: '/', secure: cameOverHttps(c) });
        return unkept(c, { done: true });
      },
    )
    .openapi(
      writing({
        method: 'post',
        path: '/session/password',
        summary: 'Change one’s own password',
        action: 'public',
        params: {},
        body: z.strictObject({ current: passwordText, next: passwordText }),
        answer: sessionSchema,
      }),
      async (c) => {
        const found = await signedInAccount(users, c);
        if (!found) throw new Refusal('sign-in-needed');
        const { current, next } = c.req.valid('json');
        await changeOwnPassword(users, c, found.account, { current, next });
        users.accounts.forget(found.account.id);
        await users.sessions.endAll(found.account.id);
        const account = await readAccount(store, { id: found.account.id });
        if (!account) throw new Refusal('sign-in-needed');
        return signedIn(users, c, account);
      },
    )
    .openapi(
      writing({
        method: 'post',
        path: '/set-up',
        summary: 'Make the first account by the one-time link',
        action: 'public',
        params: {},
        body: z.strictObject({
          token: z.string().max(100),
          login: loginText,
          name: z.string().trim().min(1).max(60),
          post: z.string().trim().min(1).max(60),
          password: passwordText,
        }),
        answer: sessionSchema,
      }),
      async (c) => signedIn(users, c, await makeFirstAccount(users, { ...c.req.valid('json'), address: addressOf(c) })),
    );
}
