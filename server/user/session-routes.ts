import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { recordEvent, recordEventIn } from '../audit/audit-event.ts';
import { write } from '../change/write.ts';
import { clockOf } from '../clock.ts';
import { addressOf, cameOverHttps } from '../http/address.ts';
import { checkedApp, reading, writing } from '../http/described.ts';
import { Refusal } from '../http/refusal.ts';
import { readSetting } from '../setting.ts';
import { setPassword } from './account-actions.ts';
import { type Account, readAccount } from './account-store.ts';
import { hashPassword, isPassword } from './password.ts';
import { passwordPolicy, wordsOfCounty } from './password-policy.ts';
import { passwordFault } from './password-profile.ts';
import { screenAnswer, sessionAnswer } from './session-answer.ts';
import { doneSchema, loginText, passwordText, sessionSchema } from './session-schemas.ts';
import { makeFirstAccount } from './set-up.ts';
import { tokenHash } from './token.ts';
import { due, screenCookie, sessionCookie, signedInAccount, type Users } from './users.ts';

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
        const signedIn = await signedInAccount(users, c);
        const answer = await sessionAnswer(users, signedIn, cameOverHttps(c));
        const screen = signedIn ? null : await users.screens.named(getCookie(c, screenCookie(c)));
        return personal(
          c,
          screen ? { ...answer, people: null, viewer: screenAnswer(screen.id, screen.title) } : answer,
        );
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
        if (!account || account.passwordHash !== null || account.state === 'disabled') throw new Refusal('sample-only');
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
        return personal(c, { done: true });
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

/** What is for one person stays with that person’s browser. */
function personal(c: Context, answer: object): never {
  c.header('cache-control', 'private, no-store');
  c.header('vary', 'Cookie');
  return c.json(answer, 200) as never;
}

const event = (c: Context, actor: string | null, action: string, subject: string) => ({
  actor,
  address: addressOf(c),
  action,
  subject,
  detail: {},
});

/** The account of a login and its password; whoever is wrong too often waits. */
async function checkedAccount(users: Users, c: Context, login: string, password: string): Promise<Account> {
  const { store, guard } = users;
  const address = addressOf(c);
  const name = login.toLowerCase();
  const account = await readAccount(store, { login });
  // Asked for a login that does not exist as well, so that the answer takes as long.
  const known = await signedInFrom(users, account?.id ?? 'nobody', address);
  const wait = guard.waitMs(name, address, known);
  if (wait > 0) throw new Refusal('sign-in-wait', { seconds: Math.ceil(wait / 1000) });
  // Counted before the slow check, so that many tries at once are not free; taken back when it was right.
  guard.failed(name, address);
  const right = await isPassword(account?.state === 'disabled' ? null : (account?.passwordHash ?? null), password);
  if (!right || !account) {
    await recordEvent(store, event(c, account?.id ?? null, 'sign-in-refused', name.slice(0, 40)));
    throw new Refusal('sign-in-wrong');
  }
  guard.succeeded(name, address);
  return account;
}

async function signedInFrom({ store }: Users, accountId: string, address: string): Promise<boolean> {
  const found = await store.db
    .selectFrom('auditEvent')
    .where('actor', '=', accountId)
    .where('action', '=', 'sign-in')
    .where('address', '=', address)
    .select('number')
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** A new session under a new id; one that came with the request ends. */
async function signedIn(users: Users, c: Context, account: Account): Promise<never> {
  const before = await signedInAccount(users, c);
  if (before) await users.sessions.end(before.hash);
  const address = addressOf(c);
  const token = await users.sessions.open(account.id, { address, agent: c.req.header('user-agent') ?? '' });
  await refuseOvertaken(users, account, token);
  await recordEvent(users.store, event(c, account.id, 'sign-in', account.login));
  setCookie(c, sessionCookie(c), token, {
    httpOnly: true,
    secure: cameOverHttps(c),
    sameSite: 'Strict',
    path: '/',
  });
  const session = await users.sessions.find(token);
  return personal(
    c,
    await sessionAnswer(
      users,
      {
        account: await due(users.store, account),
        hash: session?.hash ?? '',
        endsAt: session?.endsAt ?? Date.now(),
      },
      cameOverHttps(c),
    ),
  );
}

/** A password reset or an account disabled while the old password was being checked: its session does not live. */
async function refuseOvertaken({ store, sessions }: Users, before: Account, token: string): Promise<void> {
  const now = await readAccount(store, { id: before.id });
  if (now && now.state !== 'disabled' && now.passwordHash === before.passwordHash) return;
  await sessions.end(tokenHash(token));
  throw new Refusal('sign-in-wrong');
}

async function changeOwnPassword(
  { store, guard }: Users,
  c: Context,
  account: Account,
  { current, next }: { current: string; next: string },
): Promise<void> {
  const address = addressOf(c);
  const wait = guard.waitMs(account.login, address, true);
  if (wait > 0) throw new Refusal('sign-in-wait', { seconds: Math.ceil(wait / 1000) });
  guard.failed(account.login, address);
  if (!(await isPassword(account.passwordHash, current))) throw new Refusal('password-wrong', {}, 'current');
  guard.succeeded(account.login, address);
  await refuseWeak(store, account, next);
  const hash = await hashPassword(next);
  await write(store, { actor: account.id, clock: await clockOf(store) }, async (tx) => {
    const now = await readAccount(tx, { id: account.id });
    if (!now || now.passwordHash !== account.passwordHash) throw new Refusal('password-wrong', {}, 'current');
    await setPassword(tx, now, { hash, mustChange: false });
    await recordEventIn(tx.db, event(c, account.id, 'change-password', account.login));
  });
}

/** Refuses a password the profile does not take, or one of the last, the one in use among them. */
async function refuseWeak(store: Users['store'], account: Account, next: string): Promise<void> {
  const policy = await passwordPolicy(store);
  const fault = passwordFault(next, account.login, policy, await wordsOfCounty(store));
  if (fault) throw new Refusal(fault, { length: policy.minLength, classes: policy.classes }, 'next');
  const former = await store.db
    .selectFrom('formerPassword')
    .where('accountId', '=', account.id)
    .orderBy('at', 'desc')
    .limit(Math.max(0, policy.remembered - 1))
    .select('hash')
    .execute();
  for (const hash of [account.passwordHash, ...former.map((one) => one.hash)])
    if (hash !== null && (await isPassword(hash, next)))
      throw new Refusal('password-used', { remembered: Math.max(1, policy.remembered) }, 'next');
}
