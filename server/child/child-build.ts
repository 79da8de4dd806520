import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { FeatureCollection, Position } from 'geojson';
import type { Bounds, Shape } from '../../geodata/area/area.ts';
import { shapeDistanceM } from '../../geodata/area/shape-distance.ts';
import { buildCounty } from '../../geodata/build/build-county.ts';
import { buildGround } from '../../geodata/build/build-ground.ts';
import type { CountyFiles, GroundFiles, PlainMap } from '../../geodata/build/county-files.ts';
import type { GroundFile, TerrainFile } from '../../geodata/format/hand-over.ts';
import type { BuildJob, BuiltFiles, GroundParts, JobCounty } from './jobs.ts';

/** Draws the county and its ground where they differ from what is in force; what stays the same is not made again. */
export async function build(job: BuildJob, step: (file: string) => void): Promise<BuiltFiles> {
  const inForce = job.inForce ? readShapes(job.inForce.boundaries) : new Map<number, Shape>();
  const compared = job.county ? compare(job.county, inForce, job.toleranceM) : { movedFids: [], awayM: 0, gone: false };
  const differs = job.placesChanged || compared.gone || compared.movedFids.length > 0;
  step('map');
  const county = job.county && differs ? await drawCounty(job, job.county, inForce) : null;
  const groundParts = joinParts(job);
  const box = county
    ? { bounds: county.bounds, plain: plainMap(county.plain) }
    : job.inForce && { bounds: job.inForce.bounds, plain: plainMap(readFileSync(job.inForce.plain)) };
  const sameParts = groundParts !== null && job.groundInForce !== null && sameBytes(groundParts, job.groundInForce);
  const ground = box && groundParts && (county || !sameParts) ? await drawGround(groundParts, box) : null;
  return {
    county,
    ground,
    groundParts: sameParts ? null : groundParts,
    movedFids: county ? compared.movedFids : [],
    awayM: compared.awayM,
  };
}

/** Null when the county drawn anew comes out as the one in force, after the same repairs. */
async function drawCounty(job: BuildJob, county: JobCounty, inForce: Map<number, Shape>): Promise<CountyFiles | null> {
  const villages = county.villages.flatMap((village) => {
    const shape = village.shape ?? inForce.get(village.fid);
    return shape ? [{ ...village, shape }] : [];
  });
  const drawn = await buildCounty({ ...county, villages });
  if (!job.placesChanged && job.inForce && sameBytes(drawn.boundaries, job.inForce.boundaries)) return null;
  return drawn;
}

function compare(county: JobCounty, inForce: Map<number, Shape>, toleranceM: number) {
  const movedFids: number[] = [];
  let awayM = 0;
  const settled = new Set(county.villages.map(({ townFid }) => townFid));
  // Towns with villages and the county are drawn from the villages: their own shapes decide nothing.
  for (const { fid, shape } of [...county.villages, ...county.towns.filter((town) => !settled.has(town.fid))]) {
    if (shape === null) continue;
    const before = inForce.get(fid);
    const away = before ? shapeDistanceM(before, shape) : Number.POSITIVE_INFINITY;
    if (away > toleranceM) movedFids.push(fid);
    else awayM = Math.max(awayM, away);
  }
  const fids = new Set([...county.villages, ...county.towns, county.county].map(({ fid }) => fid));
  return { movedFids, awayM, gone: [...inForce.keys()].some((fid) => !fids.has(fid)) };
}

/** Shapes of a boundaries file by number. */
export function readShapes(path: string): Map<number, Shape> {
  const collection: FeatureCollection = JSON.parse(readFileSync(path, 'utf8'));
  return new Map(
    collection.features.flatMap(({ id, properties, geometry }): [number, Shape][] => {
      const fid = Number(id ?? properties?.fid);
      const coordinates: Position[][][] | null =
        geometry.type === 'Polygon'
          ? [geometry.coordinates]
          : geometry.type === 'MultiPolygon'
            ? geometry.coordinates
            : null;
      return coordinates ? [[fid, { type: 'MultiPolygon', coordinates }]] : [];
    }),
  );
}

const plainMap = (bytes: Uint8Array): PlainMap => JSON.parse(Buffer.from(bytes).toString('utf8'));

/** What files are called does not belong to the ground: the same content is the same ground. */
function joinParts({ ground, groundInForce }: BuildJob): Uint8Array | null {
  const kept: GroundParts | null = groundInForce ? deserialize(readFileSync(groundInForce)) : null;
  const terrain = ground.terrain ? { ...ground.terrain, file: '', notes: [] } : (kept?.terrain ?? null);
  const lines = (key: 'rivers' | 'roads' | 'places'): GroundFile[] => {
    if (ground[key].length === 0) return kept?.[key] ?? [];
    const features = ground[key].flatMap((file) => file.features);
    const reading = { system: 'WGS 84', basis: 'range', swappedAxes: false } as const;
    return [{ is: key, file: '', reading, features, notes: [] }];
  };
  const parts: GroundParts = { terrain, rivers: lines('rivers'), roads: lines('roads'), places: lines('places') };
  const empty = !parts.terrain && parts.rivers.length + parts.roads.length + parts.places.length === 0;
  return empty ? null : serialize(parts);
}

function drawGround(bytes: Uint8Array, box: { bounds: Bounds; plain: PlainMap }): Promise<GroundFiles> {
  const parts: { terrain: TerrainFile | null; rivers: GroundFile[]; roads: GroundFile[]; places: GroundFile[] } =
    deserialize(bytes);
  return buildGround({ ...parts, ...box });
}

function sameBytes(bytes: Uint8Array, path: string): boolean {
  const hash = (of: Uint8Array) => createHash('sha256').update(of).digest('hex');
  return hash(bytes) === hash(readFileSync(path));
}
