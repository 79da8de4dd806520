import { fields } from '../words/field/rules.ts';
import type { Text } from '../words/text.ts';
import type { Turnaround } from './rules.ts';

/** 市定 / 县定 — by whom an organisation was listed as weak. */
export const namedByTitles: Record<Turnaround['namedBy'], Text> = {
  city: fields.namedByCity,
  county: fields.namedByCounty,
};
