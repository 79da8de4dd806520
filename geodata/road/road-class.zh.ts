import { roadRank } from '../build/line-rank.zh.ts';

type Properties = Record<string, unknown> | null;

/** Speeds by rank, km/h, where a road says none of its own: national, provincial, county, town, village. */
const speeds = [60, 50, 40, 30, 20];
const speedKeys = ['speed', 'maxspeed', '限速', '时速', '设计时速', '设计速度'];
const surfaceKeys = ['surface', '路面', '路面类型', '路面材料'];
const surfaces: [RegExp, number][] = [
  [/土|泥|dirt|earth|ground|mud|grass|unpaved/i, 0.6],
  [/砂|沙|碎石|石|gravel|compacted|pebble|cobble/i, 0.75],
];

/** 车速 — km/h on a level road: its own speed where it has one, else by its class; slower on bad ground. */
export function roadSpeed(properties: Properties): number {
  const own = speedKeys.map((key) => Number.parseFloat(String(properties?.[key] ?? ''))).find((speed) => speed > 0);
  const level = own ?? speeds[roadRank(properties) - 1] ?? 20;
  return Math.min(130, level) * surfaceFactor(properties);
}

function surfaceFactor(properties: Properties): number {
  const surface = surfaceKeys.map((key) => properties?.[key]).find((value) => typeof value === 'string');
  return surfaces.find(([words]) => words.test(String(surface ?? '')))?.[1] ?? 1;
}

const notDriven =
  /^(footway|path|steps|cycleway|pedestrian|bridleway|corridor|elevator|platform|proposed|construction|planned|abandoned|razed|raceway|via_ferrata|步道|人行道|在建|规划|废弃)$/;

/** 可通车 — whether a car may drive a road at all: no path, no steps, nothing still being built or closed to cars. A file that says nothing means roads. */
export function isDriven(properties: Properties): boolean {
  const kinds = ['highway', 'fclass', '道路类型', '状态'].map((key) => String(properties?.[key] ?? ''));
  if (kinds.some((kind) => notDriven.test(kind))) return false;
  const said = properties?.motor_vehicle ?? properties?.motorcar ?? properties?.vehicle ?? properties?.access;
  return !/^no$/i.test(String(said ?? ''));
}

const onewayKeys = ['oneway', '单行', '单行线', '通行方向'];

/** 单行 — which ways a road may be driven: along its points, against them, or both. */
export function waysOf(properties: Properties): { along: boolean; against: boolean } {
  const said = onewayKeys.map((key) => properties?.[key]).find((value) => value !== undefined && value !== null);
  const text = String(said ?? '').toLowerCase();
  if (/^(-1|reverse|t|反向|逆向)$/.test(text)) return { along: false, against: true };
  const roundabout = /roundabout|circular/.test(String(properties?.junction ?? ''));
  const one =
    roundabout ||
    /^(1|yes|true|f|是|正向|单行)$/.test(text) ||
    (said === undefined && /motorway$/.test(String(properties?.highway ?? '')));
  return { along: true, against: !one };
}

/** Which roads cross without meeting: the level of a bridge or tunnel, 0 on the ground. */
export function levelOf(properties: Properties): number {
  const layer = Number(properties?.layer ?? Number.NaN);
  if (Number.isFinite(layer)) return layer;
  if (/^(yes|viaduct|1|true|是)$/i.test(String(properties?.bridge ?? properties?.桥梁 ?? ''))) return 1;
  return /^(yes|1|true|是)$/i.test(String(properties?.tunnel ?? properties?.隧道 ?? '')) ? -1 : 0;
}
