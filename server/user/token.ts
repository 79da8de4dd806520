import { hash, randomBytes } from 'node:crypto';

/** An opaque id of 128 bits, as text. */
export const newToken = (): string => randomBytes(16).toString('base64url');

/** What is kept of it. */
export const tokenHash = (token: string): string => hash('sha256', token, 'hex');
