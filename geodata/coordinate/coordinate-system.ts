import type { Position } from 'geojson';
import proj4 from 'proj4';

/** 坐标系 — a way to write positions. `toWgs84` leaves height and measure out and never changes its argument. */
export interface CoordinateSystem {
  /** As notes name it, e.g. `EPSG:4547`, `GCJ-02`, `WGS 84`. */
  name: string;
  /** Whether positions are written in degrees. */
  isDegrees: boolean;
  /** Old Chinese datums lie up to about 100 m off, differently in each county. */
  datum: 'modern' | 'Xian 1980' | 'Beijing 1954';
  /** As proj4 reads it; for shifted coordinates that of WGS 84, which they are only near to. */
  definition: string;
  /** Gauss-Krüger only: easting of the central meridian; beyond a million it carries the zone number. */
  falseEastingM?: number;
  toWgs84(position: Position): Position;
}

/** Degrees that need no change: WGS 84 itself, and CGCS2000, which differs by centimetres. */
export function degreesSystem(name: string): CoordinateSystem {
  const definition = '+proj=longlat +datum=WGS84 +no_defs';
  return { name, definition, isDegrees: true, datum: 'modern', toWgs84: ([x = Number.NaN, y = Number.NaN]) => [x, y] };
}

/** A system by a proj4 definition or a WKT that proj4 reads; null when it cannot. */
export function systemOfDefinition(
  name: string,
  definition: string,
  datum: CoordinateSystem['datum'] = 'modern',
): CoordinateSystem | null {
  try {
    const { forward } = proj4(definition, 'WGS84');
    const isDegrees = /\+proj=longlat|^\s*GEOGCS/i.test(definition);
    const convert = (position: Position): Position => {
      const [x = Number.NaN, y = Number.NaN] = position;
      if (!Number.isFinite(x) || !Number.isFinite(y)) return [Number.NaN, Number.NaN];
      return forward([x, y]) as Position;
    };
    convert([0, 0]);
    return { name, definition, isDegrees, datum, toWgs84: convert };
  } catch {
    return null;
  }
}
