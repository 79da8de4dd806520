import type { LayerClass } from '../../server/layer/layer.ts';
import { hatchNumber } from '../ui/hatch.ts';
import { lampColour } from '../ui/lamp.ts';

export type MapTheme = 'light' | 'dark';

/** Red, green and blue 0–255 of a colour written #rrggbb. */
export function rgbOf(colour: string): [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Ink of a hatch on a colour: the same colour much darker, or lighter where the colour is dark. */
function inkOn(colour: string): string {
  const rgb = rgbOf(colour);
  const bright = (rgb[0] * 0.299 + rgb[1] * 0.587 + rgb[2] * 0.114) / 255;
  const ink = rgb.map((part) => Math.round(bright > 0.38 ? part * 0.7 : part + (255 - part) * 0.32));
  return `#${ink.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** What a class looks like on the map. */
export interface ClassPaint {
  colour: string;
  ink: string;
  hatch: LayerClass['hatch'];
}

/** Colour, ink and hatch of each class, in the layer's order. */
export function paintsOf(classes: LayerClass[], theme: MapTheme): ClassPaint[] {
  return classes.map(({ lamp, hatch }) => {
    const colour = lampColour(lamp, theme);
    return { colour, ink: inkOn(colour), hatch };
  });
}

/** Classes' colours and inks, four floats 0–1 each; the fourth of an ink is the number of the hatch over 255. */
export interface Palette {
  colours: Float32Array;
  inks: Float32Array;
}

/** The paints as uniforms for `width` classes; classes that are not there have no colour. */
export function paletteOf(paints: ClassPaint[], width: number): Palette {
  const palette = { colours: new Float32Array(width * 4), inks: new Float32Array(width * 4) };
  paints.slice(0, width).forEach(({ colour, ink, hatch }, at) => {
    palette.colours.set([...rgbOf(colour).map((part) => part / 255), 1], at * 4);
    palette.inks.set([...rgbOf(ink).map((part) => part / 255), hatchNumber[hatch] / 255], at * 4);
  });
  return palette;
}

/** Colours of everything on the map that is no status. */
export interface MapInk {
  paper: string;
  villageLine: string;
  townLine: string;
  countyLine: string;
  countyHalo: string;
  river: string;
  road: [string, string, string];
  roadCasing: string;
  label: string;
  labelHalo: string;
  villageLabel: string;
  seat: string;
  chosen: string;
  fill: number;
  fadedFill: number;
  /** How the ground's picture is toned: factor of red, green and blue, and saturation. */
  groundTone: [number, number, number, number];
  /** How much of the ground outside the county goes under in paper, 0–1. */
  veil: number;
  /** How strongly the relief shades the colours of the villages, 0–1. */
  relief: number;
}

/** 底图 — the inks of the plain map in each theme. */
export const mapInk: Record<MapTheme, MapInk> = {
  light: {
    paper: '#eef0e2',
    villageLine: '#ffffff',
    townLine: '#4a3a63',
    countyLine: '#6d2a66',
    countyHalo: '#ffffff',
    river: '#4a93cf',
    road: ['#e07b39', '#e0a040', '#e8c070'],
    roadCasing: '#ffffff',
    label: '#16181d',
    labelHalo: '#ffffff',
    villageLabel: '#25313a',
    seat: '#c0392b',
    chosen: '#0b1f3a',
    fill: 0.74,
    fadedFill: 0.2,
    groundTone: [1, 1, 1, 1],
    veil: 0.15,
    relief: 0.55,
  },
  dark: {
    paper: '#10161d',
    villageLine: '#0d131a',
    townLine: '#e6d8ff',
    countyLine: '#f0c6ff',
    countyHalo: '#0a0f15',
    river: '#4fa3e0',
    road: ['#d98a4e', '#c79a4e', '#a8905c'],
    roadCasing: '#0d131a',
    label: '#f4f7fa',
    labelHalo: '#0b1117',
    villageLabel: '#dfe7ee',
    seat: '#ff6b57',
    chosen: '#ffffff',
    fill: 0.72,
    fadedFill: 0.16,
    groundTone: [0.27, 0.31, 0.36, 0.35],
    veil: 0.35,
    relief: 0.5,
  },
};
