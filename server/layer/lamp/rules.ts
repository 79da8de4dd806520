import type { Lamp } from '../layer.ts';

/** 亮灯 — the colour of each lamp on light screens and on paper, as #rrggbb. */
export const lampColours: Record<Lamp, string> = {
  done: '#17805d',
  good: '#45a97c',
  steady: '#8ccaa0',
  near: '#f0bb45',
  late: '#e08a2e',
  overdue: '#b8322a',
  none: '#dfe6dd',
  silent: '#c3c8cc',
  outside: '#f7f7f4',
  'scale-1': '#dbe8f4',
  'scale-2': '#a9c9e4',
  'scale-3': '#72a6d2',
  'scale-4': '#3d7fb8',
  'scale-5': '#1b568c',
};
