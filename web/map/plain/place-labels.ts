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
}

const cell = 64;
const gapPx = 3;

/** Width of a line of text, counting a Han character as one em and others as 0.56 em. */
export function textWidthPx(text: string, sizePx: number): number {
  let ems = 0;
  for (const letter of text) ems += /[\u2e80-\uffff]/.test(letter) ? 1 : 0.56;
  return ems * sizePx;
}

/** The labels that fit without covering each other, best rank first; those off the screen are left out. */
export function placeLabels(wishes: LabelWish[], size: { width: number; height: number }): LabelWish[] {
  const taken = new Map<string, [number, number, number, number][]>();
  const placed: LabelWish[] = [];
  const sorted = [...wishes].sort((a, b) => Number(b.always ?? false) - Number(a.always ?? false) || a.rank - b.rank);
  for (const wish of sorted) {
    const half = textWidthPx(wish.text, wish.sizePx) / 2 + gapPx;
    const high = wish.sizePx * 0.6 + gapPx;
    const box: [number, number, number, number] = [wish.x - half, wish.y - high, wish.x + half, wish.y + high];
    if (box[2] < 0 || box[3] < 0 || box[0] > size.width || box[1] > size.height) continue;
    const cells = cellsOf(box);
    const covers = cells.some((key) => taken.get(key)?.some((other) => overlap(box, other)));
    if (covers && !wish.always) continue;
    for (const key of cells) {
      const there = taken.get(key);
      if (there) there.push(box);
      else taken.set(key, [box]);
    }
    placed.push(wish);
  }
  return placed;
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
