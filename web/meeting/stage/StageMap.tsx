import { useMemo } from 'react';
import type { AreasAnswer } from '../../../server/area/answer.ts';
import type { LayerAnswer, ValuesAnswer } from '../../../server/layer/answer.ts';
import { Halves } from '../../history/Halves.tsx';
import CountyMap from '../../map/CountyMap.tsx';
import type { MapFocus, MapProps } from '../../map/props.ts';
import { countsIn } from '../../places.ts';
import type { ViewState } from '../../url.ts';
import { StageLegend } from './StageLegend.tsx';
import type { SavedView } from './saved-view.ts';

export interface StageMapProps {
  areas: AreasAnswer;
  layer: LayerAnswer;
  values: ValuesAnswer | null;
  /** Code of the place gone to; null: the county. */
  place: string | null;
  /** Whether the place stands out by its outline. */
  outlined: boolean;
  /** Height of the smallest letter on the map, pixels; null leaves it to the map. */
  typePx: number | null;
  view: ViewState;
  title: string;
  /** A view as it was saved; null or left out: the layer at the place. */
  saved?: SavedView | null;
  children?: React.ReactNode;
}

const padding = { top: 36, right: 36, bottom: 36, left: 36 };
/** The way to the next place: short enough to have arrived when the next sentence begins. Milliseconds. */
const flightMs = 200;
const nothing = () => undefined;

/** 台上的图 — the map at the place of a step, with its legend; nobody's hand changes where it stands. */
export function StageMap(props: StageMapProps) {
  const { areas, layer, values, place, outlined, typePx, view, title, saved = null, children } = props;
  const { lang, theme } = view;
  const own = useMemo((): MapFocus => {
    const town = areas.towns.find(({ code }) => code === place);
    const village = areas.villages.find(({ code }) => code === place);
    if (village) return { kind: 'village', fid: village.fid };
    return town ? { kind: 'town', fid: town.fid } : { kind: 'county' };
  }, [areas, place]);
  const focus = saved?.map.focus ?? own;
  const counts =
    values?.layer === layer.id ? countsIn(areas, layer, values, focus.kind === 'town' ? focus.fid : null) : null;
  const map: Omit<MapProps, 'values'> = {
    ...{ areas, layer, focus, lang, theme, flightMs, moved: null },
    ...(typePx === null ? {} : { typePx }),
    selected: outlined && focus.kind !== 'county' ? focus.fid : null,
    ...{ filter: null, visits: null, showVisits: false, camera: null },
    ...saved?.map,
    ...{ onCamera: nothing, onSelect: nothing, onEnter: nothing, onHover: nothing },
  };
  return (
    <section className="stage-map" aria-label={title}>
      <div className="stage-map-box">
        {saved?.halves ? (
          <Halves map={map} {...saved.halves} railed={false} />
        ) : (
          <CountyMap {...map} {...{ values, padding }} />
        )}
        {children}
      </div>
      <StageLegend {...{ layer, counts, lang, theme }} />
    </section>
  );
}
