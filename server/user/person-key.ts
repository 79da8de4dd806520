import { hash } from 'node:crypto';
import type { Account } from './account/account-store.ts';

/** 使用人标识 — names the person who uses an account, or a screen, to its pages; another person on the same account has another. Says nothing of either. */
export function personKey(account: Pick<Account, 'id' | 'personId'>): string {
  const key = keys.get(account) ?? digest(`${account.id} ${account.personId}`);
  keys.set(account, key);
  return key;
}

/** An account in use stands in memory and is asked for with every request. */
const keys = new WeakMap<object, string>();

export const screenKey = (screenId: string): string => digest(screenId);

const digest = (text: string): string => hash('sha256', text, 'base64url').slice(0, 22);
