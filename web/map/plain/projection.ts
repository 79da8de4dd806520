import type { Bounds, LonLat } from '../../../geodata/area/area.ts';
import type { PlainMap } from '../../../geodata/build/county-files.ts';
import type { MapCamera, MapPadding } from '../props.ts';

/** Size of the map on the screen, in CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

/** From box units to screen pixels: `screen = box × scale + (x, y)`. */
export interface Placing {
  scale: number;
  x: number;
  y: number;
}

type Box = Pick<PlainMap, 'width' | 'height' | 'bounds'>;

/** Web Mercator as shares 0–1 of the world, north up at 0. Source: EPSG:3857. */
export function worldOf([lon, lat]: LonLat): [x: number, y: number] {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** Inverse of {@link worldOf}. */
export function lonLatOf([x, y]: [number, number]): LonLat {
  return [(x - 0.5) * 360, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}

/** Box units a world is wide, and the world's share where the box begins. */
function frame({ width, bounds }: Box): { unitsPerWorld: number; left: number; top: number } {
  const [left, top] = worldOf([bounds[0], bounds[3]]);
  const [right] = worldOf([bounds[2], bounds[1]]);
  return { unitsPerWorld: width / (right - left), left, top };
}

/** A point in the units of the plain map's box. */
export function boxOf(box: Box, point: LonLat): [x: number, y: number] {
  const { unitsPerWorld, left, top } = frame(box);
  const [x, y] = worldOf(point);
  return [(x - left) * unitsPerWorld, (y - top) * unitsPerWorld];
}

/** Where the box lies on a screen under a camera (zoom of 512-pixel tiles, centre in the middle). */
export function placingOf(box: Box, camera: MapCamera, size: Size): Placing {
  const { unitsPerWorld } = frame(box);
  const scale = (512 * 2 ** camera.zoom) / unitsPerWorld;
  const [x, y] = boxOf(box, [camera.lon, camera.lat]);
  return { scale, x: size.width / 2 - x * scale, y: size.height / 2 - y * scale };
}

/** Inverse of {@link placingOf}. */
export function cameraOf(box: Box, { scale, x, y }: Placing, size: Size): MapCamera {
  const { unitsPerWorld, left, top } = frame(box);
  const at = [(size.width / 2 - x) / scale, (size.height / 2 - y) / scale] as const;
  const [lon, lat] = lonLatOf([at[0] / unitsPerWorld + left, at[1] / unitsPerWorld + top]);
  return { lon, lat, zoom: Math.log2((scale * unitsPerWorld) / 512) };
}

/** The placing that shows bounds whole between the panels, in the middle of what they leave. */
export function fitting(box: Box, bounds: Bounds, size: Size, padding: MapPadding): Placing {
  const [left, top] = boxOf(box, [bounds[0], bounds[3]]);
  const [right, bottom] = boxOf(box, [bounds[2], bounds[1]]);
  const wide = size.width - padding.left - padding.right;
  const high = size.height - padding.top - padding.bottom;
  if (wide < size.width * 0.28 || high < size.height * 0.2) {
    return fitting(box, bounds, size, { top: 8, right: 8, bottom: 8, left: 8 });
  }
  const scale = Math.min(wide / Math.max(right - left, 1e-9), high / Math.max(bottom - top, 1e-9));
  return {
    scale,
    x: padding.left + wide / 2 - ((left + right) / 2) * scale,
    y: padding.top + high / 2 - ((top + bottom) / 2) * scale,
  };
}

/** The placing zoomed by a factor with one screen point held still. */
export function zoomedAt({ scale, x, y }: Placing, factor: number, [px, py]: [number, number]): Placing {
  return { scale: scale * factor, x: px - (px - x) * factor, y: py - (py - y) * factor };
}
