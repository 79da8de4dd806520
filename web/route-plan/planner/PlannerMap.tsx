import { useState } from 'react';
import type { AreasAnswer } from '../../../server/area/answer.ts';
import type { LayerAnswer, ValuesAnswer } from '../../../server/layer/answer.ts';
import type { ChoiceVillage } from '../../../server/route-plan/answer.ts';
import CountyMap from '../../map/CountyMap.tsx';
import type { MapCamera, RouteLine } from '../../map/props.ts';
import { routeWords } from '../../message/route/route-words.ts';
import type { ViewState } from '../../url.ts';
import { Lasso } from './Lasso.tsx';

interface PlannerMapProps {
  areas: AreasAnswer;
  layer: LayerAnswer;
  values: ValuesAnswer | null;
  routes: RouteLine[];
  villages: ChoiceVillage[];
  lasso: boolean;
  view: ViewState;
  onDrawn(codes: string[]): void;
}

const mapPadding = { top: 24, right: 24, bottom: 24, left: 24 };

/** The map of the planner, over which a line may be drawn round villages. */
export function PlannerMap({ areas, layer, values, routes, villages, lasso, view, onDrawn }: PlannerMapProps) {
  const { lang } = view;
  const [camera, setCamera] = useState<MapCamera | null>(null);
  // To know where the hand draws, the camera has to be known: until it was moved, the whole county.
  const shown = camera ?? (lasso ? countyCamera(villages) : null);
  return (
    <div className="planner-map">
      <CountyMap
        {...{ areas, layer, values, lang, routes }}
        focus={{ kind: 'county' }}
        selected={null}
        filter={null}
        visits={null}
        showVisits={false}
        theme={view.theme}
        camera={shown}
        moved={null}
        onCamera={setCamera}
        onSelect={() => undefined}
        onEnter={() => undefined}
        onHover={() => undefined}
        padding={mapPadding}
      />
      {lasso && shown && (
        <Lasso
          camera={shown}
          villages={villages}
          hint={routeWords(lang).lassoHint}
          onDrawn={(codes) => {
            setCamera(shown);
            onDrawn(codes);
          }}
        />
      )}
    </div>
  );
}

function countyCamera(villages: ChoiceVillage[]): MapCamera {
  const [lons, lats] = [villages.map(({ at }) => at[0]), villages.map(({ at }) => at[1])];
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const span = Math.max(0.02, east - west, (north - south) / Math.cos((north * Math.PI) / 180));
  return { lon: (west + east) / 2, lat: (south + north) / 2, zoom: Math.log2((360 / span / 512) * 480) };
}
