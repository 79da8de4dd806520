import type { Text } from '../words/text.ts';

/** A place merged into another, and what was last reported of it. */
export interface MergedPlace {
  name: string;
  code: string;
  untilOn: string;
  venue: { stageTitle: Text; reportedOn: string } | null;
  organisation: { name: string; open: number } | null;
}
