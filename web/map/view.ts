import type { Bounds } from '../../geodata/area/area.ts';
import type { AreasAnswer } from '../../server/area/answer.ts';
import type { MapCamera, MapFocus, MapPadding, MapProps } from './props.ts';

/** What the view should show: the place in focus, else the county; null when the county has no map. */
export function boundsOf(areas: AreasAnswer, focus: MapFocus): Bounds | null {
  const places = focus.kind === 'town' ? areas.towns : focus.kind === 'village' ? areas.villages : [];
  const place = focus.kind === 'county' ? null : places.find(({ fid }) => fid === focus.fid);
  if (place?.bounds && focus.kind === 'village') return widened(place.bounds);
  return place?.bounds ?? areas.map?.bounds ?? null;
}

/** About one kilometre, in degrees of latitude. */
const kilometre = 0.009;

/** A village is shown with its neighbours: half its own extent on every side, a kilometre at least. */
function widened([west, south, east, north]: Bounds): Bounds {
  const [dx, dy] = [Math.max(kilometre, (east - west) / 2), Math.max(kilometre, (north - south) / 2)];
  return [west - dx, south - dy, east + dx, north + dy];
}

/** The town whose villages stand out: the one in focus, or that of the village in focus. */
export function townInFocus({ areas, focus }: Pick<MapProps, 'areas' | 'focus'>): number | null {
  if (focus.kind === 'county') return null;
  if (focus.kind === 'town') return focus.fid;
  return areas.villages.find(({ fid }) => fid === focus.fid)?.town ?? null;
}

/** Where entering leads from a village: from the county (or another town) to its town, from its own town into the village. */
export function entered(props: Pick<MapProps, 'areas' | 'focus'>, village: number): number {
  const town = props.areas.villages.find(({ fid }) => fid === village)?.town ?? 0;
  return town === 0 || townInFocus(props) === town ? village : town;
}

export const sameFocus = (a: MapFocus, b: MapFocus) =>
  a.kind === b.kind && (a.kind === 'county' ? 0 : a.fid) === (b.kind === 'county' ? 0 : b.fid);

/** Whether two cameras show the same, within what an address keeps of them. */
export function sameCamera(a: MapCamera | null, b: MapCamera | null): boolean {
  if (!a || !b) return a === b;
  return Math.abs(a.lon - b.lon) < 2e-4 && Math.abs(a.lat - b.lat) < 2e-4 && Math.abs(a.zoom - b.zoom) < 0.02;
}

export const samePadding = (a: MapPadding | undefined, b: MapPadding | undefined): boolean =>
  a?.top === b?.top && a?.right === b?.right && a?.bottom === b?.bottom && a?.left === b?.left;
