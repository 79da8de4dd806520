import { type CoordinateSystem, degreesSystem, systemOfDefinition } from './coordinate-system.ts';
import { gaussKrugerOfCode, systemOfGaussKruger } from './gauss-kruger.ts';
import { shiftedSystem } from './shifted.ts';

/** Definitions outside the Chinese families that boundary sets come in. Source: EPSG registry v10. */
const definitions: Record<number, string> = {
  3857: '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
  2154: '+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs',
  2056: '+proj=somerc +lat_0=46.95240555555556 +lon_0=7.439583333333333 +k_0=1 +x_0=2600000 +y_0=1200000 +ellps=bessel +towgs84=674.374,15.056,405.346 +units=m +no_defs',
  3035: '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs',
  4610: '+proj=longlat +a=6378140 +b=6356755.288157528 +datum=none +no_defs',
  4214: '+proj=longlat +ellps=krass +datum=none +no_defs',
};

/**
 * A system by what a person or a file calls it: `EPSG:4547`, `4547`, `urn:ogc:def:crs:EPSG::4490`, `CRS84`, `GCJ-02`, `BD-09`.
 * Null for what is not known here.
 */
export function systemOfCode(text: string): CoordinateSystem | null {
  const word = text.trim().toUpperCase().replaceAll(' ', '');
  if (/^GCJ-?02(LL)?$|^AMAP$/.test(word)) return shiftedSystem('GCJ-02');
  if (/^BD-?09(LL)?$|^BAIDU$/.test(word)) return shiftedSystem('BD-09');
  if (/CRS:?84$|^WGS-?84$/.test(word)) return degreesSystem('WGS 84');
  if (word === 'CGCS2000') return degreesSystem('EPSG:4490');
  const code = Number(/^(?:.*EPSG.*?:)?(\d{4,6})$/.exec(word)?.[1] ?? Number.NaN);
  if (!Number.isInteger(code)) return null;
  if (code === 4326) return degreesSystem('WGS 84');
  if ([4490, 4258, 4269, 4171, 4283].includes(code)) return degreesSystem(`EPSG:${code}`);
  const zone = gaussKrugerOfCode(code);
  if (zone) return { ...systemOfGaussKruger(zone), name: `EPSG:${code}` };
  if (code === 900913 || code === 102100) return systemOfDefinition('EPSG:3857', definitions[3857] as string);
  const utm = /^32([67])(\d\d)$/.exec(String(code));
  if (utm && Number(utm[2]) >= 1 && Number(utm[2]) <= 60) {
    const south = utm[1] === '7' ? '+south ' : '';
    return systemOfDefinition(
      `EPSG:${code}`,
      `+proj=utm +zone=${Number(utm[2])} ${south}+datum=WGS84 +units=m +no_defs`,
    );
  }
  const definition = definitions[code];
  const datum = code === 4610 ? 'Xian 1980' : code === 4214 ? 'Beijing 1954' : 'modern';
  return definition ? systemOfDefinition(`EPSG:${code}`, definition, datum) : null;
}
