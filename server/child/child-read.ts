import { readFileSync } from 'node:fs';
import type { Bounds } from '../../geodata/area/area.ts';
import { findDefects } from '../../geodata/area/defects.ts';
import { labelPoint } from '../../geodata/area/label-point.ts';
import type { KnownPlaces } from '../../geodata/coordinate/known-county.ts';
import type { BoundaryFile, ReadFile } from '../../geodata/format/hand-over.ts';
import { readGeographic } from '../../geodata/format/read-geographic.ts';
import { readLedgers } from '../../geodata/sheet/read-ledgers.ts';
import type { FileGroup } from '../import/recognise.ts';
import type { ReadJob } from './jobs.ts';
import { printableFile } from './printable-file.ts';

/** Reads each group; `step` gets the file before it is opened, so that a child that is ended can be blamed on it. */
export async function readGroups(job: ReadJob, step: (file: string) => void): Promise<ReadFile[]> {
  const maps = job.groups.filter(({ kind }) => kind === 'map');
  const ledgers = job.groups.filter(({ kind }) => kind === 'ledger');
  const read: ReadFile[] = [];
  for (const files of await readMaps(maps, job, step)) read.push(...files);
  for (const group of ledgers) {
    step(group.file);
    for (const { name, path } of group.parts) read.push(...(await readLedgers(name, readFileSync(path))));
  }
  return read.map(printableFile);
}

/**
 * Files that cannot say where they lie are read once more when another file of the same import shows where the county is; so the order of
 * the files does not matter.
 */
async function readMaps(groups: FileGroup[], job: ReadJob, step: (file: string) => void): Promise<ReadFile[][]> {
  let known = job.known;
  const read: ReadFile[][] = [];
  for (const group of groups) {
    step(group.file);
    const files = await readMap(group, known, job.declared);
    read.push(files);
    known ??= files.map(countyShownBy).find((county) => county !== null) ?? null;
  }
  if (known === job.known) return read;
  for (const [index, group] of groups.entries()) {
    if (!read[index]?.some(isUncertain)) continue;
    step(group.file);
    read[index] = await readMap(group, known, job.declared);
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

const isUncertain = (file: ReadFile) =>
  ('reading' in file && file.reading.basis === 'range') || file.notes.some(({ severity }) => severity === 'question');

/** The county as a file shows it that states its own coordinates; null when it states none or has no villages. */
function countyShownBy(file: ReadFile): KnownPlaces | null {
  if (file.is !== 'boundaries' || !['declared', 'prj', 'zone-prefix'].includes(file.reading.basis)) return null;
  const villages = file.areas.flatMap(({ kind, code, name, shape }) =>
    kind === 'village' && shape ? [{ code, name, label: labelPoint(shape) }] : [],
  );
  if (villages.length === 0) return null;
  const bounds: Bounds = [180, 90, -180, -90];
  for (const { label } of villages) {
    bounds[0] = Math.min(bounds[0], label[0]);
    bounds[1] = Math.min(bounds[1], label[1]);
    bounds[2] = Math.max(bounds[2], label[0]);
    bounds[3] = Math.max(bounds[3], label[1]);
  }
  return { bounds, villages };
}
