import { type CoordinateSystem, degreesSystem, systemOfDefinition } from './coordinate-system.ts';
import { systemOfGaussKruger } from './gauss-kruger.ts';

/** Shifts of datums whose .prj never says them, metres and seconds, position vector. Source: EPSG operations 1676, 15831, 1133, 1623. */
const datumShifts: [RegExp, string][] = [
  [/CH1903/i, '674.374,15.056,405.346,0,0,0,0'],
  [/Korean_(Datum_)?1985/i, '-145.907,505.034,685.756,-1.162,2.347,1.592,6.342'],
  [/European_(Datum_)?1950/i, '-87,-98,-121,0,0,0,0'],
];

/**
 * The system a .prj in the ESRI or OGC manner (WKT 1) describes; null when the text is none. Gauss-Krüger on the Chinese datums is
 * recognised as such, other projections go to proj4 as they are.
 */
export function systemOfPrj(text: string): CoordinateSystem | null {
  const wkt = text.replace(/^\uFEFF/, '').trim();
  if (!/^(PROJCS|GEOGCS)\s*\[/i.test(wkt)) return null;
  const name = /^\w+\s*\[\s*"([^"]*)"/.exec(wkt)?.[1] ?? '';
  const datum = datumOf(wkt);
  if (/^GEOGCS/i.test(wkt)) {
    if (datum !== 'modern') return { ...degreesSystem(name), datum };
    if (/D_China_2000|China_2000|China Geodetic Coordinate System 2000/i.test(wkt)) return degreesSystem('EPSG:4490');
    if (/WGS_?\s?(19)?84/i.test(wkt)) return degreesSystem('WGS 84');
    return systemOfDefinition(name, withShift(wkt));
  }
  const projection = /PROJECTION\s*\[\s*"([^"]*)"/i.exec(wkt)?.[1] ?? '';
  if (/^(Gauss_Kruger|Transverse_Mercator)$/i.test(projection) && isChinese(wkt)) {
    const centralMeridian = parameter(wkt, 'Central_Meridian|longitude_of_center');
    const falseEastingM = parameter(wkt, 'False_Easting');
    if (centralMeridian === null || falseEastingM === null) return null;
    const width = /6_Degree|6-degree/i.test(name) || (falseEastingM < 24e6 && falseEastingM > 1e6) ? 6 : 3;
    return systemOfGaussKruger({ centralMeridian, falseEastingM, datum, width });
  }
  const system = systemOfDefinition(name, withShift(wkt), datum);
  return system ? { ...system, isDegrees: false } : null;
}

const isChinese = (wkt: string) => /China_2000|China Geodetic|Xian_1980|Beijing_1954|Xian 1980|Beijing 1954/i.test(wkt);

function datumOf(wkt: string): CoordinateSystem['datum'] {
  if (/Xi_?an_?\s?(19)?80/i.test(wkt)) return 'Xian 1980';
  if (/Beijing_?\s?(19)?54/i.test(wkt)) return 'Beijing 1954';
  return 'modern';
}

function parameter(wkt: string, name: string): number | null {
  const match = new RegExp(`PARAMETER\\s*\\[\\s*"(?:${name})"\\s*,\\s*([-+0-9.eE]+)`, 'i').exec(wkt);
  const value = Number(match?.[1] ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
}

function withShift(wkt: string): string {
  if (/TOWGS84/i.test(wkt)) return wkt;
  const shift = datumShifts.find(([pattern]) => pattern.test(wkt))?.[1];
  return shift ? wkt.replace(/(SPHEROID\s*\[[^\]]*\])/i, `$1,TOWGS84[${shift}]`) : wkt;
}
