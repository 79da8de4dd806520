import type { FeatureCollection, Point } from 'geojson';
import type { AreasAnswer, PlaceAnswer } from '../../../../server/area/answer.ts';
import { isWhole } from '../../plain/place-labels.ts';

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

/** The places (fids) whose name, in letters of `sizePx` about its label point, would reach over an edge of the screen. */
export function cutNames(
  places: Pick<PlaceAnswer, 'fid' | 'name' | 'label'>[],
  project: (at: [number, number]) => { x: number; y: number },
  { screen, sizePx }: { screen: { width: number; height: number }; sizePx: number },
): number[] {
  return places.flatMap(({ fid, name, label }) => {
    if (!label) return [];
    const { x, y } = project(label);
    return isWhole({ fid, text: name, x, y, sizePx, rank: 0 }, screen) ? [] : [fid];
  });
}
