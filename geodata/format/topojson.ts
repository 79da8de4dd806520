import type { Geometry, Position } from 'geojson';
import { type CellValue, type RawFeature, type RawLayer, Unreadable } from './raw-layer.ts';

interface TopoGeometry {
  type: string;
  id?: string | number;
  properties?: Record<string, CellValue>;
  arcs?: unknown;
  coordinates?: unknown;
  geometries?: TopoGeometry[];
}

interface Topology {
  type: 'Topology';
  transform?: { scale: [number, number]; translate: [number, number] };
  arcs: number[][][];
  objects: Record<string, TopoGeometry>;
}

/** Whether parsed JSON says it is a topology. */
export const isTopology = (root: object): boolean => (root as { type?: unknown }).type === 'Topology';

/**
 * Decodes a TopoJSON topology into one layer for each object; arcs are joined without their shared end points. Borders that share an arc
 * keep the same vertices. Refuses with {@link Unreadable}: topojson-broken. Source: TopoJSON format specification 1.0.
 */
export function readTopology(file: string, root: object): RawLayer[] {
  const topology = root as Topology;
  if (!Array.isArray(topology.arcs) || typeof topology.objects !== 'object' || topology.objects === null) {
    throw new Unreadable('topojson-broken');
  }
  const arcs = topology.arcs.map((arc) => decodeArc(arc, topology.transform));
  const objects = Object.entries(topology.objects);
  return objects.map(([name, object]) => {
    const features: RawFeature[] = [];
    const members = object?.type === 'GeometryCollection' ? (object.geometries ?? []) : [object];
    members.forEach((member, index) => {
      const properties = { ...(member?.properties ?? {}) };
      if (member?.id !== undefined) properties['@id'] = member.id;
      features.push({ number: index + 1, geometry: geometryOf(member, arcs, topology.transform), properties });
    });
    return {
      file: objects.length > 1 ? `${file}/${name}` : file,
      format: 'topojson',
      features,
      prj: null,
      crsName: null,
      encoding: null,
      notes: [],
    };
  });
}

function decodeArc(arc: number[][], transform: Topology['transform']): Position[] {
  if (!Array.isArray(arc)) throw new Unreadable('topojson-broken');
  let x = 0;
  let y = 0;
  return arc.map((point) => {
    const [dx, dy] = point as [number, number];
    if (typeof dx !== 'number' || typeof dy !== 'number') throw new Unreadable('topojson-broken');
    if (!transform) return [dx, dy];
    x += dx;
    y += dy;
    return place([x, y], transform);
  });
}

const place = ([x, y]: [number, number], transform: NonNullable<Topology['transform']>): Position => [
  x * transform.scale[0] + transform.translate[0],
  y * transform.scale[1] + transform.translate[1],
];

function geometryOf(member: TopoGeometry, arcs: Position[][], transform: Topology['transform']): Geometry | null {
  const line = (indices: unknown): Position[] => {
    if (!Array.isArray(indices)) throw new Unreadable('topojson-broken');
    const positions: Position[] = [];
    for (const index of indices as number[]) {
      const arc = arcs[index < 0 ? ~index : index];
      if (!arc) throw new Unreadable('topojson-broken');
      const part = index < 0 ? [...arc].reverse() : arc;
      positions.push(...(positions.length > 0 ? part.slice(1) : part));
    }
    return positions;
  };
  const list = <Part>(value: unknown, read: (part: unknown) => Part): Part[] => {
    if (!Array.isArray(value)) throw new Unreadable('topojson-broken');
    return value.map(read);
  };
  const point = (value: unknown): Position => {
    const [x, y] = list(value, Number) as [number, number];
    return transform ? place([x, y], transform) : [x, y];
  };
  switch (member?.type) {
    case 'Polygon':
      return { type: 'Polygon', coordinates: list(member.arcs, line) };
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: list(member.arcs, (polygon) => list(polygon, line)) };
    case 'LineString':
      return { type: 'LineString', coordinates: line(member.arcs) };
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: list(member.arcs, line) };
    case 'Point':
      return { type: 'Point', coordinates: point(member.coordinates) };
    case 'MultiPoint':
      return { type: 'MultiPoint', coordinates: list(member.coordinates, point) };
    default:
      return null;
  }
}
