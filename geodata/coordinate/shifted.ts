import gcoord from 'gcoord';
import type { Position } from 'geojson';
import { type CoordinateSystem, degreesSystem } from './coordinate-system.ts';

// The package's types describe its ES build; Node loads the CommonJS one, whose exports are the library itself.
const { transform, WGS84, GCJ02, BD09 } = gcoord as unknown as typeof gcoord.default;

/** 火星坐标 GCJ-02 and 百度坐标 BD-09 — the shifted coordinates of Chinese online maps. */
export type Shifted = 'GCJ-02' | 'BD-09';

/** WGS 84 → shifted, by the published formulas; outside China's box nothing is shifted. */
export function shift([lon = Number.NaN, lat = Number.NaN]: Position, to: Shifted): Position {
  return transform([lon, lat], WGS84, to === 'GCJ-02' ? GCJ02 : BD09);
}

/** Shifted → WGS 84, within a millimetre: the forward formula is iterated, for it has no closed inverse. Its argument stays as it is. */
export function unshift(position: Position, from: Shifted): Position {
  const [lon = Number.NaN, lat = Number.NaN] = position;
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) return [Number.NaN, Number.NaN];
  let [x, y] = [lon, lat];
  for (let round = 0; round < 30; round++) {
    const [sx = lon, sy = lat] = shift([x, y], from);
    const [dx, dy] = [sx - lon, sy - lat];
    x -= dx;
    y -= dy;
    if (Math.abs(dx) + Math.abs(dy) < 1e-10) break;
  }
  return [x, y];
}

export function shiftedSystem(name: Shifted): CoordinateSystem {
  return { ...degreesSystem(name), toWgs84: (position) => unshift(position, name) };
}
