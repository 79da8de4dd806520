import { pinyin } from 'pinyin-pro';
import { comparedName } from '../../geodata/area/plain-name.ts';

const kept = new Map<string, string[]>();

/**
 * 拼音 — every way a character is typed, without tones: 长 as chang and zhang, 吕 as lv, lu and lyu. What is no Chinese character is typed
 * as itself, in lower case.
 */
export function readingsOf(character: string): string[] {
  const known = kept.get(character);
  if (known) return known;
  const found = pinyin(character, { multiple: true, type: 'array', toneType: 'none', v: true });
  const typed = found.flatMap((one) => {
    const plain = one.toLowerCase();
    return /^[ln]v/.test(plain) ? [plain, plain.replace('v', 'u'), plain.replace('v', 'yu')] : [plain];
  });
  const readings = [...new Set(typed.length === 0 ? [character.toLowerCase()] : typed)];
  kept.set(character, readings);
  return readings;
}

/** How a name is most likely read, in one piece: 谢家村 as xiejiacun. */
export function readingOf(name: string): string {
  return pinyin(name, { type: 'array', toneType: 'none', v: true }).join('').toLowerCase();
}

/** What a person typed, as names are compared, without tone marks; ü is v. */
export function plainQuery(q: string): string {
  return comparedName(q)
    .replace(/[üǖǘǚǜ]/g, 'v')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');
}
