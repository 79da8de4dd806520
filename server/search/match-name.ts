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
export function matchName({ characters, readings }: ReadName, query: string): NameMatch | null {
  for (let from = 0; from < characters.length; from++) {
    const met = meet(characters, readings, query, { at: from, taken: 0 });
    if (met) return { how: ranks[met.rank] ?? 'initials', from, to: met.to };
  }
  return null;
}

function meet(
  characters: string[],
  readings: string[][],
  query: string,
  { at, taken }: { at: number; taken: number },
): { rank: number; to: number } | null {
  if (taken === query.length) return { rank: 0, to: at };
  const character = characters[at];
  if (character === undefined) return null;
  const onward = (length: number) => meet(characters, readings, query, { at: at + 1, taken: taken + length });
  if (query.startsWith(character, taken)) return onward(character.length);
  const rest = query.slice(taken);
  let best: { rank: number; to: number } | null = null;
  for (const reading of readings[at] ?? []) {
    const whole = rest.startsWith(reading) ? onward(reading.length) : null;
    const unfinished = taken + rest.length > 1 && reading.startsWith(rest) ? { rank: 1, to: at + 1 } : null;
    const initial = rest[0] === reading[0] ? onward(1) : null;
    for (const found of [
      whole && { ...whole, rank: Math.max(reading.length > 1 ? 1 : 0, whole.rank) },
      unfinished,
      initial && { ...initial, rank: 2 },
    ])
      if (found && (best === null || found.rank < best.rank)) best = found;
  }
  return best;
}
