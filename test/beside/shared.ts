import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KnownPlaces } from '../../geodata/coordinate/known-county.ts';
import type { ReadFile } from '../../geodata/format/hand-over.ts';
import { readGeographic } from '../../geodata/format/read-geographic.ts';

/** Folder of real data beside the repository. Where it is absent nothing in this folder is run: vite.config.ts. */
export const shared = join(import.meta.dirname, '../../../shared/data');

/** Reads files of a shared folder as one group. */
export function readShared(
  names: string | string[],
  known: KnownPlaces | null = null,
  declared: string | null = null,
): Promise<ReadFile[]> {
  const files = [names].flat().map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(shared, name))) }));
  return readGeographic(files, { known, declared });
}
