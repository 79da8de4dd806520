import { recordEventIn } from '../../change/audit-event.ts';
import { write } from '../../change/write.ts';
import { clockOf } from '../../db/clock.ts';
import type { Store } from '../../db/open.ts';
import { readSetting, writeSetting } from '../../db/setting.ts';
import { Refusal } from '../../http/refusal.ts';
import { makeAccount, setPassword } from '../account/account-actions.ts';
import { type Account, hasAccounts, readAccount } from '../account/account-store.ts';
import { hashPassword } from '../password.ts';
import { passwordPolicy, wordsOfCounty } from '../password-policy.ts';
import { passwordFault } from '../password-profile.ts';
import { newToken, tokenHash } from '../token.ts';
import type { Users } from '../users.ts';

const loginPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{1,31}$/;

/** Refuses a login that is no login. */
export function refuseMalformedLogin(login: string): void {
  if (!loginPattern.test(login)) throw new Refusal('login-malformed', {}, 'login');
}

/** 首次设置 — a one-time token for the first account of a store without any; null where there is one. Each start makes a new one. */
export async function offerSetUp(store: Store): Promise<string | null> {
  if (await hasAccounts(store)) return null;
  const token = newToken();
  await writeSetting(store, 'setUp', tokenHash(token));
  return token;
}

/** Makes the first account, the office's; refuses `set-up-over` with any but the token offered last, or when an account exists. */
export async function makeFirstAccount(
  { store }: Users,
  {
    token,
    login,
    name,
    post,
    password,
    address,
  }: { token: string; login: string; name: string; post: string; password: string; address: string },
): Promise<Account> {
  if ((await readSetting(store, 'setUp')) !== tokenHash(token)) throw new Refusal('set-up-over');
  refuseMalformedLogin(login.trim());
  const policy = await passwordPolicy(store);
  const fault = passwordFault(password, login.trim(), policy, await wordsOfCounty(store));
  if (fault) throw new Refusal(fault, { length: policy.minLength, classes: policy.classes }, 'password');
  const hash = await hashPassword(password);
  return write(store, { actor: 'set-up', clock: await clockOf(store) }, async (tx) => {
    if (await hasAccounts(tx)) throw new Refusal('set-up-over');
    const id = await makeAccount(tx, {
      login: login.trim(),
      name,
      post,
      unit: null,
      workPhone: null,
      role: 'office',
      places: [],
      subjects: [],
      teams: [],
    });
    const made = await readAccount(tx, { id });
    if (!made) throw new Refusal('account-unknown');
    await setPassword(tx, made, { hash });
    await tx.db.deleteFrom('setting').where('name', '=', 'setUp').execute();
    await recordEventIn(tx.db, { actor: id, address, action: 'set-up', subject: made.login, detail: {} });
    return (await readAccount(tx, { id })) ?? made;
  });
}
