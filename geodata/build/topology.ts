import type { Position } from 'geojson';
import mapshaper from 'mapshaper';
import type { CountyToBuild } from './county-files.ts';

/** Borders kept once: an arc is a line between two junctions, and a ring lists arcs (negative: backwards, as in TopoJSON). */
export interface Topology {
  arcs: Position[][];
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

/**
 * Joins the villages along shared borders, repairs overlaps and small gaps, derives towns and county, and simplifies: the first answer is whole,
 * then one for each interval (metres between kept points), coarser and coarser. Borders stay shared in each, and no village vanishes.
 * Source: mapshaper's topology and Visvalingam simplification.
 */
export async function joinBorders(county: CountyToBuild, intervalsM: number[]): Promise<Topology[]> {
  const features = county.villages.map(({ fid, townFid, shape }) => ({
    type: 'Feature',
    properties: { fid, town: townFid },
    geometry: shape,
  }));
  const names = ['whole', ...intervalsM.map((_, at) => `step-${at}`)].map((name) => `${name}.json`);
  const write = (name: string) => `-o ${name} target=* format=topojson no-quantization`;
  const commands = [
    `-i villages.json name=village -clean gap-fill-area=${gapAreaM2}m2 overlap-rule=max-area`,
    '-dissolve town + name=town target=village',
    '-dissolve + name=county target=village',
    write(names[0] ?? ''),
    ...intervalsM.map(
      (interval, at) => `-simplify weighted keep-shapes interval=${interval}m ${write(names[at + 1] ?? '')}`,
    ),
  ];
  const written = await mapshaper.applyCommands(commands.join(' '), {
    'villages.json': JSON.stringify({ type: 'FeatureCollection', features }),
  });
  return names.map((name) => topologyOf(written[name]));
}

function topologyOf(bytes: Uint8Array | string | undefined): Topology {
  const { arcs, objects }: { arcs: Position[][]; objects: Record<string, TopoObject> } = JSON.parse(
    Buffer.from(bytes ?? '{}').toString('utf8'),
  );
  return {
    arcs,
    villages: shapesOf(objects.village),
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
export function arcOf(arcs: Position[][], index: number): Position[] {
  return index >= 0 ? (arcs[index] ?? []) : (arcs[~index] ?? []).toReversed();
}

/** The closed rings of a shape's polygons, exteriors first as mapshaper wrote them. */
export function polygonsOf({ arcs }: Topology, shape: ArcShape): Position[][][] {
  return shape.polygons.map((rings) =>
    rings.map((ring) => ring.flatMap((index, at) => arcOf(arcs, index).slice(at === 0 ? 0 : 1))),
  );
}

export interface Border {
  level: 1 | 2 | 3;
  line: Position[];
}

/** Each border once, with the highest level that meets there: 1 county, 2 town, 3 village. */
export function bordersOf({ arcs, villages }: Topology): Border[] {
  const beside: number[][] = arcs.map(() => []);
  for (const { town, polygons } of villages)
    for (const ring of polygons.flat()) for (const index of ring) beside[index >= 0 ? index : ~index]?.push(town);
  return arcs.flatMap((line, at): Border[] => {
    const [one, other, ...more] = beside[at] ?? [];
    if (one === undefined || line.length < 2) return [];
    if (other === undefined) return [{ level: 1, line }];
    return [{ level: [other, ...more].some((town) => town !== one) ? 2 : 3, line }];
  });
}
