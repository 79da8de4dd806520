import type { LonLat } from '../../../geodata/area/area.ts';
import { farM } from '../../../geodata/road/snap.ts';
import type { TravelMatrix } from '../../../geodata/road/travel-times.ts';
import type { RouteService } from '../../http/route-service.ts';

/** Most places asked for at once each way: what OSRM and Valhalla take as they are delivered. */
const block = 50;
/** Blocks and ways asked for at the same time. */
export const atOnce = 4;
const mostBytes = 20_000_000;

/** A service while it is asked: how long one answer may take. */
export interface Asking extends RouteService {
  withinMs: number;
}

/** Lets so many at once; the others wait their turn. */
export function turns(most: number): <Found>(work: () => Promise<Found>) => Promise<Found> {
  const waiting: (() => void)[] = [];
  let busy = 0;
  return async (work) => {
    if (busy >= most) await new Promise<void>((go) => waiting.push(go));
    else busy++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else busy--;
    }
  };
}

/** One block's answer: seconds from each source to each target, and which sources lie how many metres off the roads, where it says so. */
interface Block {
  rows: Rows;
  off: number[];
}

/** The whole matrix, block by block; `Infinity` where there is no way. Fails as a whole: half a table of one source and half of another compare wrongly. */
export async function matrix(
  service: Asking,
  points: LonLat[],
  withinMs: number,
): Promise<Pick<TravelMatrix, 'seconds' | 'far'>> {
  const n = points.length;
  const seconds = new Float64Array(n * n).fill(Number.POSITIVE_INFINITY);
  const far = new Set<number>();
  const turn = turns(atOnce);
  const until = AbortSignal.timeout(withinMs);
  const ask = service.kind === 'osrm' ? osrmTable : valhallaTable;
  const one = async (from: number, to: number) => {
    until.throwIfAborted();
    const [sources, targets] = [points.slice(from, from + block), points.slice(to, to + block)];
    const { rows, off } = await ask(service, sources, targets, until);
    if (rows.length !== sources.length) throw new Error('a table of another size');
    for (const [a, row] of rows.entries()) {
      if (row.length !== targets.length) throw new Error('a table of another size');
      for (const [b, time] of row.entries()) if (time !== null) seconds[(from + a) * n + to + b] = secondsOf(time);
    }
    for (const [a, metres] of off.entries()) if (metres > farM) far.add(from + a);
  };
  const blocks = Array.from({ length: Math.ceil(n / block) }, (_, at) => at * block);
  await Promise.all(blocks.flatMap((from) => blocks.map((to) => turn(() => one(from, to)))));
  for (let at = 0; at < n; at++) seconds[at * n + at] = 0;
  return { seconds, far: [...far].sort((a, b) => a - b) };
}

/** A time as a service may give it; anything else is no table. */
function secondsOf(time: unknown): number {
  if (typeof time === 'number' && Number.isFinite(time) && time >= 0) return time;
  throw new Error('a time that is none');
}

type Rows = (number | null)[][];
const placed = (points: LonLat[]) => points.map(([lon, lat]) => `${lon.toFixed(6)},${lat.toFixed(6)}`).join(';');

async function osrmTable(service: Asking, sources: LonLat[], targets: LonLat[], until: AbortSignal): Promise<Block> {
  const numbers = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at).join(';');
  const query = `sources=${numbers(0, sources.length)}&destinations=${numbers(sources.length, targets.length)}&annotations=duration`;
  const answer = await fetched<{ code: string; durations: Rows; sources?: { distance?: number }[] }>(
    { ...service, until },
    `/table/v1/driving/${placed([...sources, ...targets])}?${query}`,
  );
  if (answer.code !== 'Ok') throw new Error(`OSRM: ${answer.code}`);
  return { rows: answer.durations, off: (answer.sources ?? []).map(({ distance = 0 }) => distance) };
}

const locations = (points: LonLat[]) => points.map(([lon, lat]) => ({ lon, lat }));

async function valhallaTable(
  service: Asking,
  sources: LonLat[],
  targets: LonLat[],
  until: AbortSignal,
): Promise<Block> {
  const body = { sources: locations(sources), targets: locations(targets), costing: 'auto' };
  const answer = await fetched<{ sources_to_targets: { time: number | null }[][] }>(
    { ...service, until },
    '/sources_to_targets',
    body,
  );
  return { rows: answer.sources_to_targets.map((row) => row.map(({ time }) => time)), off: [] };
}

/** The line from one place to another; null when the service says there is none. */
export async function way(service: Asking, from: LonLat, to: LonLat): Promise<LonLat[] | null> {
  if (service.kind === 'osrm') {
    const answer = await fetched<{ code: string; routes?: { geometry: { coordinates: LonLat[] } }[] }>(
      service,
      `/route/v1/driving/${placed([from, to])}?overview=full&geometries=geojson`,
    );
    return answer.code === 'Ok' ? (answer.routes?.[0]?.geometry.coordinates ?? null) : null;
  }
  const answer = await fetched<{ trip?: { legs: { shape: string }[] } }>(service, '/route', {
    locations: locations([from, to]),
    costing: 'auto',
  });
  return answer.trip ? answer.trip.legs.flatMap(({ shape }) => unpacked(shape)) : null;
}

/** One question; an answer that is late, too long, from elsewhere or no JSON fails. OSRM says “no way” with status 400. */
async function fetched<Answer>(
  { address, withinMs, until }: Asking & { until?: AbortSignal },
  path: string,
  body?: object,
): Promise<Answer> {
  const response = await fetch(`${address}${path}`, {
    ...(body ? { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    redirect: 'error',
    signal: AbortSignal.any([AbortSignal.timeout(withinMs), ...(until ? [until] : [])]),
  });
  if (!response.ok && response.status !== 400) throw new Error(`status ${response.status}`);
  return JSON.parse(await wholeText(response)) as Answer;
}

/** The text of an answer, whatever length it says it has; fails beyond `mostBytes`. */
async function wholeText({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.byteLength;
    if (length > mostBytes) throw new Error('too long an answer');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Valhalla's encoded line: six decimals, latitude first (Google's polyline algorithm). */
export function unpacked(shape: string): LonLat[] {
  const line: LonLat[] = [];
  let at = 0;
  const next = () => {
    let [value, shift, byte] = [0, 0, 0x20];
    while (byte >= 0x20 && at < shape.length) {
      byte = shape.charCodeAt(at++) - 63;
      value |= (byte & 0x1f) << shift;
      shift += 5;
    }
    return value & 1 ? ~(value >> 1) : value >> 1;
  };
  for (let [lat, lon] = [0, 0]; at < shape.length; ) {
    lat += next();
    lon += next();
    line.push([lon / 1e6, lat / 1e6]);
  }
  return line;
}
