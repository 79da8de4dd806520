import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Store } from '../../db/open.ts';
import { cameOverHttps } from '../../http/address.ts';
import { newToken, tokenHash } from '../token.ts';

/** The most browsers remembered of one account; the one unused longest goes. */
const mostDevices = 20;
const keptS = 400 * 86_400;
const cookieOf = (c: Context) => (cameOverHttps(c) ? '__Host-device' : 'device');

/** 常用设备 — the hash of the browser's cookie where an account has signed in from it before; else null. It lets nobody in, it only keeps strangers' tries apart. */
export async function knownDevice({ db }: Store, c: Context, accountId: string): Promise<string | null> {
  const token = getCookie(c, cookieOf(c));
  if (!token) return null;
  const hash = tokenHash(token);
  const found = await db
    .selectFrom('knownDevice')
    .where('tokenHash', '=', hash)
    .where('accountId', '=', accountId)
    .select('tokenHash')
    .executeTakeFirst();
  return found ? hash : null;
}

/** Remembers that an account has signed in from this browser. */
export async function rememberDevice({ db }: Store, c: Context, accountId: string): Promise<void> {
  const token = getCookie(c, cookieOf(c)) ?? newToken();
  const seenAt = new Date().toISOString();
  await db
    .insertInto('knownDevice')
    .values({ tokenHash: tokenHash(token), accountId, seenAt })
    .onConflict((same) => same.columns(['tokenHash', 'accountId']).doUpdateSet({ seenAt }))
    .execute();
  const rows = await db
    .selectFrom('knownDevice')
    .where('accountId', '=', accountId)
    .orderBy('seenAt', 'desc')
    .select('tokenHash')
    .execute();
  const old = rows.slice(mostDevices).map((row) => row.tokenHash);
  if (old.length > 0)
    await db.deleteFrom('knownDevice').where('accountId', '=', accountId).where('tokenHash', 'in', old).execute();
  setCookie(c, cookieOf(c), token, {
    ...{ httpOnly: true, secure: cameOverHttps(c), sameSite: 'Strict', path: '/', maxAge: keptS },
  });
}
