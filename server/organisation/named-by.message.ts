import type { Text } from '../words/text.ts';

/** 市定 / 县定 — by whom an organisation was listed as weak. */
export const namedByTitles: Record<'city' | 'county', Text> = {
  city: { zh: '市定', en: 'Listed by the city' },
  county: { zh: '县定', en: 'Listed by the county' },
};
