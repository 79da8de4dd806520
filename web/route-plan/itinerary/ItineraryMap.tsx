import { useMemo } from 'react';
import type { AreasAnswer } from '../../../server/area/answer.ts';
import type { LayerAnswer, ValuesAnswer } from '../../../server/layer/answer.ts';
import type { Itinerary } from '../../../server/route-plan/itinerary/answer.ts';
import PlainMap from '../../map/plain/PlainMap.tsx';
import type { MapCamera } from '../../map/props.ts';
import type { ViewState } from '../../url.ts';
import { teamColours } from '../plan-work.ts';

interface ItineraryMapProps {
  itinerary: Itinerary;
  areas: AreasAnswer;
  layer: LayerAnswer;
  values: ValuesAnswer | null;
  view: ViewState;
}

/** Pixels the map of an itinerary is about, on a phone and on paper. */
const about = { width: 340, height: 280 };

/** 路线图 — one team's day as SVG: sharp on paper, and light enough for an old phone. */
export function ItineraryMap({ itinerary, areas, layer, values, view }: ItineraryMapProps) {
  const camera = useMemo(() => cameraOf(itinerary), [itinerary]);
  const colour = teamColours[itinerary.number % teamColours.length] as string;
  const marks = itinerary.stops.map(({ at }, index) => ({ at, number: index + 1 }));
  return (
    <div className="itinerary-map">
      <PlainMap
        {...{ areas, layer, values, camera }}
        lang={view.lang}
        theme={view.theme}
        focus={{ kind: 'county' }}
        selected={null}
        filter={null}
        visits={null}
        showVisits={false}
        moved={null}
        routes={[{ id: itinerary.team, colour, legs: itinerary.legs, stops: marks }]}
        onCamera={() => undefined}
        onSelect={() => undefined}
        onEnter={() => undefined}
        onHover={() => undefined}
      />
    </div>
  );
}

const mercator = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);

/** The camera that shows all of a day. */
function cameraOf({ stops, legs, start, end }: Itinerary): MapCamera {
  const points = [
    ...stops.map(({ at }) => at),
    ...legs.flat(),
    ...[start, end].map(({ lon, lat }): [number, number] => [lon, lat]),
  ];
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const wide = Math.max((east - west) / 360, 1e-5);
  const high = Math.max(mercator(north) - mercator(south), 1e-5);
  const zoom = Math.log2(Math.min((about.width - 60) / wide, (about.height - 60) / high) / 512);
  return { lon: (west + east) / 2, lat: (south + north) / 2, zoom: Math.min(15, zoom) };
}
