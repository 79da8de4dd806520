import { lampColours } from '../../layer/lamp/rules.ts';
import type { Hatch, Lamp } from '../../layer/layer.ts';
import type { Pdf } from './fonts.ts';

/** Colour, or black and white: there a class is told by its grey, its hatch and its letter. */
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
  /** The strokes of a hatch. */
  stroke: { colour: '#1b2420', grey: '#000000' },
} satisfies Record<string, Record<Ink, string>>;

/** The fill of a lamp in an ink, #rrggbb. */
export const lampInk = (lamp: Lamp, ink: Ink): string => (ink === 'grey' ? greys[lamp] : lampColours[lamp]);

/** The colour of a part of a page in an ink, #rrggbb. */
export const partInk = (part: keyof typeof colours, ink: Ink): string => colours[part][ink];

/** Distance between two strokes of a hatch, in points. */
const step = 4;
const width = 0.45;

type Pattern = PDFKit.PDFTilingPattern;
const patterns = new WeakMap<Pdf, Map<string, Pattern>>();

/** Fills the shape `draw` makes with a lamp's colour and, over it, the hatch of its class. */
export function fillClass(doc: Pdf, look: { lamp: Lamp; hatch: Hatch }, ink: Ink, draw: () => void): void {
  draw();
  doc.fill(lampInk(look.lamp, ink), 'even-odd');
  if (look.hatch === 'none') return;
  draw();
  doc.fill([patternOf(doc, look.hatch), partInk('stroke', ink)] as unknown as string, 'even-odd');
}

function patternOf(doc: Pdf, hatch: Exclude<Hatch, 'none'>): Pattern {
  const known = patterns.get(doc) ?? new Map<string, Pattern>();
  patterns.set(doc, known);
  const found = known.get(hatch);
  if (found) return found;
  const made = doc.pattern([0, 0, step, step], step, step, `${width} w ${strokes[hatch]}`);
  known.set(hatch, made);
  return made;
}

const rising = `0 0 m ${step} ${step} l S ${-step / 2} ${step / 2} m ${step / 2} ${step * 1.5} l S ${step / 2} ${-step / 2} m ${step * 1.5} ${step / 2} l S`;
const falling = `0 ${step} m ${step} 0 l S ${-step / 2} ${step / 2} m ${step / 2} ${-step / 2} l S ${step / 2} ${step * 1.5} m ${step * 1.5} ${step / 2} l S`;
/** Page space goes upwards: a stroke from the lower left to the upper right rises. */
const strokes: Record<Exclude<Hatch, 'none'>, string> = {
  rising,
  falling,
  cross: `${rising} ${falling}`,
  dots: `${step / 2 - 0.5} ${step / 2 - 0.5} 1 1 re f`,
  level: `0 ${step / 2} m ${step} ${step / 2} l S`,
};
