import { type CoordinateSystem, systemOfDefinition } from './coordinate-system.ts';

/** 高斯-克吕格投影 — one zone: its central meridian in degrees, the easting of that meridian in metres, the ellipsoid of its datum. */
export interface GaussKruger {
  centralMeridian: number;
  falseEastingM: number;
  datum: CoordinateSystem['datum'];
  width: 3 | 6;
}

/** First EPSG codes of the four families: with and without zone prefix, 3 and 6 degrees. Source: EPSG registry v10. */
const families = {
  modern: { prefixed3: 4513, plain3: 4534, prefixed6: 4491, plain6: 4502 },
  'Xian 1980': { prefixed3: 2349, plain3: 2370, prefixed6: 2327, plain6: 2338 },
  'Beijing 1954': { prefixed3: 2401, plain3: 2422, prefixed6: 21413, plain6: 21453 },
} as const;

const ellipsoids = {
  modern: '+ellps=GRS80 +rf=298.257222101 +towgs84=0,0,0',
  'Xian 1980': '+a=6378140 +b=6356755.288157528 +datum=none',
  'Beijing 1954': '+ellps=krass +datum=none',
} as const;

export function systemOfGaussKruger(zone: GaussKruger): CoordinateSystem {
  const { centralMeridian, falseEastingM, datum } = zone;
  const definition = `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian} +k=1 +x_0=${falseEastingM} +y_0=0 ${ellipsoids[datum]} +units=m +no_defs`;
  return { ...(systemOfDefinition(nameOf(zone), definition, datum) as CoordinateSystem), falseEastingM };
}

function nameOf({ centralMeridian, falseEastingM, datum, width }: GaussKruger): string {
  const family = families[datum];
  const first = width === 3 ? 25 : 13;
  const zone = width === 3 ? centralMeridian / 3 : (centralMeridian + 3) / 6;
  const last = width === 3 ? 45 : 23;
  const known = Number.isInteger(zone) && zone >= first && zone <= last;
  if (known && falseEastingM === 500_000) return `EPSG:${(width === 3 ? family.plain3 : family.plain6) + zone - first}`;
  if (known && falseEastingM === zone * 1e6 + 500_000) {
    return `EPSG:${(width === 3 ? family.prefixed3 : family.prefixed6) + zone - first}`;
  }
  return `Gauss-Krüger CM ${centralMeridian}°`;
}

/** The zone of an EPSG code of one of the families; null for others. */
export function gaussKrugerOfCode(code: number): GaussKruger | null {
  for (const datum of ['modern', 'Xian 1980', 'Beijing 1954'] as const) {
    const { prefixed3, plain3, prefixed6, plain6 } = families[datum];
    if (code >= prefixed3 && code < prefixed3 + 21) return prefixedZone(25 + code - prefixed3, datum);
    if (code >= plain3 && code < plain3 + 21) return plainZone((25 + code - plain3) * 3, datum, 3);
    if (code >= prefixed6 && code < prefixed6 + 11) return prefixedZone(13 + code - prefixed6, datum);
    if (code >= plain6 && code < plain6 + 11) return plainZone((13 + code - plain6) * 6 - 3, datum, 6);
  }
  return null;
}

/** Zones 13–23 are 6 degrees wide, 25–45 are 3 degrees wide: the ranges do not meet within China. Source: GB/T 17278. */
export function prefixedZone(zone: number, datum: CoordinateSystem['datum'] = 'modern'): GaussKruger {
  const width = zone < 24 ? 6 : 3;
  return { centralMeridian: width === 6 ? zone * 6 - 3 : zone * 3, falseEastingM: zone * 1e6 + 500_000, datum, width };
}

export function plainZone(
  centralMeridian: number,
  datum: CoordinateSystem['datum'] = 'modern',
  width: 3 | 6 = 3,
): GaussKruger {
  return { centralMeridian, falseEastingM: 500_000, datum, width };
}

/** 带号 — zone number that an easting of eight digits begins with; null when it has none that China uses. */
export function zonePrefixOf(eastingM: number): number | null {
  const zone = Math.floor(eastingM / 1e6);
  return (zone >= 13 && zone <= 23) || (zone >= 25 && zone <= 45) ? zone : null;
}
