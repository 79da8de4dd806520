import { type Map as MapLibreMap, type MapMouseEvent, MercatorCoordinate } from 'maplibre-gl';
import type { MapProps } from '../props.ts';
import { SecondPress } from '../second-press.ts';
import { entered } from '../view.ts';
import type { VillageTiles } from './village-tiles.ts';

/** Hover, click, double click and Enter on the map, passed on to the shell. `now` gives the props of this moment. */
export function listen(map: MapLibreMap, tiles: VillageTiles, now: () => MapProps): void {
  const villageUnder = (event: MapMouseEvent) => {
    const { x, y } = MercatorCoordinate.fromLngLat(event.lngLat);
    return tiles.villageAt(x, y);
  };
  const townNamed = (event: MapMouseEvent): number | null => {
    if (now().focus.kind !== 'county' || !map.getLayer('town-label')) return null;
    const fid: unknown = map.queryRenderedFeatures(event.point, { layers: ['town-label'] })[0]?.properties.fid;
    return typeof fid === 'number' ? fid : null;
  };
  const canvas = map.getCanvas();
  let over: number | null = null;
  map.on('mousemove', (event) => {
    const fid = villageUnder(event);
    canvas.style.cursor = fid !== null ? 'pointer' : '';
    if (fid === null && over === null) return;
    over = fid;
    now().onHover(fid === null ? null : { fid, x: event.point.x, y: event.point.y });
  });
  const leave = () => {
    over = null;
    now().onHover(null);
  };
  map.on('mouseout', leave);
  map.on('movestart', leave);
  const presses = new SecondPress();
  map.on('click', (event) => {
    const town = townNamed(event);
    if (town !== null) {
      now().onEnter(town);
      presses.after(event.originalEvent, null);
      return;
    }
    const village = villageUnder(event);
    now().onSelect(village);
    if (village !== null) presses.after(event.originalEvent, () => now().onEnter(entered(now(), village)));
  });
  canvas.addEventListener('keydown', (event) => {
    const { selected } = now();
    if (event.key === 'Enter' && selected !== null) now().onEnter(entered(now(), selected));
  });
}
