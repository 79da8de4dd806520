import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { readAreas } from '../../area/area-store.ts';
import { viewAt } from '../../change/view-at.ts';
import type { Transaction } from '../../change/write.ts';
import { writeSetting } from '../../db/setting.ts';
import { Refusal } from '../../http/refusal.ts';
import { openViewer } from '../../person/open-viewer.ts';
import { checkedApp, reading, writing } from '../../request/described.ts';
import { viewerOf } from '../../request/who.ts';
import { type AccountDone, accountDoneSchema, accountsSchema, doneSchema } from '../answer.ts';
import { refuseMalformedLogin } from '../session/set-up.ts';
import type { Users } from '../users.ts';
import { unkept, writtenWith } from '../written.ts';
import { noticeAccount } from './account-notices.ts';
import {
  type Actor,
  actorOf,
  assentFor,
  changeFor,
  type Done,
  linkFor,
  makeFor,
  passOnFor,
  resetFor,
  targetOf,
} from './account-office.ts';
import { type AccountGiven, accountGivenSchema, personGivenSchema } from './account-schemas.ts';
import type { AccountValues } from './account-store.ts';
import { accountsAnswer } from './accounts-answer.ts';

const params = { id: z.string().regex(/^[0-9a-f-]{36}$/) };
const empty = z.strictObject({});

/** Accounts, for the office and the administrators, each as far as `powerOver` goes. */
export function accountRoutes(users: Users) {
  const { store } = users;
  const written = writtenWith(users);
  /** One act on an account; what its person has open ends with it where it has to. */
  const acted = async (c: Context, formerId: string | null, work: (tx: Transaction, actor: Actor) => Promise<Done>) => {
    const done = await written(c, '', async (tx) => work(tx, await actorOf(tx, c)));
    for (const id of new Set([formerId ?? done.id, done.id])) {
      users.accounts.forget(id);
      if (done.ends) await users.sessions.endAll(id);
    }
    users.viewers.forget();
    return unkept(c, { id: done.id, proposed: done.proposed, link: done.link } satisfies AccountDone);
  };
  const act = { params, answer: accountDoneSchema, method: 'post', action: 'manage-accounts' } as const;
  return checkedApp()
    .openapi(
      reading({
        ...{ path: '/accounts', summary: 'Every account', action: 'manage-accounts' as const },
        query: { lang: z.enum(['zh', 'en']).optional() },
        ...{ params: {}, answer: accountsSchema },
      }),
      async (c) => unkept(c, await accountsAnswer(store, viewerOf(c))),
    )
    .openapi(
      writing({
        ...{ ...act, params: {}, path: '/accounts', body: accountGivenSchema },
        summary: 'Make an account, or propose it; the office gets its one-time link',
      }),
      async (c) => {
        const values = await valuesOf(users, c.req.valid('json'), viewerOf(c).role === 'office');
        return acted(c, null, (tx, actor) => makeFor(tx, actor, values));
      },
    )
    .openapi(
      writing({
        ...{ ...act, method: 'put', path: '/accounts/{id}', body: accountGivenSchema },
        summary: 'Change an account, or propose it',
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        const given = c.req.valid('json');
        const values = await valuesOf(users, given, viewerOf(c).role === 'office');
        const disabled = given.state === 'disabled';
        return acted(c, id, (tx, actor) => changeFor(tx, actor, id, { ...values, disabled }));
      },
    )
    .openapi(
      writing({
        ...act,
        path: '/accounts/{id}/reset',
        body: empty,
        summary: 'End every way in but a new one-time link',
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        return acted(c, id, (tx, actor) => resetFor(tx, actor, id));
      },
    )
    .openapi(
      writing({
        ...{ ...act, action: 'assent-accounts', path: '/accounts/{id}/assent' },
        summary: 'Agree to what an administrator proposed of an account, or not',
        body: z.strictObject({
          proposal: z.string().max(40),
          agree: z.boolean(),
          teams: z.array(z.string().max(60)).max(20),
        }),
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        return acted(c, id, (tx, actor) => assentFor(tx, actor, id, c.req.valid('json')));
      },
    )
    .openapi(
      writing({
        ...{ ...act, action: 'assent-accounts', path: '/accounts/{id}/link', body: empty },
        summary: 'A new one-time link for an account that waits for one',
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        return acted(c, id, (tx, actor) => linkFor(tx, actor, id));
      },
    )
    .openapi(
      writing({
        ...{ ...act, action: 'assent-accounts', path: '/accounts/{id}/pass-on', body: personGivenSchema },
        summary: 'Pass an account on to the next person in its function',
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        return acted(c, id, (tx, actor) => passOnFor(tx, actor, id, c.req.valid('json')));
      },
    )
    .openapi(
      writing({
        ...{ ...act, action: 'keep-security', path: '/accounts/{id}/end-sessions', body: empty },
        summary: 'End every sign-in of an account',
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        return acted(c, id, async (tx, actor) => {
          const { account } = await targetOf(tx, actor, id, ['end-sessions']);
          await noticeAccount(tx, { accountId: id, actor: actor.id, action: 'end-sessions' });
          return { id, on: account.login, as: 'end-sessions', proposed: false, link: null, ends: true };
        });
      },
    )
    .openapi(
      writing({
        ...{ ...act, action: 'keep-security', path: '/accounts/{id}/unlock', body: empty },
        summary: 'Lift what wrong tries have locked of an account',
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        return acted(c, id, async (tx, actor) => {
          const { account } = await targetOf(tx, actor, id, ['unlock']);
          users.guard.lift(account.login);
          return { id, on: account.login, as: 'unlock-account', proposed: false, link: null, ends: false };
        });
      },
    )
    .openapi(
      writing({
        method: 'put',
        path: '/password-profile',
        summary: 'Which rule passwords are held to from now on',
        action: 'keep-security',
        params: {},
        body: z.strictObject({ profile: z.enum(['classified', 'asvs']) }),
        answer: doneSchema,
      }),
      async (c) => {
        const { profile } = c.req.valid('json');
        await written(c, 'set-password-profile', async (tx) => {
          await writeSetting(tx, 'passwordProfile', profile);
          const change = { action: 'set-password-profile', subject: 'account', subjectId: 'passwordProfile' };
          tx.change({ ...change, placeId: null });
          return { on: profile };
        });
        return unkept(c, { done: true });
      },
    );
}

/** Checks what is given and turns codes of places into their ids; teams are the office's to give. */
async function valuesOf({ store }: Users, given: AccountGiven, byOffice: boolean): Promise<AccountValues> {
  const { state: _state, places: codes, ...values } = given;
  refuseMalformedLogin(given.login);
  const areas = await readAreas(store, await viewAt(store, openViewer));
  const kind = given.role === 'town' || given.role === 'village' ? given.role : null;
  const found = areas.filter((area) => area.kind === kind && codes.includes(area.code));
  const whole =
    kind === null
      ? (given.role !== 'department' || given.subjects.length > 0) &&
        (given.role !== 'inspector' || !byOffice || given.teams.length > 0)
      : found.length > 0 && found.length === new Set(codes).size;
  if (!whole) throw new Refusal('account-place-needed', {}, 'places');
  return {
    ...values,
    places: found.map((area) => area.id),
    subjects: given.role === 'department' ? given.subjects : [],
    teams: given.role === 'inspector' ? given.teams : [],
  };
}
