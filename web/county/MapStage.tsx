import { useMemo, useState } from 'react';
import { HalvesAsked } from '../history/Halves.tsx';
import CountyMap from '../map/CountyMap.tsx';
import type { MapCamera, MapFault, MapProps } from '../map/props.ts';
import { focusOn, type KnownPlace, statusByFid } from '../places.ts';
import type { ViewState } from '../url.ts';
import type { ChangeView } from '../use-view.ts';

interface StageProps extends Pick<MapProps, 'areas' | 'layer' | 'values' | 'visits' | 'moved'> {
  view: ViewState;
  /** Classes shown; null: all. */
  classes: string[] | null;
  place: KnownPlace | null;
  selected: KnownPlace | null;
  byFid: Map<number, KnownPlace>;
  side: Side;
  /** Two days beside each other; null: one map. */
  halves: { from: string; to: string | null; toDay: string } | null;
  change: ChangeView;
  onFault(fault: MapFault): void;
}

/** The map with what a pointer over it says. */
export function MapStage({
  areas,
  layer,
  values,
  visits,
  moved,
  view,
  classes,
  place,
  selected,
  byFid,
  side,
  halves,
  change,
  onFault,
}: StageProps) {
  const [under, setUnder] = useState<Under | null>(null);
  // What lay under the pointer is elsewhere once the map goes to another place or makes room for a panel.
  const over = under?.place === view.place && under.side === side ? under : null;
  const setOver: MapProps['onHover'] = (found) => setUnder(found && { ...found, place: view.place, side });
  const status = useMemo(
    () => (values?.layer === layer.id ? statusByFid(areas, layer, values) : new Map()),
    [areas, layer, values],
  );
  const hovered = over ? byFid.get(over.fid) : undefined;
  const padding = useMemo(() => mapPadding(side, view.time), [side, view.time]);
  const state =
    hovered && status.get(layer.level === 'town' && hovered.kind === 'village' ? hovered.town : hovered.fid)?.cls;
  const codeOf = (fid: number | null) => (fid === null ? null : (byFid.get(fid)?.code ?? null));
  const map = {
    areas,
    layer,
    focus: focusOn(place),
    // A village gone into is outlined as one chosen is.
    selected: (selected ?? (place?.kind === 'village' ? place : null))?.fid ?? null,
    filter: classes,
    visits,
    moved,
    showVisits: view.visits,
    theme: view.theme,
    camera: view.camera,
    lang: view.lang,
    onCamera: (camera: MapCamera) => change({ camera }, 'replace'),
    onSelect: (fid: number | null) => change({ selected: codeOf(fid) }, 'replace'),
    onEnter: (fid: number) => change({ place: codeOf(fid), selected: null, camera: null }),
    onHover: setOver,
    onFault,
  };
  if (halves) return <HalvesAsked map={{ ...map, onHover: () => undefined }} {...halves} />;
  return (
    <>
      <CountyMap {...map} values={values} padding={padding} />
      {over && hovered && (
        <p className="tip" style={{ transform: `translate(${over.x + 14}px, ${over.y + 14}px)` }} data-part="map-tip">
          <strong>{hovered.name}</strong>
          {state?.title[view.lang]}
        </p>
      )}
    </>
  );
}

/** A village under the pointer, and what was shown when it was. */
interface Under {
  fid: number;
  x: number;
  y: number;
  place: string | null;
  side: Side;
}

/** What stands on the right of the map: nothing, a dossier, or the wider list. */
export type Side = 'none' | 'dossier' | 'list';

/** What the panels cover of the map, from the sizes of the page; on a phone they lie over its lower part. */
function mapPadding(side: Side, time: boolean) {
  const unit = Math.max(16, window.innerHeight / 67.5);
  const phoneBottom = side === 'none' ? 225 : window.innerHeight * 0.55;
  if (window.innerWidth <= 760) return { top: 12, right: 12, bottom: phoneBottom, left: 12 };
  const left = unit * 20;
  const beside = window.innerWidth - left - unit * 64;
  // Where the list leaves no room worth fitting into, the map stands still behind it.
  const right = side === 'none' ? unit * 2 : side === 'list' && beside > unit * 20 ? unit * 64 : unit * 27.5;
  return { top: unit * 1.5, right, bottom: unit * (time ? 5 : 1.5), left };
}
