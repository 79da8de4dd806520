import type { Text } from '../words/text.ts';
import type { Layer } from './layer.ts';

/** 专题 — the themes of the screen in order; the first is on key 1. */
export const themes: { id: Layer['theme']; title: Text }[] = [
  { id: 'venue', title: { zh: '阵地建设', en: 'Village centres' } },
  { id: 'organisation', title: { zh: '后进整顿', en: 'Weak organisations' } },
  { id: 'inspection', title: { zh: '督查覆盖', en: 'Inspection' } },
  { id: 'task', title: { zh: '交办事项', en: 'Tasks' } },
];
