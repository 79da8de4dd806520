import type { PlainMap } from '../../../geodata/build/county-files.ts';
import { pathBounds } from './shape-path.ts';

/** A box on a page, in the page's units from its upper left corner. */
export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How the units of a plain map fall onto a page: `page = offset + unit × scale`. */
export interface Placing {
  scale: number;
  left: number;
  top: number;
}

/** Places the shapes shown as large as a box allows, with a little air; the whole map where none is named. */
export function placingIn(plain: PlainMap, shapes: readonly { d: string }[] | null, box: Frame): Placing {
  const [west, north, east, south] = shapes?.length
    ? pathBounds(shapes.map(({ d }) => d))
    : [0, 0, plain.width, plain.height];
  const [wide, tall] = [Math.max(east - west, 1), Math.max(south - north, 1)];
  const scale = 0.94 * Math.min(box.width / wide, box.height / tall);
  return {
    scale,
    left: box.x + (box.width - wide * scale) / 2 - west * scale,
    top: box.y + (box.height - tall * scale) / 2 - north * scale,
  };
}

/** Radius of the Earth at the equator in metres and its first eccentricity squared. Source: WGS 84. */
const [equatorM, eccentricity2] = [6_378_137, 0.00669437999];

/**
 * Metres on the ground of one unit of a plain map at the middle latitude of its bounds: the map is in Web Mercator, whose scale grows with the latitude;
 * the mean of east-west and north-south on the ellipsoid, within 0.5 % of either over a county.
 */
export function metresPerUnit({ bounds: [west, south, east, north], width }: PlainMap): number {
  const lat = ((south + north) / 2) * (Math.PI / 180);
  const bent = 1 - eccentricity2 * Math.sin(lat) ** 2;
  const spherical = (((east - west) * Math.PI) / 180) * equatorM * Math.cos(lat);
  const [across, along] = [1 / Math.sqrt(bent), (1 - eccentricity2) / bent ** 1.5];
  return ((spherical / width) * (across + along)) / 2;
}

/** 比例尺 — a round length in metres that is at most `most` of the page's units long, and how long it is drawn. */
export function scaleBar(metresPerPageUnit: number, most: number): { metres: number; length: number } {
  const limit = metresPerPageUnit * most;
  const power = 10 ** Math.floor(Math.log10(limit));
  const metres = power * ([5, 2, 1].find((step) => step * power <= limit) ?? 1);
  return { metres, length: metres / metresPerPageUnit };
}
