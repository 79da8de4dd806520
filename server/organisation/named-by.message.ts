import type { Text } from '../words/text.ts';

/** 市定 / 县定 — by whom an organisation was named backward. */
export const namedByTitles: Record<'city' | 'county', Text> = {
  city: { zh: '市定', en: 'Named by the city as' },
  county: { zh: '县定', en: 'Named by the county as' },
};
