import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unpackWoff } from './unpack-woff.ts';

/** A PDF being written. */
export type Pdf = PDFKit.PDFDocument;
export type Weight = 'text' | 'bold';

const require = createRequire(import.meta.url);
const weights = { text: 400, bold: 700 } as const;
const family = '@fontsource/noto-sans-sc';
/** Fonts of the machine, asked only for what the embedded one lacks; `face` names one of a collection. */
const machineFonts: Record<Weight, { path: string; face?: string }[]> = {
  text: [
    { path: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', face: 'NotoSansCJKsc-Regular' },
    { path: 'C:/Windows/Fonts/simsun.ttc', face: 'SimSun' },
    { path: 'C:/Windows/Fonts/simsunb.ttf' },
  ],
  bold: [
    { path: '/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc', face: 'NotoSansCJKsc-Bold' },
    { path: 'C:/Windows/Fonts/simsun.ttc', face: 'SimSun' },
    { path: 'C:/Windows/Fonts/simsunb.ttf' },
  ],
};
/** 〓 stands, as printers have it, where no font has the character. */
const missing = '〓';

const packed = (file: string) => Buffer.from(unpackWoff(readFileSync(require.resolve(`${family}/files/${file}.woff`))));

/** The file of the package that holds a rare character: its subsets are cut by ranges of code points. */
const subsetOf = (() => {
  let ranges: { from: number; to: number; file: string }[] | null = null;
  const read = () =>
    Object.entries(
      JSON.parse(readFileSync(require.resolve(`${family}/unicode.json`), 'utf8')) as Record<string, string>,
    ).flatMap(([file, list]) =>
      list.split(',').map((range) => {
        const [from = 0, to = from] = range
          .trim()
          .slice(2)
          .split('-')
          .map((hex) => Number.parseInt(hex, 16));
        return { from, to, file: file.replace(/[[\]]/g, '') };
      }),
    );
  return (code: number): string | null => {
    ranges ??= read();
    return ranges.find(({ from, to }) => code >= from && code <= to)?.file ?? null;
  };
})();

interface Fonts {
  known: Set<string>;
  /** By weight and character, what draws it. */
  drawn: Map<string, Drawn>;
}
/** The registered font that draws a character, and what it draws: itself, or a mark in its place. */
export interface Drawn {
  font: string;
  text: string;
}
const fonts = new WeakMap<Pdf, Fonts>();
interface Opened {
  _font: { font: { hasGlyphForCodePoint(code: number): boolean } };
}

/** Which font of the document draws one character; never one that has no glyph for it. */
export function drawnBy(doc: Pdf, weight: Weight, character: string): Drawn {
  const of = fonts.get(doc) ?? { known: new Set<string>(), drawn: new Map<string, Drawn>() };
  fonts.set(doc, of);
  const key = weight + character;
  const known = of.drawn.get(key);
  if (known) return known;
  const drawn = find(doc, of, weight, character);
  of.drawn.set(key, drawn);
  return drawn;
}

function find(doc: Pdf, { known }: Fonts, weight: Weight, character: string): Drawn {
  const code = character.codePointAt(0) ?? 0;
  const has = (name: string, open: () => Buffer, face?: string) => {
    if (!known.has(name)) doc.registerFont(name, open(), face);
    known.add(name);
    doc.font(name);
    return (doc as unknown as Opened)._font.font.hasGlyphForCodePoint(code);
  };
  const main = () => packed(`noto-sans-sc-chinese-simplified-${weights[weight]}-normal`);
  if (has(weight, main)) return { font: weight, text: character };
  const subset = subsetOf(code);
  const rare = `${weight}-${subset}`;
  if (subset && has(rare, () => packed(`noto-sans-sc-${subset}-${weights[weight]}-normal`)))
    return { font: rare, text: character };
  for (const { path, face } of machineFonts[weight].filter(({ path }) => existsSync(path))) {
    const name = `${weight}-${path}`;
    if (has(name, () => readFileSync(path), face)) return { font: name, text: character };
  }
  return { font: weight, text: missing };
}
