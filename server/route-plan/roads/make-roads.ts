import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import type { GroundFile, TerrainFile } from '../../../geodata/format/hand-over.ts';
import { elevationOf } from '../../../geodata/road/elevation.ts';
import { buildHierarchy } from '../../../geodata/road/hierarchy.ts';
import { buildNetwork, roadLines } from '../../../geodata/road/network.ts';
import { filePath } from '../../db/files.ts';
import { keepRoads, type ReadyRoads } from './road-file.ts';

/** 建路网 — makes the roads of a ground ready and keeps them; null where it has none. A disk that takes nothing does not hinder it: they are made again next time. */
export function makeRoads(dataDir: string, ground: string): ReadyRoads | null {
  const parts = deserialize(readFileSync(filePath(dataDir, ground))) as {
    roads: GroundFile[];
    terrain?: TerrainFile | null;
  };
  const lines = roadLines(parts.roads.flatMap(({ features }) => features));
  if (lines.length === 0) return null;
  const network = buildNetwork(lines, parts.terrain ? elevationOf(parts.terrain) : null);
  const ready = { network, hierarchy: buildHierarchy(network) };
  try {
    keepRoads(dataDir, ground, ready);
  } catch (problem) {
    console.error('roads are not kept', problem);
  }
  return ready;
}
