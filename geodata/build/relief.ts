import proj4 from 'proj4';
import type { Bounds } from '../area/area.ts';
import type { TerrainFile } from '../format/hand-over.ts';
import { unitSquare } from './tile-math.ts';

/** Elevations resampled to rows and columns of equal steps in Web Mercator; NaN where the grid has none. */
export interface MercatorGrid {
  width: number;
  height: number;
  elevationM: Float32Array;
  /** Metres on the ground between neighbouring columns, in the middle of the grid. */
  stepM: number;
}

/** Every how many pixels a position is projected exactly; between them it is interpolated. */
const exactEvery = 16;

/** Longitude and latitude of a position in the unit square of Web Mercator. */
function lonLatOf(x: number, y: number): [number, number] {
  return [(x - 0.5) * 360, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}

/** The largest box of degrees that the grid fills, a cell inside its edges. */
export function terrainBounds({ projection, bounds, width, height }: TerrainFile): Bounds {
  const toDegrees = proj4(projection, 'WGS84');
  const [dx, dy] = [(bounds[2] - bounds[0]) / width, (bounds[3] - bounds[1]) / height];
  const [west, south, east, north] = [bounds[0] + dx, bounds[1] + dy, bounds[2] - dx, bounds[3] - dy];
  const edge = (from: [number, number], to: [number, number]) =>
    Array.from({ length: 9 }, (_, at): [number, number] => {
      const [x = 0, y = 0] = toDegrees.forward([
        from[0] + ((to[0] - from[0]) * at) / 8,
        from[1] + ((to[1] - from[1]) * at) / 8,
      ]);
      return [x, y];
    });
  const lons = (side: [number, number][]) => side.map(([lon]) => lon);
  const lats = (side: [number, number][]) => side.map(([, lat]) => lat);
  return [
    Math.max(...lons(edge([west, south], [west, north]))),
    Math.max(...lats(edge([west, south], [east, south]))),
    Math.min(...lons(edge([east, south], [east, north]))),
    Math.min(...lats(edge([west, north], [east, north]))),
  ];
}

/** The terrain within the bounds, at `width` columns. */
export function toMercator(terrain: TerrainFile, bounds: Bounds, width: number): MercatorGrid {
  const [left, top] = unitSquare(bounds[0], bounds[3]);
  const [right, bottom] = unitSquare(bounds[2], bounds[1]);
  const height = Math.max(1, Math.round((width * (bottom - top)) / (right - left)));
  const step = (right - left) / width;
  const toGrid = proj4('WGS84', terrain.projection);
  const columns = Math.ceil(width / exactEvery) + 1;
  const rows = Math.ceil(height / exactEvery) + 1;
  const nodes = new Float64Array(columns * rows * 2);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const place = lonLatOf(left + column * exactEvery * step, top + row * exactEvery * step);
      const [x = 0, y = 0] = toGrid.forward(place);
      nodes.set(cellOf(terrain, x, y), (row * columns + column) * 2);
    }
  }
  const elevationM = new Float32Array(width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [x, y] = between(nodes, columns, column / exactEvery, row / exactEvery);
      elevationM[row * width + column] = elevationAt(terrain, x, y);
    }
  }
  const lat = (bounds[1] + bounds[3]) / 2;
  return { width, height, elevationM, stepM: step * 40_075_016.686 * Math.cos((lat * Math.PI) / 180) };
}

/** Column and row (with fractions, from the centre of the first cell) of projected coordinates. */
export function cellOf({ bounds, width, height }: TerrainFile, x: number, y: number): [number, number] {
  const [west, south, east, north] = bounds;
  return [((x - west) / (east - west)) * width - 0.5, ((north - y) / (north - south)) * height - 0.5];
}

function between(nodes: Float64Array, columns: number, column: number, row: number): [number, number] {
  const [c, r] = [Math.floor(column), Math.floor(row)];
  const [u, v] = [column - c, row - r];
  const node = (dc: number, dr: number, axis: 0 | 1) => nodes[((r + dr) * columns + c + dc) * 2 + axis] ?? 0;
  const mixed = (axis: 0 | 1) =>
    (node(0, 0, axis) * (1 - u) + node(1, 0, axis) * u) * (1 - v) +
    (node(0, 1, axis) * (1 - u) + node(1, 1, axis) * u) * v;
  return [mixed(0), mixed(1)];
}

/** Metres at a place of the grid, between its cells; NaN outside it. */
export function elevationAt({ elevationM, width, height }: TerrainFile, column: number, row: number): number {
  if (column < -0.5 || row < -0.5 || column > width - 0.5 || row > height - 0.5) return Number.NaN;
  const [c, r] = [
    Math.max(0, Math.min(width - 2, Math.floor(column))),
    Math.max(0, Math.min(height - 2, Math.floor(row))),
  ];
  const [u, v] = [Math.max(0, Math.min(1, column - c)), Math.max(0, Math.min(1, row - r))];
  const at = (dc: number, dr: number) => elevationM[(r + dr) * width + c + dc] ?? Number.NaN;
  return (at(0, 0) * (1 - u) + at(1, 0) * u) * (1 - v) + (at(0, 1) * (1 - u) + at(1, 1) * u) * v;
}

/** Smooths a grid with a small window, so that cells of a coarse grid do not show as steps. */
export function smoothed({ width, height, elevationM, stepM }: MercatorGrid, radius: number): MercatorGrid {
  let from = elevationM;
  for (const [dx, dy] of [
    [1, 0],
    [0, 1],
    [1, 0],
    [0, 1],
  ] as const) {
    const to = new Float32Array(from.length);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        let [sum, count] = [0, 0];
        for (let k = -radius; k <= radius; k++) {
          const [sx, sy] = [x + k * dx, y + k * dy];
          if (sx < 0 || sy < 0 || sx >= width || sy >= height) continue;
          const value = from[sy * width + sx] ?? Number.NaN;
          if (Number.isNaN(value)) continue;
          sum += value;
          count++;
        }
        to[y * width + x] = count === 0 ? Number.NaN : sum / count;
      }
    }
    from = to;
  }
  return { width, height, elevationM: from, stepM };
}

/** Lights from the north-west, west and north, with their weights: one alone hides slopes that run along it. */
const lights = [
  { azimuth: 315, weight: 0.6 },
  { azimuth: 265, weight: 0.2 },
  { azimuth: 5, weight: 0.2 },
].map(({ azimuth, weight }) => ({
  x: Math.sin((azimuth * Math.PI) / 180),
  y: -Math.cos((azimuth * Math.PI) / 180),
  weight,
}));
const lightUp = Math.tan((42 * Math.PI) / 180);

/** Brightness of each cell under the lights, 1 for level ground; heights are exaggerated a little. */
export function shade({ width, height, elevationM, stepM }: MercatorGrid, exaggeration: number): Float32Array {
  const brightness = new Float32Array(width * height);
  const level = lightUp / Math.hypot(1, lightUp);
  const at = (x: number, y: number) =>
    elevationM[Math.max(0, Math.min(height - 1, y)) * width + Math.max(0, Math.min(width - 1, x))] ?? Number.NaN;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const slopeX = ((at(x + 1, y) - at(x - 1, y)) / (2 * stepM)) * exaggeration;
      const slopeY = ((at(x, y + 1) - at(x, y - 1)) / (2 * stepM)) * exaggeration;
      const length = Math.hypot(slopeX, slopeY, 1) * Math.hypot(1, lightUp);
      let sum = 0;
      for (const light of lights)
        sum += light.weight * Math.max(0, (-slopeX * light.x - slopeY * light.y + lightUp) / length);
      brightness[y * width + x] = sum / level;
    }
  }
  return brightness;
}
