import type { Feature, LineString, MultiLineString, Point, Position } from 'geojson';
import type { Decision } from '../coordinate/decide-system.ts';
import type { Note } from '../note.ts';
import type { GroundFile } from './hand-over.ts';
import type { RawFeature, RawLayer } from './raw-layer.ts';

/** Lines or points of a layer in WGS 84, with the notes that tell of them; multipoints come apart. */
export function readGround(
  layer: RawLayer,
  is: GroundFile['is'],
  features: RawFeature[],
  decision: Decision,
  warnings: string[],
): GroundFile {
  const { file } = layer;
  const convert = (part: unknown): unknown =>
    Array.isArray(part) && typeof part[0] === 'number'
      ? decision.toWgs84(part as Position)
      : (part as unknown[]).map(convert);
  const converted = features.flatMap(({ geometry, properties }): GroundFile['features'] => {
    if (!geometry || geometry.type === 'GeometryCollection') return [];
    const coordinates = convert(geometry.coordinates);
    if (geometry.type !== 'MultiPoint') return [feature({ type: geometry.type, coordinates }, properties)];
    return (coordinates as Position[]).map((point) => feature({ type: 'Point', coordinates: point }, properties));
  });
  const values = { count: converted.length, system: decision.reading.system };
  const notes: Note[] = [
    { code: `${is}-understood`, severity: 'understood', at: { file }, values },
    ...warnings.map((code): Note => ({ code, severity: 'warning', at: { file } })),
  ];
  return { is, file, reading: decision.reading, features: converted, notes };
}

const feature = (geometry: { type: string; coordinates: unknown }, properties: RawFeature['properties']) =>
  ({ type: 'Feature', properties, geometry }) as Feature<LineString | MultiLineString | Point>;
