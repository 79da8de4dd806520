import { createHash } from 'node:crypto';
import { ordered } from '../change/same/rules.ts';
import { rowText } from '../db/chain.ts';

/** The hash a record is known by: the first 32 hex digits of SHA-256 over its text, the same whatever the order of its keys. */
export function baseOf(values: object): string {
  return createHash('sha256')
    .update(rowText(ordered(values) as object))
    .digest('hex')
    .slice(0, 32);
}
