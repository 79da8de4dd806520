/** A name that wants a place on the screen: its middle, its letters' height, and its rank (lower goes first). */
export interface LabelWish {
  fid: number;
  text: string;
  x: number;
  y: number;
  sizePx: number;
  rank: number;
  /** Placed even where it covers another. */
  always?: boolean;
  /** Room kept free on each side; left out, {@link gapPx}. */
  gapPx?: number;
  /** How far from its place it may step aside where it finds no room, the dearest first. */
  aside?: [dx: number, dy: number][];
}

const cell = 64;
const gapPx = 3;

/** Width of a line of text, counting a Han character as one em and others as 0.56 em. */
export function textWidthPx(text: string, sizePx: number): number {
  let ems = 0;
  for (const letter of text) ems += /[\u2e80-\uffff]/.test(letter) ? 1 : 0.56;
  return ems * sizePx;
}

type Box = [left: number, top: number, right: number, bottom: number];

/** What lies on the map already and may not be covered: a round mark. */
export interface Mark {
  x: number;
  y: number;
  radiusPx: number;
}

/** Whether a label lies on the screen with all its letters; one placed whatever happens always does. */
export function isWhole(
  { text, x, y, sizePx, always = false }: LabelWish,
  size: { width: number; height: number },
): boolean {
  const [half, high] = [textWidthPx(text, sizePx) / 2, sizePx * 0.6];
  return always || (x - half >= 0 && x + half <= size.width && y - high >= 0 && y + high <= size.height);
}

/**
 * The labels that fit without covering each other or a mark, best rank first; those off the screen are left out. A name a mark lies on
 * stands below it, else above.
 */
export function placeLabels<Wish extends LabelWish>(
  wishes: Wish[],
  size: { width: number; height: number },
  marks: Mark[] = [],
): Wish[] {
  const taken = new Map<string, Box[]>();
  for (const { x, y, radiusPx: r } of marks) take(taken, [x - r, y - r, x + r, y + r]);
  const placed: Wish[] = [];
  const sorted = [...wishes].sort((a, b) => Number(b.always ?? false) - Number(a.always ?? false) || a.rank - b.rank);
  for (const wish of sorted) {
    const found = placesOf(wish, marks).find((one) => !covers(taken, boxOf(one))) ?? (wish.always ? wish : null);
    if (!found || isOff(boxOf(found), size)) continue;
    take(taken, boxOf(found));
    placed.push(found);
  }
  return placed;
}

/** Where a name may stand: in its place; where a mark lies there, below and above the mark. */
function placesOf<Wish extends LabelWish>(wish: Wish, marks: Mark[]): Wish[] {
  const [left, top, right, bottom] = boxOf(wish);
  const under = marks.find(({ x, y, radiusPx: r }) => x + r > left && x - r < right && y + r > top && y - r < bottom);
  if (!under) return [wish, ...(wish.aside ?? []).map(([dx, dy]) => ({ ...wish, x: wish.x + dx, y: wish.y + dy }))];
  const off = under.radiusPx + wish.sizePx * 0.6 + gapPx + 1;
  return [
    { ...wish, y: under.y + off },
    { ...wish, y: under.y - off },
  ];
}

function boxOf({ text, sizePx, x, y, gapPx: gap = gapPx }: LabelWish): Box {
  const half = textWidthPx(text, sizePx) / 2 + gap;
  const high = sizePx * 0.6 + gap;
  return [x - half, y - high, x + half, y + high];
}

const isOff = ([left, top, right, bottom]: Box, { width, height }: { width: number; height: number }) =>
  right < 0 || bottom < 0 || left > width || top > height;

const covers = (taken: Map<string, Box[]>, box: Box) =>
  cellsOf(box).some((key) => taken.get(key)?.some((other) => overlap(box, other)));

function take(taken: Map<string, Box[]>, box: Box): void {
  for (const key of cellsOf(box)) {
    const there = taken.get(key);
    if (there) there.push(box);
    else taken.set(key, [box]);
  }
}

function cellsOf([left, top, right, bottom]: [number, number, number, number]): string[] {
  const keys: string[] = [];
  for (let x = Math.floor(left / cell); x <= Math.floor(right / cell); x++) {
    for (let y = Math.floor(top / cell); y <= Math.floor(bottom / cell); y++) keys.push(`${x},${y}`);
  }
  return keys;
}

function overlap(a: number[], b: number[]): boolean {
  const [al = 0, at = 0, ar = 0, ab = 0] = a;
  const [bl = 0, bt = 0, br = 0, bb = 0] = b;
  return al < br && bl < ar && at < bb && bt < ab;
}
