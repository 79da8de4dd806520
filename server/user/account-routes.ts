import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import { readAreas } from '../area/area-store.ts';
import { recordEventIn } from '../audit/audit-event.ts';
import { viewAt } from '../change/view-at.ts';
import { type Transaction, write } from '../change/write.ts';
import { clockOf } from '../clock.ts';
import { addressOf, cameOverHttps } from '../http/address.ts';
import { checkedApp, reading, writing } from '../http/described.ts';
import { Refusal } from '../http/refusal.ts';
import { viewerOf } from '../http/who.ts';
import { openViewer } from '../person/open-viewer.ts';
import { writeSetting } from '../setting.ts';
import type { Role } from '../view.ts';
import { type AccountValues, changeAccount, makeAccount, setPassword } from './account-actions.ts';
import { readAccount } from './account-store.ts';
import { accountsAnswer } from './accounts-answer.ts';
import type { AccountGiven } from './answer.ts';
import { firstPassword, hashPassword } from './password.ts';
import {
  accountGivenSchema,
  accountsSchema,
  doneSchema,
  firstPasswordSchema,
  screensSchema,
} from './session-schemas.ts';
import { refuseMalformedLogin } from './set-up.ts';
import { screenCookie, type Users } from './users.ts';

const id = z.string().regex(/^[0-9a-f-]{36}$/);
const lang = { lang: z.enum(['zh', 'en']).optional() };

/** Accounts and screens, for the office and the administrator. */
export function accountRoutes(users: Users) {
  const { store } = users;
  /** One write with its event; `on` of the result says what it was done to. */
  const written = async <Result extends { on: string }>(
    c: Context,
    action: string,
    work: (tx: Transaction) => Promise<Result>,
  ): Promise<Result> => {
    const actor = viewerOf(c).id;
    return write(store, { actor, clock: await clockOf(store) }, async (tx) => {
      const result = await work(tx);
      await recordEventIn(tx.db, { actor, address: addressOf(c), action, subject: result.on, detail: {} });
      return result;
    });
  };
  return checkedApp()
    .openapi(
      reading({
        path: '/accounts',
        summary: 'Every account',
        action: 'manage-accounts',
        query: lang,
        params: {},
        answer: accountsSchema,
      }),
      async (c) => unkept(c, await accountsAnswer(store)),
    )
    .openapi(
      writing({
        method: 'post',
        path: '/accounts',
        summary: 'Make an account; answers its first password once',
        action: 'manage-accounts',
        params: {},
        body: accountGivenSchema,
        answer: firstPasswordSchema,
      }),
      async (c) => {
        const values = await valuesOf(users, c, c.req.valid('json'));
        const password = firstPassword();
        const hash = await hashPassword(password);
        const made = await written(c, 'make-account', async (tx) => {
          const accountId = await makeAccount(tx, values);
          const account = await readAccount(tx, { id: accountId });
          if (account) await setPassword(tx, account, { hash, mustChange: true });
          return { on: values.login, id: accountId };
        });
        return unkept(c, { id: made.id, password });
      },
    )
    .openapi(
      writing({
        method: 'put',
        path: '/accounts/{id}',
        summary: 'Change an account',
        action: 'manage-accounts',
        params: { id },
        body: accountGivenSchema,
        answer: doneSchema,
      }),
      async (c) => {
        const { id: accountId } = c.req.valid('param');
        const given = c.req.valid('json');
        await mayManage(users, c, accountId);
        const values = await valuesOf(users, c, given);
        const disabled = given.state === 'disabled';
        await written(c, disabled ? 'disable-account' : 'change-account', async (tx) => {
          await changeAccount(tx, accountId, { ...values, state: given.state });
          return { on: values.login };
        });
        users.accounts.forget(accountId);
        users.viewers.forget();
        if (disabled) await users.sessions.endAll(accountId);
        else users.sessions.reopen(accountId);
        return unkept(c, { done: true });
      },
    )
    .openapi(
      writing({
        method: 'post',
        path: '/accounts/{id}/reset',
        summary: 'Give an account a new first password',
        action: 'manage-accounts',
        params: { id },
        body: z.strictObject({}),
        answer: firstPasswordSchema,
      }),
      async (c) => {
        const { id: accountId } = c.req.valid('param');
        await mayManage(users, c, accountId);
        const password = firstPassword();
        const hash = await hashPassword(password);
        await written(c, 'reset-password', async (tx) => {
          const account = await readAccount(tx, { id: accountId });
          if (!account) throw new Refusal('account-unknown');
          await setPassword(tx, account, { hash, mustChange: true });
          return { on: account.login };
        });
        users.accounts.forget(accountId);
        await users.sessions.endAll(accountId);
        return unkept(c, { id: accountId, password });
      },
    )
    .openapi(
      writing({
        method: 'put',
        path: '/password-profile',
        summary: 'Which rule passwords are held to from now on',
        action: 'manage-accounts',
        params: {},
        body: z.strictObject({ profile: z.enum(['classified', 'asvs']) }),
        answer: doneSchema,
      }),
      async (c) => {
        const { profile } = c.req.valid('json');
        await written(c, 'set-password-profile', async (tx) => {
          await writeSetting(tx, 'passwordProfile', profile);
          tx.change({
            action: 'set-password-profile',
            subject: 'account',
            subjectId: 'passwordProfile',
            placeId: null,
          });
          return { on: profile };
        });
        return unkept(c, { done: true });
      },
    )
    .openapi(
      reading({
        path: '/screens',
        summary: 'Displays of meeting rooms',
        action: 'manage-screens',
        query: lang,
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
        action: 'manage-screens',
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

/** GET /screen/{token} — the display keeps its token as a cookie and goes to its view, or with `lobby` in it to the lobby. */
export async function openScreen(users: Users, c: Context, token: string): Promise<Response> {
  const view = await users.screens.viewOf(token);
  if (view === null) throw new Refusal('file-unknown');
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

function unkept(c: Context, answer: object): never {
  c.header('cache-control', 'private, no-store');
  c.header('vary', 'Cookie');
  return c.json(answer, 200) as never;
}

/** The office's accounts are managed by the office alone. */
async function mayManage(users: Users, c: Context, accountId: string): Promise<void> {
  const account = await readAccount(users.store, { id: accountId });
  if (!account) throw new Refusal('account-unknown');
  refuseAbove(c, account.role);
}

function refuseAbove(c: Context, role: Role): void {
  if (role === 'office' && viewerOf(c).role !== 'office') throw new Refusal('account-above');
}

/** Checks what is given and turns codes of places into their ids. */
async function valuesOf({ store }: Users, c: Context, given: AccountGiven): Promise<AccountValues> {
  const { state: _state, places: codes, ...values } = given;
  refuseMalformedLogin(given.login);
  refuseAbove(c, given.role);
  const areas = await readAreas(store, await viewAt(store, openViewer));
  const kind = given.role === 'town' || given.role === 'village' ? given.role : null;
  const found = areas.filter((area) => area.kind === kind && codes.includes(area.code));
  const whole =
    kind === null
      ? (given.role !== 'department' || given.subjects.length > 0) &&
        (given.role !== 'inspector' || given.teams.length > 0)
      : found.length > 0 && found.length === new Set(codes).size;
  if (!whole) throw new Refusal('account-place-needed', {}, 'places');
  return {
    ...values,
    places: found.map((area) => area.id),
    subjects: given.role === 'department' ? given.subjects : [],
    teams: given.role === 'inspector' ? given.teams : [],
  };
}
