import { codeWord, knownColumnWords } from './area-columns.zh.ts';
import { decodeText } from './text-encoding.ts';

/** The most a DBF column name holds; older writers fill ten bytes, some eleven. */
const nameBytesMost = 10;

/**
 * Name of a DBF column. Names of ten bytes may be cut inside a character: then the known column whose own bytes begin with these is meant,
 * a code column where digits stand in it and another where words do; otherwise the name as far as it decodes.
 */
export function columnNameOf(bytes: Uint8Array, label: string, holdsDigits = false): string {
  const name = decodeText(bytes, label);
  const isWhole = encode(name, label)?.length === bytes.length;
  if (bytes.length < nameBytesMost - 1 || (isWhole && knownColumnWords.has(name.toLowerCase()))) return name;
  const whole = [...knownColumnWords].filter((word) => startsWith(encode(word, label), bytes));
  whole.sort((a, b) => a.length - b.length);
  return whole.find((word) => codeWord.test(word) === holdsDigits) ?? whole[0] ?? name;
}

const startsWith = (word: Uint8Array | null, start: Uint8Array) =>
  word !== null && word.length >= start.length && start.every((byte, i) => word[i] === byte);

/** Bytes of a word in UTF-8 or GB18030's two-byte part; null for other encodings and letters outside it. */
function encode(word: string, label: string): Uint8Array | null {
  if (label === 'utf-8') return new TextEncoder().encode(word);
  if (label !== 'gb18030') return null;
  const bytes: number[] = [];
  for (const letter of word) {
    const pair = letter < '\x80' ? [letter.charCodeAt(0)] : gbkPairs().get(letter);
    if (!pair) return null;
    bytes.push(...pair);
  }
  return Uint8Array.from(bytes);
}

let pairs: Map<string, [number, number]> | null = null;

function gbkPairs(): Map<string, [number, number]> {
  if (pairs) return pairs;
  pairs = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const letter = trail === 0x7f ? '' : decoder.decode(Uint8Array.of(lead, trail));
      if ([...letter].length === 1 && !pairs.has(letter)) pairs.set(letter, [lead, trail]);
    }
  }
  return pairs;
}
