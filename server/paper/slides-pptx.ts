import PptxGen from 'pptxgenjs';
import { fill, type Language } from '../words/fill.ts';
import type { MeetingPaper } from './meeting-paper.ts';
import { paperWords } from './paper.message.ts';
import { dayLine } from './part/day-line.ts';
import { cleanDeck } from './slides/clean-package.ts';
import { fitted } from './slides/fit.ts';
import { fontFace, house } from './slides/frame.ts';
import { type MapPicture, mapPicture } from './slides/map-picture.ts';
import { addStep } from './slides/step-slide.ts';

// The package's types describe its ES build; Node loads the CommonJS one, whose export is the class itself.
const Presentation = PptxGen as unknown as typeof PptxGen.default;

/** 幻灯片 — one slide an item, 16:9: text and tables stay text and tables, counts are a chart, map and kept pictures alone are pictures, the legend shapes and words. */
export async function slidesPptx(
  paper: MeetingPaper,
  lang: Language,
  say: (done: number, of: number) => void,
): Promise<Uint8Array> {
  const deck = new Presentation();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = paper.body.title;
  deck.author = paper.by;
  addCover(deck, paper, lang);
  const made = new Map<string, MapPicture>();
  for (const step of paper.steps) {
    say(paper.steps.length + step.number, 2 * paper.steps.length);
    await addStep(deck.addSlide(), paper, { step, lang, map: await mapPicture(paper, step, { made, lang }) });
  }
  keepOncePictures(deck);
  return cleanDeck((await deck.write({ outputType: 'uint8array' })) as Uint8Array);
}

interface Opened {
  slides: { _relsMedia: { data?: string; Target: string }[] }[];
}

/** The package writes a picture anew for every slide it stands on; thirty slides of one map are thirty times the file. */
function keepOncePictures(deck: PptxGen.default): void {
  const files = new Map<string, string>();
  for (const rel of (deck as unknown as Opened).slides.flatMap(({ _relsMedia }) => _relsMedia)) {
    rel.Target = files.get(rel.data ?? '') ?? rel.Target;
    if (rel.data) files.set(rel.data, rel.Target);
  }
}

function addCover(deck: PptxGen.default, { county, body, on, campaign, by, at }: MeetingPaper, lang: Language): void {
  const words = paperWords[lang];
  const cover = deck.addSlide();
  cover.background = { color: house };
  const white = { color: 'FFFFFF', fontFace, x: 0.8, w: 11.7 };
  const title = `${county}\n${body.title}`;
  const box = { w: 11.7, h: 2.4 };
  cover.addText(title, { ...white, ...box, y: 1.9, fontSize: fitted(title, box, { size: 44, least: 20 }), bold: true });
  const day = dayLine({ on, campaign }, lang);
  cover.addText(day, { ...white, y: 4.4, h: 0.6, fontSize: 22 });
  cover.addText(`${words.internal} · ${fill(words.by, { who: by, at })}`, { ...white, y: 6.7, h: 0.4, fontSize: 14 });
}
