import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Bounds } from '../../../geodata/area/area.ts';
import type { MapCamera, MapPadding } from '../props.ts';

const noPadding: MapPadding = { top: 32, right: 32, bottom: 32, left: 32 };

/** How long the way to another place takes where nobody says otherwise. Milliseconds. */
export const flightMs = 450;

/** Fits bounds between the panels; the flight is short, and none at all for who asked for less motion. */
export function fitTo(map: MapLibreMap, bounds: Bounds, padding: MapPadding | undefined, flyMs: number): void {
  map.fitBounds(bounds, {
    padding: fitting(map, padding ?? noPadding),
    duration: reducedMotion() ? 0 : flyMs,
    linear: true,
    maxZoom: 14,
  });
}

/** Keeps the map as large as its box; `resized` follows whenever that changed. */
export function followBox(map: MapLibreMap, resized: () => void): ResizeObserver {
  const box = map.getContainer();
  const size = () => `${box.clientWidth} ${box.clientHeight}`;
  let known = size();
  const following = new ResizeObserver(() => {
    if (size() === known) return;
    known = size();
    map.resize();
    resized();
  });
  following.observe(box);
  return following;
}

/** Goes to a point without changing the zoom much. */
export function goTo(map: MapLibreMap, center: [number, number], zoom?: number): void {
  map.easeTo({ center, zoom: zoom ?? map.getZoom(), duration: reducedMotion() ? 0 : flightMs });
}

/** The padding, given up where panels would leave less than a third of the map. */
function fitting(map: MapLibreMap, padding: MapPadding): MapPadding {
  const { clientWidth, clientHeight } = map.getContainer();
  const tight = padding.left + padding.right > clientWidth * 0.67 || padding.top + padding.bottom > clientHeight * 0.67;
  return tight ? { top: 16, right: 16, bottom: 16, left: 16 } : padding;
}

export function cameraOf(map: MapLibreMap): MapCamera {
  const { lng, lat } = map.getCenter();
  const round = (value: number, digits: number) => Number(value.toFixed(digits));
  return { lon: round(lng, 5), lat: round(lat, 5), zoom: round(map.getZoom(), 2) };
}

function reducedMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
