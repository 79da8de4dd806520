import type { MapInk } from '../../paint.ts';
import { wallFactor } from '../../wall.ts';
import type { Steps } from './steps.ts';

/** How the dots are drawn that stand where a town (1) or the county (2) sits, pixels of the page. */
export interface SeatRow {
  id: 'town-seat' | 'county-seat';
  seat: 1 | 2;
  radius: Steps;
  colour: string;
  /** Colour and width of the ring outside the dot. */
  ring: string;
  ringPx: number;
}

/** How names of one kind are written. */
export interface NameRow {
  id: 'village-label' | 'town-label' | 'selected-label';
  /** Level of the places named; null for the one that is selected. */
  level: 2 | 3 | null;
  /** From which zoom on. */
  minzoom: number;
  bold: boolean;
  /** The font asked for; where the machine has none of that name, its own without serifs. */
  font: string;
  /** Height of the letters, pixels. */
  size: Steps;
  /** Room kept free on each side, pixels. */
  gapPx: number;
  colour: string;
  halo: string;
  haloPx: number;
  /** Whether a name without room may step aside of its point, over and under it. */
  stepsAside: boolean;
}

/** The white dots of the towns, and the red one of the county, which lies above every name. */
export const seatRows = (ink: MapInk): [SeatRow, SeatRow] => [
  {
    id: 'town-seat',
    seat: 1,
    radius: evenly([9, 2], [13, 4]),
    colour: ink.labelHalo,
    ring: ink.label,
    ringPx: 1.2,
  },
  {
    id: 'county-seat',
    seat: 2,
    radius: evenly([9, 4], [13, 7]),
    colour: ink.seat,
    ring: ink.labelHalo,
    ringPx: 1.6,
  },
];

/** Height of a village's name where nobody asks for another, pixels. */
const usualPx = 10.5;

/**
 * Names, the lowest first and the first to find room last: the villages' from `usualZoom` on, the towns' always, the selected place's above all.
 * With `typePx` no name is smaller, and the villages' wait until they have the room that takes.
 */
export function nameRows(ink: MapInk, usualZoom: number, typePx?: number): NameRow[] {
  const grown = typePx === undefined ? wallFactor() : typePx / usualPx;
  const labelZoom = typePx === undefined ? usualZoom : usualZoom + Math.log2(grown);
  const town = (size: number) => (typePx === undefined ? size * grown : typePx * (size / 12));
  return [
    {
      id: 'village-label',
      level: 3,
      minzoom: labelZoom,
      bold: false,
      font: 'Noto Sans Regular',
      size: evenly([labelZoom, usualPx * grown], [labelZoom + 2.5, 14 * grown]),
      gapPx: 3,
      colour: ink.villageLabel,
      halo: ink.labelHalo,
      haloPx: 1.2,
      stepsAside: false,
    },
    {
      id: 'town-label',
      level: 2,
      minzoom: 0,
      bold: true,
      font: 'Noto Sans Bold',
      size: evenly([8, town(12)], [11, town(16)], [13, town(20)]),
      gapPx: 4,
      colour: ink.label,
      halo: ink.labelHalo,
      haloPx: 2,
      // Read from afar a name is left out where it would be cut, so it may not step aside over an edge.
      stepsAside: typePx === undefined,
    },
    {
      id: 'selected-label',
      level: null,
      minzoom: 0,
      bold: true,
      font: 'Noto Sans Bold',
      size: evenly([0, 16 * grown]),
      gapPx: 6,
      colour: ink.label,
      halo: ink.labelHalo,
      haloPx: 2.2,
      stepsAside: false,
    },
  ];
}

/** Largest letters of a row: of towns 20 at a desk, of villages 14. */
export const largestPx = ({ size }: NameRow): number => Math.max(...size.at.map(([, px]) => px));

const evenly = (...at: Steps['at']): Steps => ({ base: 1, at });
