import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { FormSave, SavedAnswer } from '../../server/form/form-answers.ts';
import { changedFields, type FormValues, withLeaves } from '../../server/save/leaves/rules.ts';
import type { Fault } from '../../server/save/rules.ts';
import { Refused } from '../api.ts';
import { type Draft, type DraftOf, draftOf, dropDraft, keepDraft } from './drafts.ts';
import { foundNow } from './found-now.ts';
import { type Choice, settled } from './save/conflict.ts';
import { afterFailure, isSignedOut, type Phase, typedOn } from './save/phase.ts';
import { submissionIds } from './submission-id.ts';

/** A record as the server showed it, with the hash it knows it by; '' for what is no record yet. */
interface Opened<Values> {
  base: string;
  values: Values;
}

export interface Form<Values extends FormValues> {
  values: Values;
  /** What the record said when the form was opened. */
  known: Values;
  changed: string[];
  phase: Phase;
  /** Whether what is typed is kept in this browser until it is saved. */
  drafted: boolean;
  /** Instant of the draft the form was restored from; null without one. */
  restoredAt: string | null;
  /** False when the browser would not keep the draft. */
  kept: boolean;
  choices: Record<string, Choice>;
  /** What is wrong with what was typed, found at once. */
  found: Fault[];
  /** Sets one field; nothing while the form is on its way to the server. */
  set(path: string, leaf: unknown): void;
  /** Sets several fields at one tap. */
  setAll(leaves: Record<string, unknown>): void;
  choose(path: string, choice: Choice): void;
  /** Sends the form as it stands, or as given; the same values go under the same id however often they are sent, until they are saved. */
  save(values?: Values): Promise<void>;
  /** Sends the form once more, saying yes to what was asked. */
  confirm(reason?: string): Promise<void>;
  /** Says what keeps the form from being sent, in place of a refusal. */
  refuse(sentence: string, faults?: Record<string, string>): void;
  /** Takes the values chosen at a conflict, or those of one side, and sends them. */
  settle(all?: Choice): Promise<void>;
  /** Forgets what was typed and begins again with what the server had. */
  discard(): void;
}

interface FormGiven<Values extends FormValues, Answer> {
  /** Where the draft is kept; null: nowhere. */
  of: DraftOf | null;
  opened: Opened<Values>;
  /** Sends one save; fails with Refused or Unreachable. */
  send(sent: FormSave<Values>): Promise<Answer>;
  /** `asked` is how many fields were not set but asked for. */
  onSaved(proposed: number, answer: Answer): unknown;
  /** Hears of a refusal, for what lies outside the form. */
  onRefused?: (refused: Refused) => void;
  /** The rules the server saves by; none where only the server can tell. */
  check?: (values: Values) => Fault[];
}

interface State<Values> {
  base: string;
  known: Values;
  values: Values;
  restoredAt: string | null;
  kept: boolean;
  phase: Phase;
  choices: Record<string, Choice>;
}

/** A form: what was known, what was typed over it, its draft, its save and what the save met. */
export function useForm<Values extends FormValues, Answer = unknown>(given: FormGiven<Values, Answer>): Form<Values> {
  const { of, opened, check = () => [] } = given;
  const ids = useMemo(submissionIds, []);
  const [state, setState] = useState(() => begun(of, opened, ids.take));
  const put = (change: Partial<State<Values>>) => setState((before) => ({ ...before, ...change }));
  const { busy, save, keep } = useSaving(given, ids, state, put);

  const setAll = (leaves: Record<string, unknown>) => {
    if (busy.current) return;
    const values = withLeaves(state.values, leaves);
    put({ values, kept: keep(values, null), phase: typedOn(state.phase, Object.keys(leaves)) });
  };

  return {
    ...state,
    drafted: of !== null,
    changed: changedFields(state.known, state.values),
    found: foundNow(check, state.known, state.values),
    set: (path, leaf) => setAll({ [path]: leaf }),
    setAll,
    choose: (path, choice) => setState((before) => ({ ...before, choices: { ...before.choices, [path]: choice } })),
    save: (values = state.values) => save(values),
    confirm: (reason) => save(state.values, state, { confirm: true, ...(reason ? { reason } : {}) }),
    refuse: (sentence, faults = {}) =>
      put({ phase: { is: 'refused', sentence, faults, confirmable: false, reasoned: false } }),
    settle: async (all) => {
      if (state.phase.is !== 'conflict') return;
      const { conflicts, by } = state.phase;
      const each = (choice: Choice) => Object.fromEntries(conflicts.map(({ path }) => [path, choice]));
      const values = settled(state.values, conflicts, all ? each(all) : state.choices);
      if (values === null) return;
      const known = settled(state.known, conflicts, each('theirs'));
      await save(values, { ...state, base: by.base ?? state.base, known: known ?? state.known });
    },
    discard: () => {
      if (of) dropDraft(of);
      ids.forget();
      setState(begun(of, opened, ids.take));
    },
  };
}

type Yes = { confirm?: true; reason?: string };

/** How a form is kept and sent: once at a time, under the id of what it says. */
function useSaving<Values extends FormValues, Answer>(
  { of, send, onSaved, onRefused }: FormGiven<Values, Answer>,
  ids: ReturnType<typeof submissionIds>,
  state: State<Values>,
  put: (change: Partial<State<Values>>) => void,
) {
  const client = useQueryClient();
  const busy = useRef(false);
  const keep = (values: Values, submission: string | null, { base, known } = state): boolean => {
    if (of === null) return true;
    // What was tried may be stored already: it is kept with its id, also where nothing was changed.
    if (submission !== null || changedFields(known, values).length > 0)
      return keepDraft(of, { base, known, values, submission, at: new Date().toISOString() });
    dropDraft(of);
    return true;
  };
  const save = async (values: Values, from = state, yes: Yes = {}) => {
    if (busy.current) return;
    busy.current = true;
    const { base, known } = from;
    const id = ids.idOf({ base, values, ...yes });
    // A draft is sent again without the yes that was said to a question.
    const kept = keep(values, yes.confirm ? null : id, from);
    put({ ...from, values, kept, phase: { is: 'sending' } });
    try {
      const answer = await send({ id, base, values, before: known, ...yes });
      if (of) dropDraft(of);
      ids.forget();
      put({ values, known: values, restoredAt: null, phase: { is: 'saved' } });
      void client.invalidateQueries({ queryKey: ['api'] });
      await onSaved((answer as Partial<SavedAnswer> | null)?.proposed?.length ?? 0, answer);
    } catch (problem) {
      if (isSignedOut(problem)) void client.invalidateQueries({ queryKey: ['session'] });
      put({ ...from, kept, choices: {}, ...afterFailure(problem, known, values) });
      if (problem instanceof Refused) onRefused?.(problem);
    } finally {
      busy.current = false;
    }
  };
  return { busy, save, keep };
}

/** A form as it is opened: with the draft kept of it where there is one, else with what the server had. */
function begun<Values extends FormValues>(
  of: DraftOf | null,
  opened: Opened<Values>,
  take: (id: string, saved: unknown) => void,
): State<Values> {
  const draft = of && (draftOf(of) as (Draft & { known: Values; values: Values }) | null);
  // A field a draft of an older page does not have yet stands as it was opened.
  const base = draft?.base ?? opened.base;
  const [known, values] = [
    { ...opened.values, ...draft?.known },
    { ...opened.values, ...draft?.values },
  ];
  if (draft?.submission) take(draft.submission, { base, values });
  return { base, known, values, restoredAt: draft?.at ?? null, kept: true, phase: { is: 'editing' }, choices: {} };
}
