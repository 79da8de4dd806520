import { lampColours } from '../../server/layer/lamp/rules.ts';
import type { Lamp } from '../../server/layer/layer.ts';

/** Where colours are shown: a light or dark screen, or paper. */
export type Theme = 'light' | 'dark' | 'print';

const light = lampColours;

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
