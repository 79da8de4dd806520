import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Bounds } from '../../../geodata/area/area.ts';
import type { MapCamera, MapPadding } from '../props.ts';
import { mostFitted, roomyPadding } from './first-screen.ts';
import type { Screen } from './screen.ts';

const noPadding: MapPadding = { top: 32, right: 32, bottom: 32, left: 32 };

/** Marks every move that the page makes by itself; a move without it is made by hand. */
const own = { own: true };

/** Whether a move was made by hand: by wheel, drag, fingers or keys. */
export const isByHand = (event: object): boolean => !('own' in event);

/** How long the way to another place takes where nobody says otherwise. Milliseconds. */
export const flightMs = 450;

/** Fits bounds between the panels; the flight is short, and none at all for who asked for less motion. */
export function fitTo(map: MapLibreMap, bounds: Bounds, padding: MapPadding | undefined, flyMs: number): void {
  const duration = reducedMotion() ? 0 : flyMs;
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const roomy = roomyPadding({ width, height }, padding ?? noPadding);
  map.fitBounds(bounds, { padding: roomy, duration, linear: true, maxZoom: mostFitted }, own);
}

/** Keeps the map as large as its box; `resized` follows whenever that changed. */
export function followBox(map: MapLibreMap, resized: () => void): ResizeObserver {
  const box = map.getContainer();
  const size = () => `${box.clientWidth} ${box.clientHeight}`;
  let known = size();
  const following = new ResizeObserver(() => {
    if (size() === known) return;
    known = size();
    map.resize(own);
    resized();
  });
  following.observe(box);
  return following;
}

/** Shows what a camera asks for, at once. */
export function showCamera(map: MapLibreMap, { lon, lat, zoom }: MapCamera): void {
  map.jumpTo({ center: [lon, lat], zoom }, own);
}

/** Brings a point between the panels where they cover it or it lies outside; the zoom stays. */
export function uncover(map: MapLibreMap, point: [number, number], padding: MapPadding | undefined): void {
  const { left, right, top, bottom } = padding ?? noPadding;
  const { clientWidth, clientHeight } = map.getContainer();
  const { x, y } = map.project(point);
  if (x >= left && x <= clientWidth - right && y >= top && y <= clientHeight - bottom) return;
  const offset: [number, number] = [(left - right) / 2, (top - bottom) / 2];
  map.easeTo({ center: point, offset, duration: reducedMotion() ? 0 : flightMs }, own);
}

/** Whether the map is as narrow as a phone. */
export const isNarrow = (map: MapLibreMap): boolean => map.getContainer().clientWidth <= 760;

export function cameraOf(map: MapLibreMap): MapCamera {
  const { lng, lat } = map.getCenter();
  const round = (value: number, digits: number) => Number(value.toFixed(digits));
  return { lon: round(lng, 5), lat: round(lat, 5), zoom: round(map.getZoom(), 2) };
}

function reducedMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** What a map shows now, as the canvas below draws it. */
export function screenOf(map: MapLibreMap): Screen {
  const { clientWidth, clientHeight } = map.getContainer();
  const ratio = map.getPixelRatio();
  const world = 512 * 2 ** map.getZoom() * ratio;
  // The point 0° 0° is the middle of the world.
  const middle = map.project([0, 0]);
  return {
    width: Math.round(clientWidth * ratio),
    height: Math.round(clientHeight * ratio),
    ratio,
    world,
    left: middle.x * ratio - world / 2,
    top: middle.y * ratio - world / 2,
  };
}

/** Bounds with so many times their width and height on every side: room enough to lie whole beside a list, and over a phone's sheet. */
export function widened([west, south, east, north]: Bounds, [wide, high]: [number, number]): Bounds {
  const [dx, dy] = [(east - west) * wide, (north - south) * high];
  return [west - dx, Math.max(-85, south - dy), east + dx, Math.min(85, north + dy)];
}
