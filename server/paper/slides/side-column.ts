import type PptxGen from 'pptxgenjs';
import { dayText } from '../../layer/phrase.message.ts';
import type { StepAnswer } from '../../meeting/answer.ts';
import { fill, type Language } from '../../message/fill.ts';
import type { TaskAnswer } from '../../task/answer.ts';
import { comparedLists } from '../compared.ts';
import { paperWords } from '../paper.message.ts';
import { linesIn } from './fit.ts';

interface Given {
  lang: Language;
  box: { x: number; y: number; w: number; h: number };
  fontFace: string;
}

const [titleSize, size] = [14, 11];
/** Height of a line of a size, in inches. */
const tall = (of: number) => (of * 1.25) / 72;

/** Right: the worst, what was given before and now, and what changed, as much as stands in the column; what does not is counted. */
export function addSide(slide: PptxGen.default.Slide, step: StepAnswer, { lang, box, fontFace }: Given): void {
  const shown = groupsOf(step, lang).filter(([, lines]) => lines.length > 0);
  if (shown.length === 0) return;
  const parts: { text: string; options: object }[] = [];
  let room = box.h - 0.1;
  for (const [at, [title, lines]] of shown.entries()) {
    // Each of those still to come keeps its title and two lines.
    let own = room - (shown.length - at - 1) * (tall(titleSize) + 2 * tall(size));
    const take = (text: string, options: { fontSize: number }) => {
      const height = linesIn(text, box.w - 0.2, options.fontSize) * tall(options.fontSize);
      if (height > own) return false;
      own -= height;
      room -= height;
      parts.push({ text, options: { ...options, breakLine: true } });
      return true;
    };
    if (!take(title, { fontSize: titleSize, ...{ bold: true } })) break;
    const kept = lines.findIndex((line, n) => {
      // Room for the line that counts the rest.
      const last = n === lines.length - 1;
      const height = linesIn(line, box.w - 0.2, size) * tall(size);
      if (height + (last ? 0 : tall(size)) > own) return true;
      return !take(line, { fontSize: size, ...{ bullet: { indent: 9 } } });
    });
    if (kept >= 0) take(`… ${lines.length - kept}`, { fontSize: size });
  }
  slide.addText(parts, { ...box, fontFace, color: '1B2420', valign: 'top', margin: 4 });
}

function groupsOf(step: StepAnswer, lang: Language): [string, string[]][] {
  const { worst, previous, decided, changes } = step;
  const words = paperWords[lang];
  const line = ({ title, unit, person, dueOn }: TaskAnswer) =>
    fill(words.task, { title, unit, person: person?.name ?? '', due: dayText(dueOn)[lang] });
  return [
    ...comparedLists(step, lang).map(({ title, lines, none = '' }): [string, string[]] => [
      title,
      lines.length > 0 ? lines : [none],
    ]),
    [words.worst, worst.map(({ name, town, why }) => `${name} ${town}：${why[lang]}`)],
    [words.before, previous.map(line)],
    [words.decided, decided.map(line)],
    ...(changes?.layers ?? []).map(({ title, up, down }): [string, string[]] => [
      `${title[lang]}：${fill(words.better, { count: up.length })} ${fill(words.worse, { count: down.length })}`,
      down.map(({ name, town, from, to }) => `${name} ${town}：${from[lang]} → ${to[lang]}`),
    ]),
  ];
}
