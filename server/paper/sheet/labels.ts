import type { Frame } from './placing.ts';

/** One way a name may stand: its size as drawn, where its middle would stand best, and other middles it takes. */
export interface Wanted<Kind> {
  kind: Kind;
  width: number;
  height: number;
  at: readonly (readonly [x: number, y: number])[];
}

const cell = 40;

/** 注记避让 — which names stand and where, first come first, each in the first of its ways that has room: none leaves the frame or touches another. */
export function placeLabels<Kind>(
  names: readonly (readonly Wanted<Kind>[])[],
  frame: Frame,
): { kind: Kind; box: Frame }[] {
  const taken = new Map<string, Frame[]>();
  const cellsOf = ({ x, y, width, height }: Frame) => {
    const cells: string[] = [];
    for (let column = Math.floor(x / cell); column <= Math.floor((x + width) / cell); column++)
      for (let row = Math.floor(y / cell); row <= Math.floor((y + height) / cell); row++)
        cells.push(`${column} ${row}`);
    return cells;
  };
  const free = (box: Frame, cells: string[]) =>
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height &&
    !cells.some((key) => taken.get(key)?.some((other) => touch(box, other)));
  const placed: { kind: Kind; box: Frame }[] = [];
  const place = ({ kind, width, height, at }: Wanted<Kind>) => {
    for (const [x, y] of at) {
      const box = { x: x - width / 2, y: y - height / 2, width, height };
      const cells = cellsOf(box);
      if (!free(box, cells)) continue;
      for (const key of cells) {
        const known = taken.get(key);
        if (known) known.push(box);
        else taken.set(key, [box]);
      }
      placed.push({ kind, box });
      return true;
    }
    return false;
  };
  for (const ways of names) ways.some(place);
  return placed;
}

const touch = (one: Frame, other: Frame) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;
