import sharp from 'sharp';
import type { Bounds } from '../area/area.ts';
import type { TerrainFile } from '../format/hand-over.ts';
import type { PlainMap } from './county-files.ts';
import { shade, smoothed, toMercator } from './relief.ts';
import { unitSquare } from './tile-math.ts';

const widest = 1800;

/** Tint from the lowest to the highest tenth of the county's ground. */
const tints: [number, number, number][] = [
  [236, 231, 202],
  [229, 226, 190],
  [211, 216, 172],
  [189, 202, 151],
  [165, 185, 133],
  [144, 167, 118],
];
const farTint = [232, 236, 226] as const;

/** 山影与分层设色 — the relief of the ground as a WebP in Web Mercator; outside the county it fades. */
export async function groundImage(terrain: TerrainFile, bounds: Bounds, plain: PlainMap): Promise<Uint8Array> {
  const columns = Math.min(widest, terrain.width * 3);
  const cellPixels = columns / terrain.width;
  const raw = toMercator(terrain, bounds, columns);
  const grid = smoothed(raw, Math.max(1, Math.min(5, Math.round(cellPixels * 0.7))));
  const light = shade(grid, 2);
  const inside = await countyMask(bounds, plain, grid);
  const rank = ranks(grid.elevationM);
  const pixels = Buffer.alloc(grid.width * grid.height * 4);
  for (let at = 0; at < light.length; at++) {
    const height = grid.elevationM[at] ?? Number.NaN;
    if (Number.isNaN(height)) continue;
    const near = (inside[at] ?? 0) / 255;
    const tint = tintAt(rank(height));
    const bright = 1 + ((light[at] ?? 1) - 1) * (0.35 + 0.5 * near);
    for (let channel = 0; channel < 3; channel++) {
      const own = (tint[channel] ?? 0) * near + (farTint[channel] ?? 0) * (1 - near);
      pixels[at * 4 + channel] = Math.max(0, Math.min(255, lit(own, bright)));
    }
    pixels[at * 4 + 3] = Math.round(255 * Math.max(near, edgeShare(at, grid)));
  }
  const webp = await sharp(pixels, { raw: { width: grid.width, height: grid.height, channels: 4 } })
    .webp({ quality: 82, effort: 4 })
    .toBuffer();
  return new Uint8Array(webp);
}

/** 0 at the picture's edge, 1 from a fourteenth of its side on, so that the ground does not end in a line. */
function edgeShare(at: number, { width, height }: { width: number; height: number }): number {
  const [x, y] = [at % width, Math.floor(at / width)];
  const away = Math.min(x, y, width - 1 - x, height - 1 - y) / (Math.min(width, height) / 14);
  const share = Math.min(1, away);
  return share * share * (3 - 2 * share);
}

/** Shadow turns a colour towards a cool dark, light towards white. */
function lit(channel: number, bright: number): number {
  return bright <= 1 ? channel * (0.25 + 0.75 * bright) : channel + (255 - channel) * Math.min(1, (bright - 1) * 1.1);
}

function tintAt(share: number): [number, number, number] {
  const place = Math.max(0, Math.min(0.9999, share)) * (tints.length - 1);
  const [low, high] = [tints[Math.floor(place)], tints[Math.floor(place) + 1]];
  const part = place - Math.floor(place);
  const mixed = (channel: 0 | 1 | 2) => (low?.[channel] ?? 0) * (1 - part) + (high?.[channel] ?? 0) * part;
  return [mixed(0), mixed(1), mixed(2)];
}

/** Where a height stands among all heights of the grid, 0–1, between the second and the ninety-eighth hundredth. */
function ranks(elevationM: Float32Array): (height: number) => number {
  const every = Math.max(1, Math.floor(elevationM.length / 40_000));
  const sample = elevationM.filter((height, at) => at % every === 0 && !Number.isNaN(height)).sort();
  const low = sample[Math.floor(sample.length * 0.02)] ?? 0;
  const high = sample[Math.floor(sample.length * 0.98)] ?? 1;
  return (height) => (height - low) / Math.max(1, high - low);
}

/** 255 inside the county, 0 outside, soft at the border; drawn from the plain map's villages. */
async function countyMask(
  bounds: Bounds,
  plain: PlainMap,
  size: { width: number; height: number },
): Promise<Uint8Array> {
  const [left, top] = unitSquare(bounds[0], bounds[3]);
  const [right] = unitSquare(bounds[2], bounds[1]);
  const [plainLeft, plainTop] = unitSquare(plain.bounds[0], plain.bounds[3]);
  const [plainRight] = unitSquare(plain.bounds[2], plain.bounds[1]);
  const pixels = size.width / (right - left);
  const scale = ((plainRight - plainLeft) * pixels) / plain.width;
  const paths = plain.villages.map(({ d }) => `<path d="${d}"/>`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}"><rect width="100%" height="100%"/><g fill="#fff" stroke="#fff" stroke-width="3" transform="translate(${(plainLeft - left) * pixels} ${(plainTop - top) * pixels}) scale(${scale})">${paths}</g></svg>`;
  const { data } = await sharp(Buffer.from(svg), { unlimited: true })
    .blur(6)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const channels = data.length / (size.width * size.height);
  return channels === 1 ? data : data.filter((_, at) => at % channels === 0);
}
