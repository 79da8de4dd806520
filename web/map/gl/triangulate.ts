interface Corner {
  at: number;
  x: number;
  y: number;
  prev: Corner;
  next: Corner;
}

/**
 * Triangles of one polygon by ear clipping: three vertex numbers each, counted through `rings` in order. The first ring is the
 * exterior, the others holes; rings are flat x, y lists without the closing point. A ring that crosses itself still gives
 * triangles, which may then overlap. Made for the few hundred points a village has in a tile: the time grows with their square.
 */
export function triangulate(rings: ArrayLike<number>[]): number[] {
  const triangles: number[] = [];
  let first = 0;
  let outer: Corner | null = null;
  const holes: Corner[] = [];
  rings.forEach((ring, index) => {
    const chain = linked(ring, first, index === 0);
    first += ring.length / 2;
    if (index === 0) outer = chain;
    else if (chain) holes.push(leftmost(chain));
  });
  if (!outer) return triangles;
  let whole: Corner = outer;
  for (const hole of holes.sort((a, b) => a.x - b.x)) whole = bridge(hole, whole);
  clip(whole, triangles);
  return triangles;
}

function linked(ring: ArrayLike<number>, first: number, exterior: boolean): Corner | null {
  const points = ring.length / 2;
  if (points < 3) return null;
  let doubled = 0;
  for (let i = 0, j = points - 1; i < points; j = i++) {
    doubled += (x(ring, j) - x(ring, i)) * (y(ring, i) + y(ring, j));
  }
  const forward = doubled > 0 === exterior;
  let last: Corner | null = null;
  for (let i = 0; i < points; i++) {
    const at = forward ? i : points - 1 - i;
    last = insert(first + at, x(ring, at), y(ring, at), last);
  }
  return last;
}

const x = (ring: ArrayLike<number>, i: number) => ring[2 * i] ?? 0;
const y = (ring: ArrayLike<number>, i: number) => ring[2 * i + 1] ?? 0;

function insert(at: number, px: number, py: number, after: Corner | null): Corner {
  const corner = { at, x: px, y: py } as Corner;
  corner.prev = after ?? corner;
  corner.next = after?.next ?? corner;
  corner.prev.next = corner;
  corner.next.prev = corner;
  return corner;
}

function remove(corner: Corner): void {
  corner.next.prev = corner.prev;
  corner.prev.next = corner.next;
}

const turn = (a: Corner, b: Corner, c: Corner) => (b.y - a.y) * (c.x - b.x) - (b.x - a.x) * (c.y - b.y);

function clip(start: Corner, triangles: number[]): void {
  let ear = start;
  let stop = start;
  let forced = false;
  while (ear.prev !== ear.next) {
    const { prev, next } = ear;
    const bend = turn(prev, ear, next);
    if (bend === 0 || (bend < 0 && (forced || isEar(ear)))) {
      if (bend !== 0) triangles.push(prev.at, ear.at, next.at);
      remove(ear);
      forced = false;
      ear = bend === 0 ? prev : next.next;
      stop = ear;
      continue;
    }
    ear = next;
    if (ear === stop) {
      if (forced) return;
      forced = true;
    }
  }
}

function isEar(ear: Corner): boolean {
  const { prev: a, next: c } = ear;
  const low = { x: Math.min(a.x, ear.x, c.x), y: Math.min(a.y, ear.y, c.y) };
  const high = { x: Math.max(a.x, ear.x, c.x), y: Math.max(a.y, ear.y, c.y) };
  for (let p = c.next; p !== a; p = p.next) {
    if (p.x < low.x || p.x > high.x || p.y < low.y || p.y > high.y) continue;
    if ((p.x === a.x && p.y === a.y) || (p.x === c.x && p.y === c.y)) continue;
    if (inTriangle(a, ear, c, p) && turn(p.prev, p, p.next) >= 0) return false;
  }
  return true;
}

function inTriangle(a: Corner, b: Corner, c: Corner, p: { x: number; y: number }): boolean {
  return (
    (c.x - p.x) * (a.y - p.y) >= (a.x - p.x) * (c.y - p.y) &&
    (a.x - p.x) * (b.y - p.y) >= (b.x - p.x) * (a.y - p.y) &&
    (b.x - p.x) * (c.y - p.y) >= (c.x - p.x) * (b.y - p.y)
  );
}

function leftmost(start: Corner): Corner {
  let found = start;
  for (let p = start.next; p !== start; p = p.next) if (p.x < found.x || (p.x === found.x && p.y < found.y)) found = p;
  return found;
}

/** Joins a hole to the exterior by a double edge to the nearest corner that sees it. */
function bridge(hole: Corner, outer: Corner): Corner {
  const candidates: { corner: Corner; away: number }[] = [];
  let p = outer;
  do {
    if (p.x <= hole.x) candidates.push({ corner: p, away: (p.x - hole.x) ** 2 + (p.y - hole.y) ** 2 });
    p = p.next;
  } while (p !== outer);
  candidates.sort((a, b) => a.away - b.away);
  const seen = candidates.find(({ corner }) => inside(corner, hole) && !crosses(outer, corner, hole));
  const to = (seen ?? candidates[0])?.corner;
  if (!to) return outer;
  const back = insert(hole.at, hole.x, hole.y, null);
  const again = insert(to.at, to.x, to.y, null);
  const [after, before] = [to.next, hole.prev];
  to.next = hole;
  hole.prev = to;
  before.next = back;
  back.prev = before;
  back.next = again;
  again.prev = back;
  again.next = after;
  after.prev = again;
  return outer;
}

/** Whether the way from a corner to a point starts into the polygon. */
function inside(corner: Corner, to: Corner): boolean {
  return turn(corner.prev, corner, corner.next) < 0
    ? turn(corner, to, corner.next) >= 0 && turn(corner, corner.prev, to) >= 0
    : turn(corner, to, corner.prev) < 0 || turn(corner, corner.next, to) < 0;
}

function crosses(outer: Corner, a: Corner, b: Corner): boolean {
  let p = outer;
  do {
    const q = p.next;
    const touches = p === a || q === a || (p.x === a.x && p.y === a.y) || (q.x === a.x && q.y === a.y);
    if (!touches && turn(a, b, p) > 0 !== turn(a, b, q) > 0 && turn(p, q, a) > 0 !== turn(p, q, b) > 0) return true;
    p = q;
  } while (p !== outer);
  return false;
}
