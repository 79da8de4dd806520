import { existsSync, readFileSync } from 'node:fs';
import { readLimits } from '../child/limits.ts';
import { runChild } from '../child/run-child.ts';
import { filePath, saveFile } from '../db/files.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { pictureLimits, pictureUpload } from './limits.ts';

const limits = { ...readLimits, heapMb: 256, residentMb: 900, wallS: 30 };

/** A picture as kept: its name by its hash, and its size in pixels. */
export interface KeptPicture {
  name: string;
  width: number;
  height: number;
}

/** What a kept picture is called. */
const pictureName = /^[0-9a-f]{64}\.(png|jpg)$/;

/**
 * POST /api/pictures — reads a picture outside this process, makes it anew and keeps it by its hash.
 * Refuses what is none or too large, and `pictures-full` when it takes too long.
 */
export async function keepPicture({ dataDir }: Store, bytes: Uint8Array): Promise<KeptPicture> {
  const { mostPixels, sidePx } = pictureLimits;
  const { mostBytes, tooLarge } = pictureUpload;
  if (bytes.length > mostBytes) throw new Refusal(tooLarge, { most: mostBytes / 1024 ** 2 });
  const outcome = await runChild({ job: 'picture', bytes, mostPixels, sidePx }, limits, '');
  if ('refused' in outcome)
    throw new Refusal(outcome.refused.code === 'limit-time' ? 'pictures-full' : 'picture-unreadable');
  const { result } = outcome;
  if ('refused' in result)
    throw result.refused === 'unreadable'
      ? new Refusal('picture-unreadable')
      : new Refusal('picture-too-many-pixels', { most: mostPixels / 10_000, million: mostPixels / 1_000_000 });
  return { name: saveFile(dataDir, result.bytes, result.extension), width: result.width, height: result.height };
}

/** Whether a picture of that name is kept. */
export const hasPicture = ({ dataDir }: Pick<Store, 'dataDir'>, name: string): boolean =>
  pictureName.test(name) && existsSync(filePath(dataDir, name));

/** The bytes of a kept picture, for papers and answers; null when there is none of that name. */
export function readPicture(store: Pick<Store, 'dataDir'>, name: string): Uint8Array<ArrayBuffer> | null {
  return hasPicture(store, name) ? new Uint8Array(readFileSync(filePath(store.dataDir, name))) : null;
}
