import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Hierarchy } from '../../../geodata/road/hierarchy.ts';
import type { RoadNetwork } from '../../../geodata/road/network.ts';

/** The county's roads made ready: the network and its hierarchy, typed arrays throughout. */
export interface ReadyRoads {
  network: RoadNetwork;
  hierarchy: Hierarchy;
}

/** Changes whenever the same roads would be made ready otherwise. */
const format = 1;
const ending = '.roads';

const folderOf = (dataDir: string) => join(dataDir, 'roads');
const pathOf = (dataDir: string, ground: string) =>
  join(folderOf(dataDir), `${ground.replace(/\W/g, '-')}-${format}${ending}`);

/** 读路网 — the roads kept for this ground; null when there are none, or the file is not whole. */
export function readRoads(dataDir: string, ground: string): ReadyRoads | null {
  const path = pathOf(dataDir, ground);
  if (!existsSync(path)) return null;
  try {
    const { network, hierarchy } = deserialize(readFileSync(path)) as ReadyRoads;
    return hierarchy.rank.length === network.nodes ? { network, hierarchy } : null;
  } catch {
    return null;
  }
}

/** Written beside and put in place when whole; those of former grounds go. */
export function keepRoads(dataDir: string, ground: string, ready: ReadyRoads): void {
  const path = pathOf(dataDir, ground);
  mkdirSync(folderOf(dataDir), { recursive: true });
  const half = `${path}.half-${process.pid}`;
  const handle = openSync(half, 'w');
  const bytes = serialize(ready);
  for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(half, path);
  for (const name of readdirSync(folderOf(dataDir)))
    if (join(folderOf(dataDir), name) !== path) rmSync(join(folderOf(dataDir), name), { force: true });
}
