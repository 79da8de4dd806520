import { createHash } from 'node:crypto';
import type { Account } from './account-store.ts';

/** 使用人标识 — names the person who uses an account, or a screen, to its pages; another person on the same account has another. Says nothing of either. */
export const personKey = ({ id, personId }: Pick<Account, 'id' | 'personId'>): string => digest(`${id} ${personId}`);

export const screenKey = (screenId: string): string => digest(screenId);

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);
