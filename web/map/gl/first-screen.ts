import type { Bounds } from '../../../geodata/area/area.ts';
import { lonLatOf, worldOf } from '../plain/projection.ts';
import type { MapCamera, MapPadding } from '../props.ts';
import type { Screen } from './screen.ts';

/** Size of the map in CSS pixels, and device pixels to each. */
export interface BoxSize {
  width: number;
  height: number;
  ratio: number;
}

/** Deepest zoom a place is fitted at. */
export const mostFitted = 14;

/** The padding, given up where panels would leave next to nothing of the map. */
export function roomyPadding({ width, height }: { width: number; height: number }, padding: MapPadding): MapPadding {
  const tight = padding.left + padding.right > width * 0.72 || padding.top + padding.bottom > height * 0.8;
  return tight ? { top: 16, right: 16, bottom: 16, left: 16 } : padding;
}

/** A camera as a screen: where the flat world lies on it. */
export function screenAt({ lon, lat, zoom }: MapCamera, { width, height, ratio }: BoxSize): Screen {
  const world = 512 * 2 ** zoom * ratio;
  const [x, y] = worldOf([lon, lat]);
  return {
    width: Math.round(width * ratio),
    height: Math.round(height * ratio),
    ratio,
    world,
    left: (width * ratio) / 2 - x * world,
    top: (height * ratio) / 2 - y * world,
  };
}

/** Inverse of {@link screenAt}. */
export function cameraAt({ width, height, world, left, top }: Screen, zoom: number): MapCamera {
  const [lon, lat] = lonLatOf([(width / 2 - left) / world, (height / 2 - top) / world]);
  return { lon, lat, zoom };
}

/** The screen that shows bounds whole between the panels, in the middle of what they leave, as the map will show them. */
export function screenFitting(bounds: Bounds, padding: MapPadding, size: BoxSize): { at: Screen; zoom: number } {
  const { top, right, bottom, left } = roomyPadding(size, padding);
  const [west, north] = worldOf([bounds[0], bounds[3]]);
  const [east, south] = worldOf([bounds[2], bounds[1]]);
  const [wide, high] = [size.width - left - right, size.height - top - bottom];
  const scale = Math.min(wide / Math.max(east - west, 1e-9), high / Math.max(south - north, 1e-9));
  const zoom = Math.min(mostFitted, Math.log2(scale / 512));
  const world = 512 * 2 ** zoom * size.ratio;
  const middle = { x: left + wide / 2, y: top + high / 2 };
  const at = {
    width: Math.round(size.width * size.ratio),
    height: Math.round(size.height * size.ratio),
    ratio: size.ratio,
    world,
    left: middle.x * size.ratio - ((west + east) / 2) * world,
    top: middle.y * size.ratio - ((north + south) / 2) * world,
  };
  return { at, zoom };
}
