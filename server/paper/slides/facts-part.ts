import { lampColours } from '../../layer/lamp/rules.ts';
import type { StepAnswer } from '../../meeting/answer.ts';
import type { Language } from '../../words/fill.ts';
import { placeLine } from '../../words/place-name/rules.ts';
import { paperWords } from '../paper.message.ts';
import { cutTo, fitted, widthIn } from './fit.ts';
import { addWords, fontFace, type Place, type Slide } from './frame.ts';

const rowHeight = 0.28;
const cellSize = { size: 12, least: 9 };

/** From above: the place with its state and why, what was written, facts or counts as a table, counts as bars. */
export function addFacts(slide: Slide, step: StepAnswer, box: Place, lang: Language): void {
  const { place, facts, counts, item } = step;
  const bottom = box.y + box.h;
  let { y } = box;
  const say = (text: string, h: number, look: Parameters<typeof addWords>[3]) => {
    addWords(slide, text, { ...box, y, h }, look);
    y += h;
  };
  if (place) {
    say(placeLine(place, lang), 0.55, { size: 22, least: 11, bold: true });
    say(place.state[lang], 0.35, { size: 15, least: 9, bold: true, color: lampColours[place.lamp].slice(1) });
    say(place.why[lang], 1, { size: 13, least: 9 });
  }
  const rows = place
    ? facts.map(({ title, value }) => [title[lang], value] as const)
    : counts.map(({ title, count }) => [title[lang], String(count)] as const);
  if (item.text) say(item.text, rows.length > 0 ? 1.2 : bottom - y, { size: 16, least: 9 });
  if (rows.length > 0) y = addTable(slide, rows, { ...box, y, h: bottom - y });
  const bars = counts.toReversed();
  if (bottom - y > 1.2 && bars.some(({ count }) => count > 0))
    slide.addChart(
      'bar',
      [
        {
          name: paperWords[lang].count,
          labels: bars.map(({ title }) => title[lang]),
          values: bars.map(({ count }) => count),
        },
      ],
      {
        ...{ ...box, y: y + 0.1, h: bottom - y - 0.1, barDir: 'bar', showValue: true, valAxisHidden: true },
        ...{ valGridLine: { style: 'none' }, catAxisLabelFontFace: fontFace, catAxisLabelFontSize: 11 },
        chartColors: bars.map(({ lamp }) => lampColours[lamp].slice(1)),
      },
    );
}

/** Names and values, all of one size, the column of names as wide as they need; answers the y below. */
function addTable(slide: Slide, rows: (readonly [string, string])[], { x, y, w, h }: Place): number {
  const shown = rows.slice(0, Math.max(1, Math.floor(h / rowHeight)));
  const longest = (at: 0 | 1) => Math.max(...shown.map((row) => widthIn(row[at])));
  const share = Math.min(0.7, Math.max(0.35, longest(0) / (longest(0) + longest(1))));
  const wide = [w * share, w * (1 - share)] as const;
  const cell = (at: 0 | 1) => ({ w: wide[at] + 0.1, h: rowHeight });
  const sizes = shown.flatMap((row) => [fitted(row[0], cell(0), cellSize), fitted(row[1], cell(1), cellSize)]);
  const fontSize = Math.min(...sizes);
  const options = {
    margin: [0, 0.05, 0, 0.05] as [number, number, number, number],
    valign: 'middle' as const,
    fontSize,
  };
  slide.addTable(
    shown.map(([name, value]) => [
      { text: cutTo(name, cell(0), fontSize), options: { ...options, color: '4A554F' } },
      { text: cutTo(value, cell(1), fontSize), options: { ...options, align: 'right' as const, bold: true } },
    ]),
    { ...{ x, y, w, colW: [...wide], rowH: rowHeight, fontFace }, border: { type: 'solid', pt: 0.5, color: 'DADCCF' } },
  );
  return y + shown.length * rowHeight;
}
