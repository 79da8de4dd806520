import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import { nestRings } from '../format/nest-rings.ts';
import { type Place, type Report, spot } from './defect.ts';
import { ringBounds, signedArea } from './ring.ts';

/** Two edges that cross: their first vertices and where. */
interface Crossing {
  first: number;
  second: number;
  at: Position;
}

/** Beyond this many crossings a ring is not untangled but left to the even-odd rule of the build. */
const mostCrossings = 200;
/** Vertices times crossings worth untangling. */
const mostWork = 200_000;

/**
 * Takes open rings of one polygon, exterior first, and gives polygons without crossings: two vertices that changed places are put back, other
 * loops are cut apart at the crossing and kept by the even-odd rule.
 */
export function uncross(rings: Position[][], place: Place, report: Report): Position[][][] {
  let isChanged = false;
  const simple = rings.flatMap((ring) => {
    const crossings = findCrossings(ring);
    if (crossings.length === 0) return [ring];
    const at = spot((crossings[0] as Crossing).at);
    const ordered = putBack(ring, crossings);
    if (ordered) {
      report(place, 'self-intersection', 'repaired', at);
      return [signedArea(ordered) > 0 === signedArea(ring) > 0 ? ordered : ordered.reverse()];
    }
    if (crossings.length * ring.length > mostWork) {
      report(place, 'self-intersection-kept', 'warning', at);
      return [ring];
    }
    isChanged = true;
    report(place, 'self-intersection', 'repaired', at);
    return cutLoops(ring);
  });
  if (!isChanged && rings.length > 1) reportTangledHoles(rings, place, report);
  return isChanged ? nestRings(simple.filter((ring) => ring.length > 2)) : [simple];
}

/** Crossings of a ring with itself, no more than one beyond `most`; vertices that only touch do not count. */
function findCrossings(ring: Position[], most = mostCrossings): Crossing[] {
  const edge = (i: number) => [ring[i] as Position, ring[(i + 1) % ring.length] as Position] as const;
  const index = new Flatbush(ring.length);
  ring.forEach((_, i) => {
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = edge(i);
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  });
  index.finish();
  const found: Crossing[] = [];
  for (let first = 0; first < ring.length && found.length <= most; first++) {
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = edge(first);
    for (const second of index.search(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by))) {
      if (second <= first) continue;
      const at = crossingOf(edge(first), edge(second));
      if (at) found.push({ first, second, at });
    }
  }
  return found;
}

type Edge = readonly [Position, Position];

/** Where two edges cross inside both; null when they do not, or share an end. */
export function crossingOf(
  [[ax = 0, ay = 0], [bx = 0, by = 0]]: Edge,
  [[cx = 0, cy = 0], [dx = 0, dy = 0]]: Edge,
): Position | null {
  const [rx, ry, sx, sy] = [bx - ax, by - ay, dx - cx, dy - cy];
  const cross = rx * sy - ry * sx;
  if (cross === 0) return null;
  const t = ((cx - ax) * sy - (cy - ay) * sx) / cross;
  const u = ((cx - ax) * ry - (cy - ay) * rx) / cross;
  const [least, most] = [1e-9, 1 - 1e-9];
  return t > least && t < most && u > least && u < most ? [ax + t * rx, ay + t * ry] : null;
}

/** A hole that crosses the exterior or another hole gets a note; the build settles it by the even-odd rule. */
function reportTangledHoles(rings: Position[][], place: Place, report: Report): void {
  const edges = rings.flatMap((ring, owner) =>
    ring.map((from, i) => ({ owner, ends: [from, ring[(i + 1) % ring.length] as Position] as const })),
  );
  const index = new Flatbush(edges.length);
  for (const { ends } of edges) index.add(...ringBounds([...ends]));
  index.finish();
  for (const { owner, ends } of edges) {
    if (owner === 0) continue;
    for (const other of index.search(...ringBounds([...ends]))) {
      const rival = edges[other] as (typeof edges)[number];
      const at = rival.owner === owner ? null : crossingOf(ends, rival.ends);
      if (!at) continue;
      report(place, 'hole-crosses', 'warning', spot(at));
      return;
    }
  }
}

/** The ring with two vertices exchanged, if that alone undoes every crossing; null otherwise. */
function putBack(ring: Position[], crossings: Crossing[]): Position[] | null {
  const edges = new Set(crossings.flatMap(({ first, second }) => [first, second]));
  const n = ring.length;
  const suspects = ring.map((_, i) => i).filter((i) => edges.has(i) && edges.has((i + n - 1) % n));
  if (n < 8 || suspects.length < 2 || suspects.length > 24 || suspects.length ** 2 * n > mostWork) return null;
  for (const [k, i] of suspects.entries()) {
    for (const j of suspects.slice(k + 1)) {
      const trial = [...ring];
      [trial[i], trial[j]] = [ring[j] as Position, ring[i] as Position];
      if (findCrossings(trial, 0).length === 0) return trial;
    }
  }
  return null;
}

/** Cuts a ring apart at one crossing after the other until every piece is simple. */
function cutLoops(ring: Position[]): Position[][] {
  const waiting = [ring];
  const simple: Position[][] = [];
  for (let cuts = 0; waiting.length > 0; cuts++) {
    const piece = waiting.pop() as Position[];
    const crossing = cuts < mostCrossings * 2 && piece.length > 3 ? findCrossings(piece, 0)[0] : undefined;
    if (!crossing) {
      simple.push(piece);
      continue;
    }
    const { first, second, at } = crossing;
    waiting.push([at, ...piece.slice(first + 1, second + 1)]);
    waiting.push([...piece.slice(0, first + 1), [...at], ...piece.slice(second + 1)]);
  }
  return simple;
}
