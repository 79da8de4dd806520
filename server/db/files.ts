import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Keeps bytes under the name of their SHA-256 in the data folder; the same bytes are kept once. Gives the name, e.g. `3f…a1.pmtiles`. */
export function saveFile(dataDir: string, bytes: Uint8Array, extension: string): string {
  const name = `${createHash('sha256').update(bytes).digest('hex')}.${extension}`;
  const path = filePath(dataDir, name);
  if (existsSync(path)) return name;
  mkdirSync(join(dataDir, 'files'), { recursive: true });
  const half = `${path}.half-${process.pid}`;
  const handle = openSync(half, 'w');
  for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(half, path);
  forceFolder(join(dataDir, 'files'));
  return name;
}

/** The file's name is on disk before a record can name it; Windows has no such call and needs none. */
function forceFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** Where a kept file lies. */
export function filePath(dataDir: string, name: string): string {
  return join(dataDir, 'files', name);
}
