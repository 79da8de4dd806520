import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { onNewEpoch } from '../db/epoch.ts';
import type { Store } from '../db/open.ts';
import { cameOverHttps } from '../http/address.ts';
import type { WhoAsks } from '../request/who.ts';
import type { Viewer } from '../rights/view.ts';
import { type Account, Accounts } from './account/account-store.ts';
import { passwordPolicy } from './password-policy.ts';
import { isExpired, isOldForAny } from './password-profile.ts';
import { personKey, screenKey } from './person-key.ts';
import { endInTime, endInTimeOnceConfirmed } from './put-right.ts';
import { Screens } from './screen-tokens.ts';
import { Sessions } from './session/session-store.ts';
import { SignInGuard } from './session/sign-in-guard.ts';
import { Viewers } from './viewer-of.ts';

/** Who is who on one store: sessions, screens, viewers and the guard before the door. */
export interface Users {
  store: Store;
  /** Whether this server itself speaks TLS. */
  secure: boolean;
  accounts: Accounts;
  sessions: Sessions;
  screens: Screens;
  guard: SignInGuard;
  viewers: Viewers;
  whoAsks: WhoAsks;
  /** Whether who asked a while ago is still signed in; being asked does not keep anybody signed in. */
  stillHere(c: Context): Promise<boolean>;
}

/** A signed-in account with its session. */
export interface SignedInAccount {
  account: Account;
  hash: string;
  endsAt: number;
}

const sweepEveryMs = 60_000;
/** How much of a wait a killed server may forget to have passed. */
const keepEveryMs = 5_000;

/** Who is who on a store; sessions over by time are ended once a minute. */
export function createUsers(store: Store, { secure }: { secure: boolean }): Users {
  const users: Users = {
    store,
    secure,
    accounts: new Accounts(store),
    sessions: new Sessions(store),
    screens: new Screens(store),
    guard: new SignInGuard(),
    viewers: new Viewers(store),
    whoAsks: (c) => whoAsks(users, c),
    stillHere: (c) => stillHere(users, c),
  };
  void users.guard.takeUp(store);
  setInterval(() => {
    if (users.guard.isHolding()) users.guard.keep(store).catch(() => undefined);
  }, keepEveryMs).unref();
  onNewEpoch(store, () => {
    for (const one of [users.accounts, users.sessions, users.screens]) one.forgetAll();
    users.viewers.forget();
  });
  endInTimeOnceConfirmed(store, users.sessions);
  setInterval(() => {
    endInTime(store, users.sessions)
      .then(() => users.sessions.sweep())
      .catch(() => undefined);
  }, sweepEveryMs).unref();
  return users;
}

/** Over HTTPS the browser itself keeps the cookie to this host and path. */
export const sessionCookie = (c: Context) => (cameOverHttps(c) ? '__Host-session' : 'session');
export const screenCookie = (c: Context) => (cameOverHttps(c) ? '__Host-screen' : 'screen');

async function whoAsks(users: Users, c: Context): Promise<Viewer | null> {
  const signedIn = await signedInAccount(users, c);
  if (signedIn) {
    c.set('person', personKey(signedIn.account));
    return signedIn.account.mustChange ? null : users.viewers.of(signedIn.account);
  }
  const token = getCookie(c, screenCookie(c));
  const screen = token ? await users.screens.viewerOf(token) : null;
  c.set('person', screen && screenKey(screen.id));
  return screen;
}

async function stillHere(users: Users, c: Context): Promise<boolean> {
  const token = getCookie(c, sessionCookie(c));
  if (token) return users.sessions.isAlive(token);
  const screen = getCookie(c, screenCookie(c));
  return screen !== undefined && (await users.screens.viewOf(screen)) !== null;
}

/** The account of the request's session; null when nobody is signed in or the account was disabled. */
export async function signedInAccount(users: Users, c: Context): Promise<SignedInAccount | null> {
  const token = getCookie(c, sessionCookie(c));
  if (!token) return null;
  const session = await users.sessions.find(token);
  if (!session) return null;
  const account = await users.accounts.find(session.accountId);
  if (!account || account.state === 'disabled' || account.state === 'pending') return null;
  return { account: await due(users.store, account), hash: session.hash, endsAt: session.endsAt };
}

/** Whether the password has to be changed: a first one, or one too old; invented people have none. Which profile is in force matters only to a password old for one of them. */
export async function due(store: Store, account: Account): Promise<Account> {
  const { passwordHash, passwordAt, mustChange } = account;
  const now = new Date();
  const must =
    passwordHash !== null &&
    (mustChange || (isOldForAny(passwordAt, now) && isExpired(passwordAt, now, await passwordPolicy(store))));
  return must === mustChange ? account : { ...account, mustChange: must };
}
