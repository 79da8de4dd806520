import sharp from 'sharp';
import type { Bounds } from '../area/area.ts';
import { systemOfCode } from '../coordinate/epsg.ts';
import { systemOfPrj } from '../coordinate/prj.ts';
import type { GivenFile } from './gather-layers.ts';
import type { ReadFile } from './hand-over.ts';
import { Unreadable } from './raw-layer.ts';
import { decodeFile } from './text-encoding.ts';

/** Largest grid taken; a county at 30 m has about four million cells. */
const mostCells = 60_000_000;

/** How a cell's value becomes metres: value × scale + offset; `void` is the value of cells without elevation. */
interface HeightScale {
  scale: number;
  offset: number;
  void: number | null;
}

/**
 * 高程图 — reads a grey PNG of 8 or 16 bits with its world file (.pgw) and .prj, and if there is one a .json of the same name with
 * `{"scale", "offset", "void"}`; without it a value is a metre. A cell with alpha 0 is void. `declared` stands in for a missing .prj.
 * Refused in the result: terrain-without-place, terrain-rotated, terrain-not-a-grid, terrain-scale-broken.
 */
export async function readTerrain(
  picture: GivenFile,
  siblings: GivenFile[],
  declared: string | null,
): Promise<ReadFile> {
  const file = picture.name;
  try {
    const part = (ending: RegExp) => siblings.find(({ name }) => ending.test(name));
    const [world, prj] = [part(/\.(pgw|pngw|wld)$/i), part(/\.prj$/i)];
    const system = prj ? systemOfPrj(decodeFile(prj.bytes).text) : systemOfCode(declared ?? '');
    if (!world || !system) throw new Unreadable('terrain-without-place');
    const heights = heightScale(part(/\.json$/i));
    const { values, alphas, width, height } = await readGrid(picture.bytes);
    const bounds = gridBounds(decodeFile(world.bytes).text, width, height);
    const elevationM = Float32Array.from(values, (value, i) =>
      value === heights.void || alphas?.[i] === 0 ? Number.NaN : value * heights.scale + heights.offset,
    );
    const { lowestM, highestM } = range(elevationM);
    const notes = [
      {
        code: 'terrain-understood',
        severity: 'understood' as const,
        at: { file },
        values: { width, height, lowestM, highestM },
      },
    ];
    return { is: 'terrain', file, width, height, elevationM, projection: system.definition, bounds, notes };
  } catch (error) {
    const { code, values } = error instanceof Unreadable ? error : new Unreadable('terrain-not-a-grid');
    return { is: 'refused', file, notes: [{ code, severity: 'refused', at: { file }, values }] };
  }
}

async function readGrid(bytes: Uint8Array) {
  const picture = sharp(bytes, { limitInputPixels: mostCells });
  const { channels, depth } = await picture.metadata();
  if (channels > 2 || (depth !== 'ushort' && depth !== 'uchar')) throw new Unreadable('terrain-not-a-grid');
  const isWide = depth === 'ushort';
  const raw = await picture
    .toColourspace(isWide ? 'grey16' : 'b-w')
    .raw({ depth: isWide ? 'ushort' : 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = raw.info;
  const all = isWide ? new Uint16Array(new Uint8Array(raw.data).buffer) : new Uint8Array(raw.data);
  const band = (n: number) => all.filter((_, i) => i % raw.info.channels === n);
  if (raw.info.channels === 1) return { values: all, alphas: null, width, height };
  return { values: band(0), alphas: band(1), width, height };
}

/** Outer edges from a world file, whose last two lines are the centre of the north-west cell. */
function gridBounds(world: string, width: number, height: number): Bounds {
  const lines = world.trim().split(/\s+/).map(Number);
  const [dx = 0, rotationY, rotationX, dy = 0, x = 0, y = 0] = lines;
  if (lines.length < 6 || !lines.every(Number.isFinite)) throw new Unreadable('terrain-without-place');
  if (rotationX !== 0 || rotationY !== 0 || dx <= 0 || dy >= 0) throw new Unreadable('terrain-rotated');
  const [west, north] = [x - dx / 2, y - dy / 2];
  return [west, north + dy * height, west + dx * width, north];
}

function heightScale(sidecar: GivenFile | undefined): HeightScale {
  if (!sidecar) return { scale: 1, offset: 0, void: null };
  try {
    const {
      scale = 1,
      offset = 0,
      void: empty = null,
    } = JSON.parse(decodeFile(sidecar.bytes).text) as Partial<HeightScale>;
    if (Number.isFinite(scale) && Number.isFinite(offset)) return { scale, offset, void: empty };
  } catch {
    // Falls through to the refusal below.
  }
  throw new Unreadable('terrain-scale-broken');
}

function range(elevationM: Float32Array): { lowestM: number; highestM: number } {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const metres of elevationM) {
    if (metres < lowest) lowest = metres;
    if (metres > highest) highest = metres;
  }
  if (lowest > highest) throw new Unreadable('terrain-not-a-grid');
  return { lowestM: Math.round(lowest), highestM: Math.round(highest) };
}
