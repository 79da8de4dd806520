/** How a query met a name: by its own characters, by full pinyin, or by initials; `from` and `to` are the characters it covers. */
export interface NameMatch {
  how: 'name' | 'pinyin' | 'initials';
  from: number;
  to: number;
}

/** A name as it is compared: its characters, and for each every way it is typed. */
export interface ReadName {
  characters: string[];
  readings: string[][];
}

const ranks = ['name', 'pinyin', 'initials'] as const;

/**
 * Where a query stands in a name, null when nowhere: each character of the name is met by itself, by its pinyin or by its initial, mixed
 * as people type (谢jc, xiejc); the last syllable may be unfinished. The earliest place wins, there characters before pinyin before initials.
 */
export function matchName(name: ReadName, query: string): NameMatch | null {
  const met: Met[] = [];
  for (let from = 0; from < name.characters.length; from++) {
    const found = meet(name, query, { at: from, taken: 0, met });
    if (found) return { how: ranks[found.rank] ?? 'initials', from, to: found.to };
  }
  return null;
}

type Met = { rank: number; to: number } | null;

/** The best way on from a character of the name and a letter of the query; each such pair is tried once, so that no name takes long. */
function meet(name: ReadName, query: string, { at, taken, met }: { at: number; taken: number; met: Met[] }): Met {
  if (taken === query.length) return { rank: 0, to: at };
  const character = name.characters[at];
  if (character === undefined) return null;
  const state = at * (query.length + 1) + taken;
  const known = met[state];
  if (known !== undefined) return known;
  const onward = (length: number) => meet(name, query, { at: at + 1, taken: taken + length, met });
  let best: Met = null;
  if (query.startsWith(character, taken)) best = onward(character.length);
  else
    for (const reading of name.readings[at] ?? [])
      for (const way of waysOf(reading, query.slice(taken), taken)) {
        const found = way.length === null ? { rank: 0, to: at + 1 } : onward(way.length);
        if (!found) continue;
        const rank = Math.max(way.rank, found.rank);
        if (best === null || rank < best.rank) best = { rank, to: found.to };
      }
  met[state] = best;
  return best;
}

/** How a reading takes letters of what is left of the query: whole, unfinished at its end (`length` null), or by its first letter. */
function waysOf(reading: string, rest: string, taken: number): { length: number | null; rank: number }[] {
  const ways: { length: number | null; rank: number }[] = [];
  if (rest.startsWith(reading)) ways.push({ length: reading.length, rank: reading.length > 1 ? 1 : 0 });
  else if (taken + rest.length > 1 && reading.startsWith(rest)) ways.push({ length: null, rank: 1 });
  if (reading.length > 1 && rest[0] === reading[0]) ways.push({ length: 1, rank: 2 });
  return ways;
}
