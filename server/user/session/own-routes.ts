import { z } from '@hono/zod-openapi';
import { recordEvent, recordEventIn } from '../../change/audit-event.ts';
import { write } from '../../change/write.ts';
import { clockOf } from '../../db/clock.ts';
import { addressOf } from '../../http/address.ts';
import { Refusal } from '../../http/refusal.ts';
import { checkedApp, reading, writing } from '../../request/described.ts';
import { roleTitles } from '../../rights/rights.message.ts';
import { setPassword } from '../account/account-actions.ts';
import { accountOfLink } from '../account/account-links.ts';
import { noticesRead } from '../account/account-notices.ts';
import { readAccount } from '../account/account-store.ts';
import { doneSchema, linkSchema, type SessionsAnswer, sessionSchema, sessionsSchema } from '../answer.ts';
import { hashPassword } from '../password.ts';
import { signedInAccount, type Users } from '../users.ts';
import { unkept } from '../written.ts';
import { deviceText } from './device.message.ts';
import { passwordText } from './session-schemas.ts';
import { refuseWeak, signedIn } from './signing-in.ts';

const token = z.string().max(100);
const empty = z.strictObject({});

/** What somebody does with the own account: come in by a one-time link, read what was done to it, see and end the own sign-ins. */
export function ownRoutes(users: Users) {
  const { store } = users;
  const own = async (c: Parameters<typeof signedInAccount>[1]) => {
    const found = await signedInAccount(users, c);
    if (!found) throw new Refusal('sign-in-needed');
    return found;
  };
  return checkedApp()
    .openapi(
      writing({
        ...{ method: 'post', path: '/session/link', summary: 'Whom a one-time link is for', action: 'public' },
        ...{ params: {}, body: z.strictObject({ token }), answer: linkSchema },
      }),
      async (c) => {
        const account = await accountOfLink(store, c.req.valid('json').token);
        if (!account) throw new Refusal('link-over');
        const { login, role, personId } = account;
        const person = await store.db.selectFrom('person').where('id', '=', personId).select('name').executeTakeFirst();
        return unkept(c, { login, name: person?.name ?? null, roleTitle: roleTitles[role] });
      },
    )
    .openapi(
      writing({
        ...{
          method: 'post',
          path: '/session/link/use',
          summary: 'Set a password by a one-time link',
          action: 'public',
        },
        ...{ params: {}, body: z.strictObject({ token, password: passwordText }), answer: sessionSchema },
      }),
      async (c) => {
        const { token: given, password } = c.req.valid('json');
        const account = await accountOfLink(store, given);
        if (!account) throw new Refusal('link-over');
        await refuseWeak(store, account, password, 'password');
        const hash = await hashPassword(password);
        await write(store, { actor: account.id, clock: await clockOf(store) }, async (tx) => {
          const now = await accountOfLink(tx, given);
          if (!now) throw new Refusal('link-over');
          await setPassword(tx, now, { hash });
          const event = { actor: now.id, address: addressOf(c), action: 'use-link', subject: now.login, detail: {} };
          await recordEventIn(tx.db, event);
        });
        users.accounts.forget(account.id);
        users.viewers.forget();
        await users.sessions.endAll(account.id);
        const known = await readAccount(store, { id: account.id });
        if (!known) throw new Refusal('link-over');
        return signedIn(users, c, known);
      },
    )
    .openapi(
      writing({
        ...{ method: 'post', path: '/session/notices', summary: 'What was done to the own account is read' },
        ...{ action: 'public', params: {}, answer: doneSchema },
        body: z.strictObject({ ids: z.array(z.string().max(40)).max(200) }),
      }),
      async (c) => {
        await noticesRead(store, (await own(c)).account.id, c.req.valid('json').ids);
        return unkept(c, { done: true });
      },
    )
    .openapi(
      reading({
        ...{ path: '/sessions', summary: 'The own sign-ins', action: 'self', params: {}, answer: sessionsSchema },
        query: { lang: z.enum(['zh', 'en']).optional() },
      }),
      async (c) => {
        const { account, hash } = await own(c);
        const rows = await users.sessions.of(account.id);
        const sessions = rows.map(({ tokenHash, agent, address, createdAt, seenAt }) => ({
          ...{ id: tokenHash.slice(0, 16), device: deviceText(agent), address },
          ...{ since: createdAt, seenAt, current: tokenHash === hash },
        }));
        return unkept(c, { sessions } satisfies SessionsAnswer);
      },
    )
    .openapi(
      writing({
        ...{ method: 'delete', path: '/sessions/{id}', summary: 'End one of the own sign-ins', action: 'self' },
        ...{ params: { id: z.string().regex(/^[0-9a-f]{16}$|^others$/) }, body: empty, answer: doneSchema },
      }),
      async (c) => {
        const { account, hash } = await own(c);
        const { id } = c.req.valid('param');
        const rows = await users.sessions.of(account.id);
        const meant = rows.filter(({ tokenHash }) => (id === 'others' ? tokenHash !== hash : tokenHash.startsWith(id)));
        if (id !== 'others' && meant.length === 0) throw new Refusal('session-unknown');
        for (const { tokenHash } of meant) await users.sessions.end(tokenHash);
        const event = { actor: account.id, address: addressOf(c), action: 'end-own-sessions', subject: account.login };
        await recordEvent(store, { ...event, detail: { times: meant.length } });
        return unkept(c, { done: true });
      },
    );
}
