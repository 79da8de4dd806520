import { drawnBy, type Pdf, type Weight } from './fonts.ts';

/** A stretch of one line in one font, `width` in points. `said` is what stands there where a mark is drawn instead. */
interface Run {
  font: string;
  text: string;
  width: number;
  said: string | null;
}
export interface Line {
  runs: Run[];
  width: number;
}

const notFirst = '，。；：、？！）》〉」』】〕”’％…—,.;:?!)]}';
const notLast = '（《〈「『【〔“‘([{';
const unit = 1000;
const widths = new WeakMap<Pdf, Map<string, number>>();

/** Breaks a text into lines no wider than `width` points: between Chinese characters and between words, no line beginning with a comma. */
export function linesOf(
  doc: Pdf,
  text: string,
  { weight, size, width }: { weight: Weight; size: number; width: number },
): Line[] {
  const measure = (piece: string) => runsOf(doc, piece, weight, size).reduce((sum, run) => sum + run.width, 0);
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    let used = 0;
    for (const piece of pieces(paragraph)) {
      const wide = measure(piece);
      if (used + wide <= width || line === '') {
        if (wide <= width) {
          line += piece;
          used += wide;
          continue;
        }
      } else {
        lines.push(line);
        line = '';
        used = 0;
        if (wide <= width) {
          line = piece.trimStart();
          used = measure(line);
          continue;
        }
      }
      // A word wider than the box is cut where it must be.
      for (const character of piece) {
        const step = measure(character);
        if (used + step > width && line !== '') {
          lines.push(line);
          line = '';
          used = 0;
        }
        line += character;
        used += step;
      }
    }
    lines.push(line);
  }
  return lines.map((line) => lineOf(doc, line.trimEnd(), weight, size));
}

/** One line as it is drawn, without breaking it. */
export function lineOf(doc: Pdf, text: string, weight: Weight, size: number): Line {
  const runs = runsOf(doc, text, weight, size);
  return { runs, width: runs.reduce((sum, run) => sum + run.width, 0) };
}

/** What stays together: a word, a number, a character with the marks that may not leave it. */
function pieces(text: string): string[] {
  const single = text.match(/[\p{Script=Latin}\p{Nd}._\-+/%@:]+|\s+|[\s\S]/gu) ?? [];
  const joined: string[] = [];
  for (const piece of single) {
    const before = joined.at(-1);
    const glued =
      before !== undefined &&
      before.trim() !== '' &&
      ((notFirst.includes(piece) && before.length < 12) || notLast.includes(before.at(-1) ?? ' '));
    if (glued) joined[joined.length - 1] += piece;
    else joined.push(piece);
  }
  return joined;
}

function runsOf(doc: Pdf, text: string, weight: Weight, size: number): Run[] {
  const runs: { font: string; text: string; said: string | null }[] = [];
  for (const character of text) {
    const drawn = drawnBy(doc, weight, character);
    const said = drawn.text === character ? null : character;
    const last = runs.at(-1);
    if (last && last.font === drawn.font && !said && !last.said) last.text += drawn.text;
    else runs.push({ ...drawn, said });
  }
  return runs.map((run) => ({ ...run, width: (widthOf(doc, run.font, run.text) * size) / unit }));
}

function widthOf(doc: Pdf, font: string, text: string): number {
  const known = widths.get(doc) ?? new Map<string, number>();
  widths.set(doc, known);
  const key = `${font} ${text}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const wide = doc.font(font).fontSize(unit).widthOfString(text);
  known.set(key, wide);
  return wide;
}
