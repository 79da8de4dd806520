import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import { recordEvent, recordEventIn } from '../../change/audit-event.ts';
import { write } from '../../change/write.ts';
import { clockOf } from '../../db/clock.ts';
import { addressOf, cameOverHttps } from '../../http/address.ts';
import { Refusal } from '../../http/refusal.ts';
import { setPassword } from '../account/account-actions.ts';
import { type Account, isOpen, readAccount } from '../account/account-store.ts';
import { hashPassword, isPassword } from '../password.ts';
import { passwordPolicy, wordsOfCounty } from '../password-policy.ts';
import { passwordFault } from '../password-profile.ts';
import { tokenHash } from '../token.ts';
import { due, sessionCookie, signedInAccount, type Users } from '../users.ts';
import { unkept } from '../written.ts';
import { knownDevice, rememberDevice } from './known-devices.ts';
import { sessionAnswer } from './session-answer.ts';
import type { Try } from './sign-in-guard.ts';

export const event = (c: Context, actor: string | null, action: string, subject: string) => ({
  actor,
  address: addressOf(c),
  action,
  subject,
  detail: {},
});

/** The account of a login and its password; after too many wrong ones the person waits. */
export async function checkedAccount(users: Users, c: Context, login: string, password: string): Promise<Account> {
  const { store, guard } = users;
  const address = addressOf(c);
  const name = login.toLowerCase();
  const account = await readAccount(store, { login });
  // Asked for a login that does not exist as well, so that the answer takes as long.
  const id = account?.id ?? 'nobody';
  const [device, known] = await Promise.all([knownDevice(store, c, id), signedInFrom(users, id, address)]);
  const tried: Try = { login: name, address, device, known };
  await refuseEarly(users, tried);
  const slowMs = guard.slowMs(tried);
  if (slowMs > 0) await new Promise((resolve) => setTimeout(resolve, slowMs));
  const right = await isPassword(account && isOpen(account) ? account.passwordHash : null, password);
  if (!right || !account) {
    await guard.keep(store).catch(() => undefined);
    await recordEvent(store, event(c, account?.id ?? null, 'sign-in-refused', name.slice(0, 40)));
    throw new Refusal('sign-in-wrong');
  }
  guard.succeeded(tried);
  await guard.keep(store).catch(() => undefined);
  return account;
}

/** Refuses who has to wait; else counts a failure before the slow check, so that many tries at once are not free: taken back when it was right. */
async function refuseEarly({ guard, store }: Users, tried: Try): Promise<void> {
  await guard.ready();
  const wait = guard.waitMs(tried);
  if (wait > 0) {
    await guard.keep(store).catch(() => undefined);
    throw new Refusal('sign-in-wait', { seconds: Math.ceil(wait / 1000) });
  }
  guard.failed(tried);
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
export async function signedIn(users: Users, c: Context, account: Account) {
  const before = await signedInAccount(users, c);
  if (before) await users.sessions.end(before.hash);
  const address = addressOf(c);
  const token = await users.sessions.open(account.id, { address, agent: c.req.header('user-agent') ?? '' });
  await refuseOvertaken(users, account, token);
  await recordEvent(users.store, event(c, account.id, 'sign-in', account.login));
  await rememberDevice(users.store, c, account.id);
  setCookie(c, sessionCookie(c), token, {
    httpOnly: true,
    secure: cameOverHttps(c),
    sameSite: 'Strict',
    path: '/',
  });
  const session = await users.sessions.find(token);
  return unkept(
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
  if (now && isOpen(now) && now.passwordHash === before.passwordHash) return;
  await sessions.end(tokenHash(token));
  throw new Refusal('sign-in-wrong');
}

export async function changeOwnPassword(
  users: Users,
  c: Context,
  account: Account,
  { current, next }: { current: string; next: string },
): Promise<void> {
  const { store, guard } = users;
  const address = addressOf(c);
  const tried: Try = { login: account.login, address, device: await knownDevice(store, c, account.id), known: true };
  await refuseEarly(users, tried);
  const right = await isPassword(account.passwordHash, current);
  if (right) guard.succeeded(tried);
  await guard.keep(store).catch(() => undefined);
  if (!right) throw new Refusal('password-wrong', {}, 'current');
  await refuseWeak(store, account, next, 'next');
  const hash = await hashPassword(next);
  await write(store, { actor: account.id, clock: await clockOf(store) }, async (tx) => {
    const now = await readAccount(tx, { id: account.id });
    if (!now || now.passwordHash !== account.passwordHash) throw new Refusal('password-wrong', {}, 'current');
    await setPassword(tx, now, { hash });
    await recordEventIn(tx.db, event(c, account.id, 'change-password', account.login));
  });
}

/** Refuses a password the profile does not take, or one of the last, the one in use among them. */
export async function refuseWeak(store: Users['store'], account: Account, next: string, field: string): Promise<void> {
  const policy = await passwordPolicy(store);
  const fault = passwordFault(next, account.login, policy, await wordsOfCounty(store));
  if (fault) throw new Refusal(fault, { length: policy.minLength, classes: policy.classes }, field);
  const former = await store.db
    .selectFrom('formerPassword')
    .where('accountId', '=', account.id)
    .orderBy('at', 'desc')
    .limit(Math.max(0, policy.remembered - 1))
    .select('hash')
    .execute();
  for (const hash of [account.passwordHash, ...former.map((one) => one.hash)])
    if (hash !== null && (await isPassword(hash, next)))
      throw new Refusal('password-used', { remembered: Math.max(1, policy.remembered) }, field);
}
