import type { MeetingSent } from '../../../server/meeting/rules.ts';
import { changedFields } from '../../../server/save/leaves/rules.ts';
import { type DraftOf, draftOf, dropDraft, keepDraft } from '../../form/drafts.ts';

/** An agenda as it is being written; `base` names the version it began with. */
export interface AgendaDraft extends MeetingSent {
  lengthMin: number | null;
  base: string;
}

/** 未保存的议程 — what was written over a version, that version, and the id of the save tried with it; `restoredAt` where it was found in this browser. */
export interface AgendaTyped {
  draft: AgendaDraft;
  known: AgendaDraft;
  submission: string | null;
  restoredAt: string | null;
}

type Store = Parameters<typeof draftOf>[1];

/** What an agenda is kept under in this browser until the server has it. */
export const agendaDraftOf = (owner: string, meeting: string): DraftOf => ({
  ...{ owner, place: meeting, form: 'agenda' },
});

/** What is kept of a meeting, as an agenda to write on. */
export const agendaFrom = ({ title, heldOn, items, lengthMin = null }: MeetingSent, base: string): AgendaDraft => ({
  ...{ title, heldOn, items, lengthMin, base },
});

/** The agenda left unsaved in this browser; null where there is none. */
export function leftAgenda(of: DraftOf, store?: Store): AgendaTyped | null {
  const left = draftOf(of, store);
  if (left === null) return null;
  const { base, known, values, submission, at } = left;
  return {
    draft: agendaFrom(values as MeetingSent, base),
    known: agendaFrom(known as MeetingSent, base),
    ...{ submission, restoredAt: at },
  };
}

/** Writes over an agenda; null where it then says again what the server has. */
export function typedOver(typed: AgendaTyped, change: Partial<MeetingSent>): AgendaTyped | null {
  const draft = { ...typed.draft, ...change };
  return changedFields(typed.known, draft).length === 0 ? null : { ...typed, draft, submission: null };
}

/** Keeps what is unsaved in this browser, or forgets it; tells whether the browser could. */
export function leaveAgenda(of: DraftOf, typed: AgendaTyped | null, store?: Store): boolean {
  if (typed === null) {
    dropDraft(of, store);
    return true;
  }
  const { draft, known, submission } = typed;
  const { base, ...values } = draft;
  return keepDraft(of, { base, known, values, submission, at: new Date().toISOString() }, store);
}

/** What stays unsaved after a version was kept: nothing, or what was written while it was on its way. */
export function stillTyped(typed: AgendaTyped | null, sent: AgendaDraft, base: string): AgendaTyped | null {
  if (typed === null) return null;
  const known = { ...sent, base };
  return typedOver({ ...typed, known, draft: { ...typed.draft, base } }, {});
}
