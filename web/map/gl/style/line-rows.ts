import type { MapInk } from '../../paint.ts';
import type { Steps } from './steps.ts';

/** How a line is drawn, pixels of the page. */
export interface LineInk {
  colour: string;
  width: Steps;
  opacity: number;
}

/** Lines of one kind in the tiles, distinguished by a whole number that each carries. */
export interface LineRow {
  id: string;
  source: 'county' | 'ground';
  layer: 'border' | 'river' | 'road';
  /** The property that tells them apart, and which of its values are drawn: the first lies lowest. */
  by: 'level' | 'order' | 'rank';
  values: number[];
  /** From which zoom on; left out, at every. */
  minzoom?: number;
  /** Over how many pixels the edge runs out; left out, none. */
  blur?: number;
  inkOf: (value: number) => LineInk;
}

/** The outline of one place, drawn when it is chosen. */
export interface OutlineRow {
  id: 'focus-town' | 'moved' | 'selected-halo' | 'selected';
  layer: 'town' | 'village';
  ink: LineInk;
}

/** A width that grows with the zoom. */
const growing = (far: number, near: number): Steps => ({
  base: 1.4,
  at: [
    [8, far],
    [15, near],
  ],
});

/** 底图线 — every line of the plain map from the lowest to the topmost, for whichever drawing of it. */
export function lineRows(ink: MapInk): LineRow[] {
  return [...townAndVillageBorders(ink), ...rivers(ink), ...roads(ink), ...countyBorder(ink)];
}

const border = { source: 'county', layer: 'border', by: 'level' } as const;

const townAndVillageBorders = (ink: MapInk): LineRow[] => [
  {
    ...border,
    id: 'village-line',
    values: [3],
    inkOf: () => ({ colour: ink.villageLine, width: growing(0.6, 2.4), opacity: 0.85 }),
  },
  {
    ...border,
    id: 'town-line',
    values: [2],
    inkOf: () => ({ colour: ink.townLine, width: growing(1, 3.4), opacity: 0.85 }),
  },
];

const countyBorder = (ink: MapInk): LineRow[] => [
  {
    ...border,
    id: 'county-halo',
    values: [1],
    blur: 1.5,
    inkOf: () => ({ colour: ink.countyHalo, width: growing(4.5, 12), opacity: 0.6 }),
  },
  {
    ...border,
    id: 'county-line',
    values: [1],
    inkOf: () => ({ colour: ink.countyLine, width: growing(1.8, 5), opacity: 1 }),
  },
];

/** The larger a river's order, the wider and the clearer it is. */
const rivers = (ink: MapInk): LineRow[] => [
  {
    id: 'river',
    source: 'ground',
    layer: 'river',
    by: 'order',
    values: [1, 2, 3, 4, 5, 6],
    inkOf: (order) => ({
      colour: ink.river,
      width: {
        base: 1.4,
        at: [
          [8, 0.24 * order],
          [12, 0.72 * order],
          [15, 1.9 * order],
        ],
      },
      opacity: 0.55 + (0.35 * Math.min(order - 1, 2)) / 2,
    }),
  },
];

/** Roads from the village's (5) up to the nation's (1). */
function roads(ink: MapInk): LineRow[] {
  const base = { source: 'ground', layer: 'road', by: 'rank' } as const;
  const colourOf = (rank: number) => ink.road[rank <= 2 ? 0 : rank === 3 ? 1 : 2];
  return [
    {
      ...base,
      id: 'road-minor',
      values: [5, 4],
      minzoom: 10.5,
      inkOf: (rank) => ({ colour: colourOf(rank), width: growing(0.4, 4), opacity: 0.85 }),
    },
    {
      ...base,
      id: 'road-casing',
      values: [3, 2, 1],
      inkOf: () => ({ colour: ink.roadCasing, width: growing(2, 11.5), opacity: 0.5 }),
    },
    {
      ...base,
      id: 'road',
      values: [3, 2, 1],
      inkOf: (rank) => ({ colour: colourOf(rank), width: growing(1.1, 8), opacity: 1 }),
    },
  ];
}

/** Height of a name at a desk, pixels: outlines that go with larger names are wider by as much. */
const deskPx = 24;

/** Outlines of the town in focus, the villages that moved and the place selected, the lowest first. */
export function outlineRows(ink: MapInk, typePx = 0): OutlineRow[] {
  const wide = Math.max(1, typePx / deskPx);
  return [
    {
      id: 'focus-town',
      layer: 'town',
      ink: { colour: ink.townLine, width: growing(2.4 * wide, 6 * wide), opacity: 1 },
    },
    { id: 'moved', layer: 'village', ink: { colour: ink.chosen, width: growing(4, 9), opacity: 0 } },
    {
      id: 'selected-halo',
      layer: 'village',
      ink: { colour: ink.labelHalo, width: growing(5 * wide, 9 * wide), opacity: 0.95 },
    },
    {
      id: 'selected',
      layer: 'village',
      ink: { colour: ink.chosen, width: growing(2.2 * wide, 4.5 * wide), opacity: 1 },
    },
  ];
}
