import { lampColours } from '../../layer/lamp/rules.ts';
import type { Hatch, Lamp } from '../../layer/layer.ts';
import type { Pdf } from './fonts.ts';

/** Colour, or black and white: there a class shows by its grey, its hatch and its letter. */
export type Ink = 'colour' | 'grey';

const greys: Record<Lamp, string> = {
  done: '#ffffff',
  good: '#f0f0f0',
  steady: '#e2e2e2',
  near: '#cccccc',
  late: '#b0b0b0',
  overdue: '#8c8c8c',
  none: '#ffffff',
  silent: '#d6d6d6',
  outside: '#ffffff',
  'scale-1': '#f4f4f4',
  'scale-2': '#dedede',
  'scale-3': '#c4c4c4',
  'scale-4': '#a6a6a6',
  'scale-5': '#868686',
};
const colours = {
  band: { colour: '#a3262a', grey: '#ffffff' },
  onBand: { colour: '#ffffff', grey: '#000000' },
  border: { colour: '#4b2450', grey: '#000000' },
} satisfies Record<string, Record<Ink, string>>;

/** The strokes of a hatch: a darker tone of what they cross, so that red stays red. */
function strokeInk(lamp: Lamp, ink: Ink): string {
  if (ink === 'grey') return '#000000';
  const fill = Number.parseInt(lampInk(lamp, ink).slice(1), 16);
  const darker = [fill >> 16, (fill >> 8) & 255, fill & 255].map((part) =>
    Math.round(part * 0.45)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${darker.join('')}`;
}

/** The fill of a lamp in an ink, #rrggbb. */
export const lampInk = (lamp: Lamp, ink: Ink): string => (ink === 'grey' ? greys[lamp] : lampColours[lamp]);

/** The colour of a part of a page in an ink, #rrggbb. */
export const partInk = (part: keyof typeof colours, ink: Ink): string => colours[part][ink];

/** Distance between two strokes of a hatch and their width, in points; in black and white they carry more of the meaning. */
const hatches = { colour: { step: 5.5, width: 0.35 }, grey: { step: 4, width: 0.5 } } satisfies Record<Ink, object>;

type Pattern = PDFKit.PDFTilingPattern;
const patterns = new WeakMap<Pdf, Map<string, Pattern>>();
const factors = new WeakMap<Pdf, number>();

/** How much larger hatches of a document are than on A4; 1 where nobody says. Said before the first is drawn. */
export const enlargeHatches = (doc: Pdf, factor: number): void => void factors.set(doc, factor);

interface Opened {
  _ctm: number[];
}

/** Fills the shape `draw` makes with a lamp's colour and, over it, the hatch of its class. */
export function fillClass(doc: Pdf, look: { lamp: Lamp; hatch: Hatch }, ink: Ink, draw: () => void): void {
  draw();
  doc.fill(lampInk(look.lamp, ink), 'even-odd');
  if (look.hatch === 'none') return;
  draw();
  doc.fill([patternOf(doc, look.hatch, ink), strokeInk(look.lamp, ink)] as unknown as string, 'even-odd');
}

function patternOf(doc: Pdf, hatch: Exclude<Hatch, 'none'>, ink: Ink): Pattern {
  const known = patterns.get(doc) ?? new Map<string, Pattern>();
  patterns.set(doc, known);
  const found = known.get(hatch + ink);
  if (found) return found;
  const { step, width } = hatches[ink];
  // A hatch keeps the size and place the page has when it is made: the page's own, however far what it fills is enlarged.
  const opened = doc as unknown as Opened;
  const drawn = opened._ctm;
  const factor = factors.get(doc) ?? 1;
  opened._ctm = [factor, 0, 0, -factor, 0, doc.page.height];
  const made = doc.pattern([0, 0, step, step], step, step, `${width} w ${strokesOf(hatch, step)}`);
  (made as unknown as { embed(): void }).embed();
  opened._ctm = drawn;
  known.set(hatch + ink, made);
  return made;
}

/** A hatch counts downwards as the page does: a stroke from the lower left to the upper right rises, as on the screen. */
function strokesOf(hatch: Exclude<Hatch, 'none'>, step: number): string {
  const [half, more] = [step / 2, step * 1.5];
  const rising = `0 ${step} m ${step} 0 l S ${-half} ${half} m ${half} ${-half} l S ${half} ${more} m ${more} ${half} l S`;
  const falling = `0 0 m ${step} ${step} l S ${-half} ${half} m ${half} ${more} l S ${half} ${-half} m ${more} ${half} l S`;
  switch (hatch) {
    case 'rising':
      return rising;
    case 'falling':
      return falling;
    case 'cross':
      return `${rising} ${falling}`;
    case 'dots':
      return `${half - 0.5} ${half - 0.5} 1 1 re f`;
    case 'level':
      return `0 ${half} m ${step} ${half} l S`;
  }
}
