import type { DraftOf } from '../../form/drafts.ts';

/** What a decision is kept under in this browser until the server has it. */
export function decisionOf(owner: string, meeting: string, item: string, kind: string): DraftOf {
  return { owner, place: `${meeting}/${item}`, form: `decide-${kind}` };
}

/** What the server says of a decision it has written: as which change. */
export interface Decided {
  seq: number;
}
