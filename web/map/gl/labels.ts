import type { FeatureCollection, Point } from 'geojson';
import type { AreasAnswer, PlaceAnswer } from '../../../server/layer/answer.ts';

/** The names of towns (level 2) and villages (level 3) as points, in official order (property `order`). */
export function labelsOf(areas: AreasAnswer): FeatureCollection<Point> {
  const features = (places: PlaceAnswer[], level: number) =>
    places.flatMap(({ fid, name, label }, order) =>
      label
        ? [
            {
              type: 'Feature' as const,
              id: fid,
              geometry: { type: 'Point' as const, coordinates: label },
              properties: { fid, name, level, order },
            },
          ]
        : [],
    );
  return { type: 'FeatureCollection', features: [...features(areas.towns, 2), ...features(areas.villages, 3)] };
}
