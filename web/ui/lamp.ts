import type { Lamp } from '../../server/layer/layer.ts';

/** Where colours are shown: a light or dark screen, or paper. */
export type Theme = 'light' | 'dark' | 'print';

const light: Record<Lamp, string> = {
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

const dark: Record<Lamp, string> = {
  ...light,
  done: '#1f9d73',
  good: '#4bb98a',
  steady: '#86c9a0',
  near: '#f0bf55',
  late: '#e5933c',
  overdue: '#c9453c',
  none: '#33424c',
  silent: '#8b949c',
  outside: '#3a424a',
};

/** 亮灯 — the colour of a lamp in a theme, as #rrggbb. */
export function lampColour(lamp: Lamp, theme: Theme): string {
  return (theme === 'dark' ? dark : light)[lamp];
}
