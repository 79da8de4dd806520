import type { LonLat } from '../../../geodata/area/area.ts';
import type { TravelMatrix, TravelTimes } from '../../../geodata/road/travel-times.ts';
import type { Store } from '../../db/open.ts';

/** 路线服务 — a route server on the intranet, named when the product is started; nothing a user types leads to another host. */
export interface RouteService {
  kind: 'osrm' | 'valhalla';
  /** Its address without a slash at the end. */
  address: string;
}

/** Most places asked for at once each way: what OSRM and Valhalla take as they are delivered. */
const block = 50;
const answerWithinMs = 8_000;
/** After a failure it is not asked again for so long, so that nobody waits for it each time. */
const restMs = 30_000;
const mostBytes = 20_000_000;

const services = new WeakMap<Store, RouteService>();

/** Names the route service of a store. */
export function nameRouteService(store: Store, service: RouteService | null): void {
  if (service) services.set(store, service);
}
export const serviceOf = (store: Store): RouteService | null => services.get(store) ?? null;

/** Reads `osrm=http://localhost:5000`; null when it is neither of the two kinds at an address of the web. */
export function readRouteService(text: string): RouteService | null {
  const [, kind, address] = /^(osrm|valhalla)=(https?:\/\/[^\s?#]+)$/.exec(text) ?? [];
  if (!kind || !address || !URL.canParse(address)) return null;
  return { kind: kind as RouteService['kind'], address: address.replace(/\/+$/, '') };
}

/** Travel times of the service; of `own` while it does not answer, which the answer says. */
export function fallingBack(service: RouteService, own: TravelTimes): TravelTimes {
  let restUntil = 0;
  const tried = async <Found>(ask: () => Promise<Found>, otherwise: () => Promise<Found>): Promise<Found> => {
    if (Date.now() < restUntil) return otherwise();
    try {
      return await ask();
    } catch (problem) {
      restUntil = Date.now() + restMs;
      console.error(
        `route service ${service.address} does not answer`,
        problem instanceof Error ? problem.message : '',
      );
      return otherwise();
    }
  };
  return {
    between: (points) =>
      tried<TravelMatrix>(
        async () => ({ seconds: await matrix(service, points), far: [], source: 'service' }),
        async () => ({ ...(await own.between(points)), noService: true }),
      ),
    path: (from, to) =>
      tried(
        () => way(service, from, to),
        () => own.path(from, to),
      ),
  };
}

/** The whole matrix, block by block; `Infinity` where there is no way. */
async function matrix(service: RouteService, points: LonLat[]): Promise<Float64Array> {
  const n = points.length;
  const seconds = new Float64Array(n * n).fill(Number.POSITIVE_INFINITY);
  for (let from = 0; from < n; from += block)
    for (let to = 0; to < n; to += block) {
      const [sources, targets] = [points.slice(from, from + block), points.slice(to, to + block)];
      const found =
        service.kind === 'osrm'
          ? await osrmTable(service, sources, targets)
          : await valhallaTable(service, sources, targets);
      if (found.length !== sources.length) throw new Error('a table of another size');
      for (const [a, row] of found.entries()) {
        if (row.length !== targets.length) throw new Error('a table of another size');
        for (const [b, time] of row.entries())
          if (typeof time === 'number' && time >= 0) seconds[(from + a) * n + to + b] = time;
      }
    }
  for (let at = 0; at < n; at++) seconds[at * n + at] = 0;
  return seconds;
}

type Rows = (number | null)[][];
const placed = (points: LonLat[]) => points.map(([lon, lat]) => `${lon.toFixed(6)},${lat.toFixed(6)}`).join(';');

async function osrmTable({ address }: RouteService, sources: LonLat[], targets: LonLat[]): Promise<Rows> {
  const numbers = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at).join(';');
  const query = `sources=${numbers(0, sources.length)}&destinations=${numbers(sources.length, targets.length)}&annotations=duration`;
  const answer = await asked<{ code: string; durations: Rows }>(
    `${address}/table/v1/driving/${placed([...sources, ...targets])}?${query}`,
  );
  if (answer.code !== 'Ok') throw new Error(`OSRM: ${answer.code}`);
  return answer.durations;
}

const locations = (points: LonLat[]) => points.map(([lon, lat]) => ({ lon, lat }));

async function valhallaTable({ address }: RouteService, sources: LonLat[], targets: LonLat[]): Promise<Rows> {
  const answer = await asked<{ sources_to_targets: { time: number | null }[][] }>(`${address}/sources_to_targets`, {
    sources: locations(sources),
    targets: locations(targets),
    costing: 'auto',
  });
  return answer.sources_to_targets.map((row) => row.map(({ time }) => time));
}

async function way({ kind, address }: RouteService, from: LonLat, to: LonLat): Promise<LonLat[] | null> {
  if (kind === 'osrm') {
    const answer = await asked<{ code: string; routes?: { geometry: { coordinates: LonLat[] } }[] }>(
      `${address}/route/v1/driving/${placed([from, to])}?overview=full&geometries=geojson`,
    );
    return answer.code === 'Ok' ? (answer.routes?.[0]?.geometry.coordinates ?? null) : null;
  }
  const answer = await asked<{ trip?: { legs: { shape: string }[] } }>(`${address}/route`, {
    locations: locations([from, to]),
    costing: 'auto',
  });
  return answer.trip ? answer.trip.legs.flatMap(({ shape }) => unpacked(shape)) : null;
}

/** One question; an answer that is late, too long, from elsewhere or no JSON fails. OSRM says “no way” with status 400. */
async function asked<Answer>(address: string, body?: object): Promise<Answer> {
  const response = await fetch(address, {
    ...(body ? { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    redirect: 'error',
    signal: AbortSignal.timeout(answerWithinMs),
  });
  if (Number(response.headers.get('content-length') ?? 0) > mostBytes) throw new Error('too long an answer');
  if (!response.ok && response.status !== 400) throw new Error(`status ${response.status}`);
  return (await response.json()) as Answer;
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
