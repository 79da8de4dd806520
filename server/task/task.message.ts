import type { Text } from '../words/text.ts';

/** 责任单位 — the town's office, who is given the tasks of its villages. */
export const townOffice = (town: string): Text => ({ zh: `${town}党委`, en: `Town office of ${town}` });
