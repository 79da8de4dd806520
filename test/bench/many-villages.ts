import type { Position } from 'geojson';
import type { AreaFeature } from '../../geodata/area/area.ts';

const middle = { lon: 107, lat: 33 };
/** Size of a village in degrees: about 13 km². */
const cell = { lon: 0.042, lat: 0.031 };
const townSide = 5;
/** Segments of one of a village's six borders, a power of two. */
const segments = 16;
const families = [...'张王李赵刘陈杨黄周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余'];
const grounds = [...'湾沟坪坝梁岭川塬咀沟畔窑庄寨坡岔峪台滩垭'];
const firsts = [...'清白青双石云松柳望金银龙凤高新永安长平和兴福玉红黄黑大小上下东西南北前后天水阳月'];
const seconds = [...'溪石泉河门台岭川塘坝山坪桥湾口关寨原林岩峡沟潭滩洲渡铺店垭营堡庙阁亭井园庄谷峰'];

/**
 * An invented county of `count` villages about 107° E 33° N: six-sided places with fractal borders that neighbours share vertex by vertex, a
 * hundred vertices each, about 25 to a town. The same count gives the same county.
 */
export function manyVillages(count: number): AreaFeature[] {
  const columns = Math.ceil(Math.sqrt(count));
  const rows = Math.ceil(count / columns);
  const borders = new Map<number, Position[]>();
  const members = new Map<number, number>();
  return Array.from({ length: count }, (_, at): AreaFeature => {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    const town = Math.floor(row / townSide) * Math.ceil(columns / townSide) + Math.floor(column / townSide);
    const member = members.get(town) ?? 0;
    members.set(town, member + 1);
    const townCode = `99${pad(1 + Math.floor(town / 800), 4)}${100 + (town % 800)}`;
    const name = `${families[(at * 7 + town) % families.length]}家${grounds[(member * 3 + town) % grounds.length]}${member >= grounds.length ? '下' : ''}`;
    const ring = ringOf(column, row, { columns, rows, borders });
    return {
      kind: 'village',
      code: `${townCode}${200 + member}`,
      name,
      officialName: `${name}村村民委员会`,
      type: '行政村',
      townName: `${firsts[town % firsts.length]}${seconds[Math.floor(town / firsts.length) % seconds.length]}镇`,
      townCode,
      shape: { type: 'MultiPolygon', coordinates: [[ring]] },
    };
  });
}

const pad = (number: number, digits: number) => String(number).padStart(digits, '0');

interface Lattice {
  columns: number;
  rows: number;
  borders: Map<number, Position[]>;
}

/**
 * Corners lie on rows of a brick wall: village (c, r) takes three corners of line r and three of line r + 1, every other row shifted by half
 * a village.
 */
function ringOf(column: number, row: number, lattice: Lattice): Position[] {
  const left = 2 * column + (row % 2);
  const corners: Corner[] = [
    [left, row],
    [left + 1, row],
    [left + 2, row],
    [left + 2, row + 1],
    [left + 1, row + 1],
    [left, row + 1],
  ];
  const ring: Position[] = [];
  corners.forEach((corner, at) => {
    ring.push(...borderOf(corner, corners[(at + 1) % corners.length] as Corner, lattice).slice(0, -1));
  });
  ring.push(ring[0] as Position);
  return ring;
}

type Corner = [x: number, y: number];

/** The border between two corners, drawn once and walked from either side. */
function borderOf(from: Corner, to: Corner, lattice: Lattice): Position[] {
  const isForward = from[1] < to[1] || (from[1] === to[1] && from[0] < to[0]);
  const [start, end] = isForward ? [from, to] : [to, from];
  const key = (start[1] * (2 * lattice.columns + 4) + start[0]) * 2 + (start[1] === end[1] ? 0 : 1);
  let border = lattice.borders.get(key);
  if (!border) {
    border = wiggled(positionOf(start, lattice), positionOf(end, lattice), key);
    lattice.borders.set(key, border);
  }
  return isForward ? border : border.toReversed();
}

function positionOf([x, y]: Corner, { columns, rows }: Lattice): Position {
  const seed = y * (2 * columns + 4) + x;
  // Corners of one line lie by turns nearer to the row above and below, which makes sixty degrees of a brick's straight side.
  const zigzag = (x + y) % 2 === 0 ? 0.16 : -0.16;
  const east = x / 2 - columns / 2 + chance(seed, 1) * 0.14;
  const north = y - rows / 2 + zigzag + chance(seed, 2) * 0.14;
  return [middle.lon + east * cell.lon, middle.lat + north * cell.lat];
}

/** A line with its middles pushed aside again and again; pushes are small enough that borders never cross. */
function wiggled(start: Position, end: Position, seed: number): Position[] {
  let line = [start, end];
  let push = 0.125;
  for (let step = 1; step < segments; step *= 2) {
    line = line.flatMap((from, at) => {
      const to = line[at + 1];
      if (!to) return [from];
      const [ax = 0, ay = 0] = from;
      const [bx = 0, by = 0] = to;
      const aside = chance(seed * 31 + at, step + 7) * push;
      return [from, [(ax + bx) / 2 - (by - ay) * aside, (ay + by) / 2 + (bx - ax) * aside]];
    });
    push *= 0.84;
  }
  return line.map(([lon = 0, lat = 0]) => [Number(lon.toFixed(7)), Number(lat.toFixed(7))]);
}

/** A number between −1 and 1 that depends on nothing but its seeds. */
function chance(seed: number, salt: number): number {
  let hash = Math.imul(seed + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(salt, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 31 - 1;
}
