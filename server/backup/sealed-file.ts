import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { BackupProblem } from './backup-problem.ts';

/** What stands readable at the head of a backup; every frame is bound to it. */
export interface BackupHead {
  format: 'county-map-backup';
  version: 1;
  at: string;
  engine: string;
  schema: number;
  seq: number;
  /** Which of its folder it is, counted from 1 as they were made, whatever the clock said; left out by former releases. */
  order?: number;
}

const frameBytes = 1 << 20;
const tagBytes = 16;

/** A key is 32 bytes; its name in the head tells which one a backup needs. */
const keyName = (key: Uint8Array): string =>
  createHash('sha256').update('county-map key').update(key).digest('hex').slice(0, 16);

/**
 * 加密封装 — seals bytes in frames of AES-256-GCM: each bound to the head, to its number and to whether it is the last, so that a frame cut off,
 * changed, repeated or moved is found. Source: the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015).
 */
export async function seal(
  file: FileHandle,
  key: Uint8Array,
  head: BackupHead,
  plain: AsyncIterable<Uint8Array>,
): Promise<number> {
  const prefix = randomBytes(7);
  const text = Buffer.from(`${JSON.stringify({ ...head, key: keyName(key), prefix: prefix.toString('hex') })}\n`);
  await file.write(text);
  let written = text.length;
  let number = 0;
  const put = async (bytes: Uint8Array, last: boolean) => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, number++, last)).setAAD(text);
    const sealed = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    const size = Buffer.alloc(5);
    size.writeUInt32BE(sealed.length);
    size[4] = last ? 1 : 0;
    await file.write(Buffer.concat([size, sealed]));
    written += size.length + sealed.length;
  };
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of plain) {
    held = Buffer.concat([held, chunk]);
    while (held.length > frameBytes) {
      await put(held.subarray(0, frameBytes), false);
      held = held.subarray(frameBytes);
    }
  }
  await put(held, true);
  return written;
}

/** The head of a backup, without a key. Refuses what is no backup. */
export async function readHead(
  file: FileHandle,
): Promise<{ head: BackupHead; text: Buffer; key: string; prefix: Buffer }> {
  const start = Buffer.alloc(headBytes);
  const { bytesRead } = await file.read(start, 0, start.length, 0);
  return headIn(start.subarray(0, bytesRead));
}

/** Most bytes a head has. */
export const headBytes = 4096;

/** The same of the first bytes of a file. */
export function headIn(start: Buffer): { head: BackupHead; text: Buffer; key: string; prefix: Buffer } {
  const end = start.indexOf(10);
  try {
    const text = start.subarray(0, end + 1);
    const { key, prefix, ...head } = JSON.parse(text.toString()) as BackupHead & { key: string; prefix: string };
    if (head.format === 'county-map-backup' && head.version === 1)
      return { head, text, key, prefix: Buffer.from(prefix, 'hex') };
  } catch {
    // Refused below as what it is: no backup.
  }
  throw new BackupProblem('no-backup');
}

/** The bytes that were sealed, frame by frame. Refuses another key, and a file cut off or changed. */
export async function* unseal(file: FileHandle, key: Uint8Array): AsyncGenerator<Uint8Array> {
  const { text, key: wanted, prefix } = await readHead(file);
  if (wanted !== keyName(key)) throw new BackupProblem('wrong-key');
  let at = text.length;
  for (let number = 0; ; number++) {
    const size = Buffer.alloc(5);
    if ((await file.read(size, 0, 5, at)).bytesRead < 5) throw new BackupProblem('cut');
    const length = size.readUInt32BE();
    const last = size[4] === 1;
    if (length < tagBytes || length > frameBytes + tagBytes) throw new BackupProblem('changed');
    const sealed = Buffer.alloc(length);
    if ((await file.read(sealed, 0, length, at + 5)).bytesRead < length) throw new BackupProblem('cut');
    at += 5 + length;
    try {
      const opened = createDecipheriv('aes-256-gcm', key, nonceOf(prefix, number, last)).setAAD(text);
      opened.setAuthTag(sealed.subarray(-tagBytes));
      yield Buffer.concat([opened.update(sealed.subarray(0, -tagBytes)), opened.final()]);
    } catch {
      throw new BackupProblem('changed');
    }
    if (last) return;
  }
}

function nonceOf(prefix: Buffer, number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  prefix.copy(nonce);
  nonce.writeUInt32BE(number, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
}
