import type PptxGen from 'pptxgenjs';
import type { StepAnswer } from '../../meeting/answer.ts';
import { fill, type Language } from '../../words/fill.ts';
import { dayText } from '../../words/phrase.message.ts';
import type { MeetingPaper } from '../meeting-paper.ts';
import { paperWords } from '../paper.message.ts';
import { cutTo, fitted } from './fit.ts';

/** A font every office machine has, with Chinese letters. */
export const fontFace = 'Microsoft YaHei';
export type Slide = PptxGen.default.Slide;
/** Red of the house, and of text. */
export const house = 'A3262A';
export const inkColour = '1B2420';

/** A place on a slide in inches; slides are 13.33 × 7.5. */
export interface Place {
  x: number;
  y: number;
  w: number;
  h: number;
}
/** What a slide has for itself between its band and its foot. */
export const room: Place = { x: 0.3, y: 0.95, w: 12.73, h: 6 };

interface Look {
  size: number;
  least: number;
  bold?: boolean;
  color?: string;
  align?: 'left' | 'center';
}

/** Words in a box, as large as they fit, cut where they fit at no size. */
export function addWords(slide: Slide, text: string, place: Place, { size, least, ...look }: Look): void {
  const fontSize = fitted(text, place, { size, least });
  slide.addText(cutTo(text, place, fontSize), {
    ...{ color: inkColour, ...look, ...place, fontFace, fontSize },
    ...{ valign: 'top', margin: 0 },
  });
}

/** The band with number, title and day of the figures; who exported it and when, at the foot and faint across the slide. */
export function addFrame(
  slide: Slide,
  { number, of, item, on }: StepAnswer,
  paper: MeetingPaper,
  lang: Language,
): void {
  const words = paperWords[lang];
  slide.addShape('rect', { x: 0, y: 0, w: 13.33, h: 0.75, fill: { color: house } });
  const box = { w: 9.2, h: 0.65 };
  const title = `${number + 1}. ${item.title}`;
  const size = fitted(title, box, { size: 24, least: 11 });
  const white = { y: 0.05, fontFace, color: 'FFFFFF' };
  slide.addText(cutTo(title, box, size), { ...white, ...box, x: 0.3, fontSize: size, bold: true, margin: 0 });
  const day = `${fill(words.dataAt, { day: dayText(on)[lang] })}　${number + 1} / ${of}`;
  slide.addText(day, { ...white, x: 9.5, w: 3.53, h: 0.65, fontSize: 12, align: 'right', margin: 0 });
  const mark = `${words.internal} · ${fill(words.by, { who: paper.by, at: paper.at })}`;
  slide.addText(mark, { x: 0.3, y: 7.05, w: 9, h: 0.35, fontFace, fontSize: 10, color: '5A635E', margin: 0 });
  // Faint across the slide, so that a photograph of the screen still tells.
  slide.addText(mark, {
    ...{ x: 3.2, y: 3.2, w: 7.5, h: 0.6, rotate: 340, align: 'center', fontFace, fontSize: 18 },
    ...{ color: '000000', transparency: 90 },
  });
}
