/** Chance that comes out the same at every run: one seed, one county. */
export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** True so often of 1. */
  happens(share: number): boolean;
  one<Entry>(entries: readonly Entry[]): Entry;
  /** The entries in another order. */
  shuffled<Entry>(entries: readonly Entry[]): Entry[];
}

/** Chance of a seed. Source: the mulberry32 generator (Tommy Ettinger, public domain). */
export function chanceOf(seed: string): Chance {
  let state = [...seed].reduce(
    (sum, character) => Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5,
  );
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const shuffled = <Entry>(entries: readonly Entry[]): Entry[] => {
    const turned = [...entries];
    for (let last = turned.length - 1; last > 0; last--) {
      const other = whole(0, last);
      [turned[last], turned[other]] = [turned[other] as Entry, turned[last] as Entry];
    }
    return turned;
  };
  return {
    whole,
    shuffled,
    happens: (share) => next() < share,
    one: (entries) => entries[whole(0, entries.length - 1)] as (typeof entries)[number],
  };
}
