import type { Position } from 'geojson';
import mapshaper from 'mapshaper';
import type { Shape } from '../area/area.ts';
import { signedArea } from '../area/ring.ts';
import type { CountyToBuild } from './county-files.ts';

/** Borders kept once: an arc is a line between two junctions, and a ring lists arcs (negative: backwards, as in TopoJSON). */
export interface Topology {
  arcs: Position[][];
  /** What tiles the ground: the villages, or what stands in for them. */
  pieces: ArcShape[];
  villages: ArcShape[];
  towns: ArcShape[];
  county: ArcShape | null;
}

/** A place as rings of arcs, by polygon. */
export interface ArcShape {
  fid: number;
  town: number;
  polygons: number[][][];
}

interface TopoObject {
  geometries: {
    type: string | null;
    arcs?: number[][] | number[][][];
    properties?: { fid?: number; town?: number };
  }[];
}

/** Gaps up to this area, and slivers, are given to a neighbour; larger ones are true holes (a lake, an enclave of another county). */
const gapAreaM2 = 40_000;
/** A centimetre on the ground: what coordinates are rounded to, arc by arc, so that neighbours round alike. */
const degreesKept = '0.0000001';

/**
 * Joins the villages along shared borders, repairs overlaps and small gaps, derives towns and county, and simplifies: the first answer is whole,
 * then one for each interval (metres between kept points), coarser and coarser, each read as it is asked for and forgotten by the walk. Borders
 * stay shared in each, and no village vanishes. Without villages the towns are joined, without towns the county stands alone; with no shape at
 * all the borders are empty. Source: mapshaper's topology and Visvalingam simplification.
 */
export async function joinBorders(county: CountyToBuild, intervalsM: number[]): Promise<Iterable<Topology>> {
  const features = piecesOf(county).map(({ fid, town, shape }) => ({
    type: 'Feature',
    properties: { fid, town },
    geometry: shape,
  }));
  if (features.length === 0)
    return ['', ...intervalsM].map(() => ({ arcs: [], pieces: [], villages: [], towns: [], county: null }));
  const names = ['whole', ...intervalsM.map((_, at) => `step-${at}`)].map((name) => `${name}.json`);
  const write = (name: string) => `-o ${name} target=* format=topojson no-quantization precision=${degreesKept}`;
  const commands = [
    `-i villages.json name=village -clean gap-fill-area=${gapAreaM2}m2 overlap-rule=max-area`,
    ...(isInPieces(features) ? ['-dissolve fid,town target=village'] : []),
    '-dissolve town + name=town target=village',
    '-dissolve + name=county target=village',
    write(names[0] ?? ''),
    ...intervalsM.map(
      (interval, at) => `-simplify weighted keep-shapes interval=${interval}m ${write(names[at + 1] ?? '')}`,
    ),
  ];
  const written = await mapshaper.applyCommands(commands.join(' '), {
    'villages.json': { type: 'FeatureCollection', features },
  });
  return read(written, names);
}

function* read(written: Record<string, Uint8Array | string>, names: string[]): Generator<Topology> {
  for (const name of names) {
    const topology = topologyOf(written[name]);
    delete written[name];
    yield topology;
  }
}

/** Whether a place comes in several pieces; what stands in for villages has no number and is never one place. */
function isInPieces(features: { properties: { fid: number } }[]): boolean {
  const fids = features.map(({ properties }) => properties.fid).filter((fid) => fid !== 0);
  return new Set(fids).size < fids.length;
}

interface Piece {
  fid: number;
  town: number;
  shape: Shape;
}

/** What the county is made of: villages where there are any; a town or county standing in for them has no village's fid, 0. */
function piecesOf({ county, towns, villages }: CountyToBuild): Piece[] {
  if (villages.length > 0) return villages.map(({ fid, townFid, shape }) => ({ fid, town: townFid, shape }));
  const outlines = towns.flatMap(({ fid, shape }) => (shape ? [{ fid: 0, town: fid, shape }] : []));
  if (outlines.length > 0) return outlines;
  return county.shape ? [{ fid: 0, town: 0, shape: county.shape }] : [];
}

function topologyOf(bytes: Uint8Array | string | undefined): Topology {
  const { arcs, objects }: { arcs: Position[][]; objects: Record<string, TopoObject> } = JSON.parse(
    Buffer.from(bytes ?? '{}').toString('utf8'),
  );
  const pieces = shapesOf(objects.village);
  return {
    arcs,
    pieces,
    villages: pieces.filter(({ fid }) => fid !== 0),
    towns: shapesOf(objects.town).map((shape) => ({ ...shape, fid: shape.town, town: 0 })),
    county: shapesOf(objects.county)[0] ?? null,
  };
}

function shapesOf(object: TopoObject | undefined): ArcShape[] {
  return (object?.geometries ?? []).flatMap(({ type, arcs, properties }) => {
    if (!arcs || (type !== 'Polygon' && type !== 'MultiPolygon')) return [];
    const polygons = (type === 'Polygon' ? [arcs] : arcs) as number[][][];
    return [{ fid: properties?.fid ?? 0, town: properties?.town ?? 0, polygons }];
  });
}

/** The positions of an arc as a ring walks it. */
function arcOf(arcs: Position[][], index: number): Position[] {
  return index >= 0 ? (arcs[index] ?? []) : (arcs[~index] ?? []).toReversed();
}

/** The closed rings of a shape's polygons, exteriors first and counter-clockwise, holes clockwise. */
export function polygonsOf({ arcs }: Topology, shape: ArcShape): Position[][][] {
  return shape.polygons.map((rings) =>
    rings.map((ring, hole) => {
      const line = ring.flatMap((index, at) => arcOf(arcs, index).slice(at === 0 ? 0 : 1));
      return signedArea(line) > 0 === (hole === 0) ? line : line.reverse();
    }),
  );
}

export interface Border {
  level: 1 | 2 | 3;
  line: Position[];
}

/** Each border once, with the highest level that meets there: 1 county, 2 town, 3 village. */
export function bordersOf({ arcs, pieces }: Topology): Border[] {
  const beside: number[][] = arcs.map(() => []);
  for (const { town, polygons } of pieces)
    for (const ring of polygons.flat()) for (const index of ring) beside[index >= 0 ? index : ~index]?.push(town);
  return arcs.flatMap((line, at): Border[] => {
    const [one, other, ...more] = beside[at] ?? [];
    if (one === undefined || line.length < 2) return [];
    if (other === undefined) return [{ level: 1, line }];
    return [{ level: [other, ...more].some((town) => town !== one) ? 2 : 3, line }];
  });
}
