import { systemOfPrj } from '../coordinate/prj.ts';
import type { GivenFile } from './gather-layers.ts';
import type { ReadFile } from './hand-over.ts';
import { decodeFile } from './text-encoding.ts';

/** placeholder replaced below */
export async function readTerrain(picture: GivenFile, siblings: GivenFile[]): Promise<ReadFile> {
  const prj = siblings.find(({ name }) => /\.prj$/i.test(name));
  const system = prj ? systemOfPrj(decodeFile(prj.bytes).text) : null;
  return {
    is: 'refused',
    file: picture.name,
    notes: [
      {
        code: system ? 'terrain-not-a-grid' : 'terrain-without-place',
        severity: 'refused',
        at: { file: picture.name },
      },
    ],
  };
}
