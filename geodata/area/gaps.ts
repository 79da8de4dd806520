import type { Position } from 'geojson';
import { offsetM } from '../coordinate/known-county.ts';
import type { BorderEdge, BorderEdges } from './border-edges.ts';
import { type Place, type Report, spot } from './defect.ts';
import { signedArea } from './ring.ts';

/** Smaller gaps are slivers that the build of the map closes. */
const smallestGapM2 = 1_000;

/**
 * Reports ground that no place has though it is enclosed by places. A gap the size of a place, next to a town whose codes leave out a
 * number, is reported as a missing place with that code.
 */
export function checkGaps(places: Place[], edges: BorderEdges, report: Report): void {
  const sizes = places.flatMap(({ area }) =>
    area.shape ? [Math.abs(areaM2(area.shape.coordinates[0]?.[0] ?? []))] : [],
  );
  const usual = sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 0;
  let slivers = 0;
  for (const ring of rims(edges)) {
    const positions = ring.map(({ from }) => edges.ids.position(from));
    const m2 = areaM2(positions);
    const around = [...new Set(ring.map(({ place }) => place))].map((index) => places[index] as Place);
    if (m2 >= 0 || around.length < 2) continue;
    if (m2 > -smallestGapM2) {
      slivers++;
      continue;
    }
    const values = {
      neighbours: around
        .slice(0, 5)
        .map(({ area }) => area.name)
        .join('\u3001'),
      hectares: Math.round(-m2 / 1000) / 10,
      ...spot(middle(positions)),
    };
    const missing = -m2 > usual * 0.1 ? missingCode(around, places) : null;
    const first = around[0] as Place;
    if (missing)
      report({ ...first, area: { ...first.area, code: missing.code, name: '' } }, 'place-missing', 'warning', {
        ...values,
        ...missing,
      });
    else report(first, 'gap', 'warning', values);
  }
  if (slivers > 0) report(places[0] as Place, 'slivers', 'repaired', { count: slivers });
}

/** Rings of lone edges, always turning right at a crossing so that each stays around one void. Gaps come out clockwise. */
function rims({ ids, lone }: BorderEdges): BorderEdge[][] {
  const leaving = Map.groupBy(lone, ({ from }) => from);
  const used = new Set<BorderEdge>();
  const found: BorderEdge[][] = [];
  for (const start of lone) {
    if (used.has(start)) continue;
    const ring = [start];
    used.add(start);
    let edge = start;
    while (edge.to !== start.from) {
      const next = rightmost(
        edge,
        (leaving.get(edge.to) ?? []).filter((other) => !used.has(other)),
        ids,
      );
      if (!next) break;
      used.add(next);
      ring.push(next);
      edge = next;
    }
    if (edge.to === start.from) found.push(ring);
  }
  return found;
}

function rightmost(edge: BorderEdge, candidates: BorderEdge[], ids: BorderEdges['ids']): BorderEdge | undefined {
  if (candidates.length < 2) return candidates[0];
  const direction = (from: number, to: number) =>
    Math.atan2((ids.y[to] as number) - (ids.y[from] as number), (ids.x[to] as number) - (ids.x[from] as number));
  const back = direction(edge.to, edge.from);
  const turn = ({ from, to }: BorderEdge) => (direction(from, to) - back + 4 * Math.PI) % (2 * Math.PI);
  return candidates.sort((a, b) => turn(a) - turn(b))[0];
}

/** Square metres of a ring, negative when clockwise. */
function areaM2(ring: Position[]): number {
  const first = ring[0];
  return first ? signedArea(ring.map((position) => offsetM(first, position))) : 0;
}

function middle(positions: Position[]): Position {
  const sum = positions.reduce<[number, number]>(([x, y], [lon = 0, lat = 0]) => [x + lon, y + lat], [0, 0]);
  return [sum[0] / positions.length, sum[1] / positions.length];
}

/** The number a neighbouring town's run of codes leaves out; null when it is none, or a place of that town has no shape. */
function missingCode(around: Place[], places: Place[]): { code: string; town: string } | null {
  const towns = Map.groupBy(around, ({ area }) => area.townCode);
  const ranked = [...towns].sort(([, a], [, b]) => b.length - a.length);
  for (const [townCode, members] of ranked) {
    if (!townCode) continue;
    const own = places.filter(({ area }) => area.townCode === townCode);
    if (own.some(({ area }) => !area.shape)) continue;
    const codes = new Set(own.map(({ area }) => area.code));
    const numbers = own
      .map(({ area }) => Number(/^\d{9}(2\d\d)$/.exec(area.code ?? '')?.[1] ?? 0))
      .filter((n) => n > 0);
    for (let n = 200; n <= Math.max(0, ...numbers); n++) {
      const code = `${townCode}${n}`;
      const isCut = own.some(({ area }) => area.code !== null && area.code.length < 12 && code.startsWith(area.code));
      if (!codes.has(code) && !isCut) return { code, town: members[0]?.area.townName ?? townCode };
    }
  }
  return null;
}
