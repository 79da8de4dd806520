import type { Text } from '../words/text.ts';
import type { VisitLevel } from './rules.ts';

/** 督查级别 in words. */
export const visitLevelTitles: Record<VisitLevel, Text> = {
  province: { zh: '省级', en: 'province' },
  city: { zh: '市级', en: 'city' },
  county: { zh: '县级', en: 'county' },
  town: { zh: '镇级', en: 'town' },
};
