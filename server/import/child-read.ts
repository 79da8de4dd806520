import { readFileSync } from 'node:fs';
import { findDefects } from '../../geodata/area/defects.ts';
import type { KnownPlaces } from '../../geodata/coordinate/known-county.ts';
import type { BoundaryFile, ReadFile } from '../../geodata/format/hand-over.ts';
import { readGeographic } from '../../geodata/format/read-geographic.ts';
import { readLedgers } from '../../geodata/sheet/read-ledgers.ts';
import type { ReadJob } from './jobs.ts';
import type { FileGroup } from './recognise.ts';

/** Reads each group; `step` is told the file before it is opened, so that a child that is ended can be blamed on it. */
export async function readGroups(job: ReadJob, step: (file: string) => void): Promise<ReadFile[]> {
  const maps = job.groups.filter(({ kind }) => kind === 'map');
  const ledgers = job.groups.filter(({ kind }) => kind === 'ledger');
  const read: ReadFile[] = [];
  for (const group of maps) {
    step(group.file);
    read.push(...(await readMap(group, job.known, job.declared)));
  }
  for (const group of ledgers) {
    step(group.file);
    for (const { name, path } of group.parts) read.push(...(await readLedgers(name, readFileSync(path))));
  }
  return read;
}

async function readMap(group: FileGroup, known: KnownPlaces | null, declared: string | null): Promise<ReadFile[]> {
  const files = group.parts.map(({ name, path }) => ({ name, bytes: new Uint8Array(readFileSync(path)) }));
  const read = await readGeographic(files, { known, declared });
  return read.map((file) => (file.is === 'boundaries' ? withoutDefects(file) : file));
}

function withoutDefects(file: BoundaryFile): BoundaryFile {
  const { areas, notes } = findDefects(file.areas, file.file);
  return { ...file, areas, notes: [...file.notes, ...notes] };
}
