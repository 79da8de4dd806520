import type { FormValues } from '../../server/save/leaves/rules.ts';
import { forgetUnder, type Kept, keepUnder, keptUnder, namesUnder } from '../browser-store.ts';

/** 草稿 — what somebody typed and has not sent: kept in this browser, under the person, the place and the form. */
export interface Draft {
  /** Hash of the record the form was filled from, and what it said. */
  base: string;
  known: FormValues;
  values: FormValues;
  /** Id of the save that was tried with these values; null before. */
  submission: string | null;
  /** Instant of the last key. */
  at: string;
}

/** Whose draft (the key of a person), of which place, in which form. */
export interface DraftOf {
  owner: string;
  place: string;
  form: string;
}

const prefix = 'draft:';
const ownPrefix = (owner: string) => `${prefix}${owner}:`;
const keyOf = ({ owner, place, form }: DraftOf) => `${ownPrefix(owner)}${place}:${form}`;

/** Keeps a draft; tells whether the browser could (it may be full, or forbid it). */
export function keepDraft(of: DraftOf, draft: Draft, store?: Kept | null): boolean {
  return keepUnder(keyOf(of), JSON.stringify(draft), store);
}

/** The draft kept; null where there is none, or none that can be read. */
export function draftOf(of: DraftOf, store?: Kept | null): Draft | null {
  try {
    const draft = JSON.parse(keptUnder(keyOf(of), store) ?? 'null') as Draft | null;
    return draft && typeof draft.base === 'string' && typeof draft.values === 'object' ? draft : null;
  } catch {
    return null;
  }
}

/** Forgets a draft: it was saved, or discarded. */
export function dropDraft(of: DraftOf, store?: Kept | null): void {
  forgetUnder(keyOf(of), store);
}

/** Forgets every draft of a person; at sign-out. Those of others on this device stay. */
export function wipeDrafts(owner: string, store?: Kept | null): void {
  for (const name of namesUnder(ownPrefix(owner), store)) forgetUnder(name, store);
}
