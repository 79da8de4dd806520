import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { BackupProblem } from './backup-problem.ts';

/** The key of a file: 64 hex digits. Refuses a file that is missing or holds no key. */
export function readKey(path: string): Buffer {
  if (!existsSync(path)) throw new BackupProblem('key-missing', { file: path });
  const text = readFileSync(path, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new BackupProblem('key-unusable', { file: path });
  return Buffer.from(text, 'hex');
}

/** The key of a file, made with the first backup and readable by its owner only. */
export function readOrMakeKey(path: string): { key: Buffer; made: boolean } {
  if (existsSync(path)) return { key: readKey(path), made: false };
  const key = randomBytes(32);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch {
    throw new BackupProblem('not-writable', { folder: dirname(path) });
  }
  return { key, made: true };
}
