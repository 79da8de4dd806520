import type { GeoJSONVTTile } from '@maplibre/geojson-vt';

type Feature = GeoJSONVTTile['features'][number];

/** What of a cut tile there is to draw. A feature smaller than the tile's grid has nothing, and a reader may refuse it. */
export const drawable = (tile: GeoJSONVTTile): GeoJSONVTTile => ({ ...tile, features: tile.features.flatMap(drawn) });

function drawn(feature: Feature): Feature[] {
  if (feature.type === 1) return [feature];
  const least = feature.type === 3 ? 4 : 2;
  const lines = (feature.geometry as number[][][]).map(withoutRepeats).filter((line) => line.length >= least);
  return lines.length > 0 ? [{ ...feature, geometry: lines } as Feature] : [];
}

/** A line whose points differ from the one before. */
const withoutRepeats = (line: number[][]): number[][] =>
  line.filter(([x, y], at) => at === 0 || x !== line[at - 1]?.[0] || y !== line[at - 1]?.[1]);
