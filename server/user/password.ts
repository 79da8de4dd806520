import { hash, verify } from '@node-rs/argon2';

/** argon2id (the library's default kind), 19 MiB, two passes. Source: OWASP password storage cheat sheet. Worked out beside the event loop. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A password as it is kept; the same signs typed another way (full width, composed) are the same password. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost);

let dummy: Promise<string> | null = null;

/** Whether a password is the one kept; without one kept it takes as long and says no. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword('no account has this');
  const right = await verify(kept ?? (await dummy), password.normalize('NFKC'));
  return kept !== null && right;
}
