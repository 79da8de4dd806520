import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { FormFaulty, FormSave, SavedAnswer, SavedMeanwhile } from '../../server/form/form-answers.ts';
import { changedFields, type FormValues, leafOf, withLeaf, withLeaves } from '../../server/save/leaves/rules.ts';
import type { Fault } from '../../server/save/rules.ts';
import { type Conflict, meet } from '../../server/save/three-way/rules.ts';
import { Refused, Unreachable } from '../api.ts';
import { type Choice, settled } from './conflict.ts';
import { type Draft, type DraftOf, draftOf, dropDraft, keepDraft } from './drafts.ts';
import { foundNow } from './found-now.ts';
import { submissionIds } from './submission-id.ts';

/** A record as the server showed it, with the hash it knows it by. */
interface Opened<Values> {
  base: string;
  values: Values;
}

/** What the refusal of a save says beside its sentence. */
export type SaveProblem = Partial<SavedMeanwhile & FormFaulty>;

/** 保存状态 — `away`: kept on this device, the server did not answer; `signed-out`: the sign-in ended meanwhile. */
export type Phase =
  | { is: 'editing' | 'sending' | 'away' | 'signed-out' }
  | { is: 'refused'; sentence: string; faults: Record<string, string>; confirmable: boolean; reasoned: boolean }
  | { is: 'conflict'; conflicts: Conflict[]; taken: string[]; by: SaveProblem };

export interface Form<Values extends FormValues> {
  values: Values;
  /** What the record said when the form was opened. */
  known: Values;
  changed: string[];
  phase: Phase;
  /** Instant of the draft the form was restored from; null without one. */
  restoredAt: string | null;
  /** False when the browser would not keep the draft. */
  kept: boolean;
  choices: Record<string, Choice>;
  /** What is wrong with what was typed, found at once. */
  found: Fault[];
  set(path: string, leaf: unknown): void;
  /** Sets several fields at one tap. */
  setAll(leaves: Record<string, unknown>): void;
  choose(path: string, choice: Choice): void;
  /** Sends the form as it stands, or as given; the same values go under the same id however often they are sent. */
  save(values?: Values): Promise<void>;
  /** Sends the form once more, saying yes to what was asked. */
  confirm(reason?: string): Promise<void>;
  /** Takes the values chosen at a conflict and sends them. */
  settle(): Promise<void>;
  /** Forgets what was typed and begins again with what the server had. */
  discard(): void;
}

interface FormGiven<Values extends FormValues> {
  of: DraftOf;
  opened: Opened<Values>;
  /** Sends one save; fails with Refused or Unreachable. */
  send(sent: FormSave<Values>): Promise<unknown>;
  /** `asked` is how many fields were not set but asked for. */
  onSaved(asked: number): void;
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
export function useForm<Values extends FormValues>({
  of,
  opened,
  send,
  onSaved,
  check = () => [],
}: FormGiven<Values>): Form<Values> {
  const client = useQueryClient();
  const ids = useMemo(submissionIds, []);
  const busy = useRef(false);
  const [state, setState] = useState(() => begun(of, opened, ids.take));

  const put = (change: Partial<State<Values>>) => setState((before) => ({ ...before, ...change }));
  const keep = (values: Values, submission: string | null, { base, known } = state): boolean => {
    if (changedFields(known, values).length > 0)
      return keepDraft(of, { base, known, values, submission, at: new Date().toISOString() });
    dropDraft(of);
    return true;
  };

  const save = async (values: Values, from = state, yes: { confirm?: true; reason?: string } = {}) => {
    if (busy.current) return;
    busy.current = true;
    const { base, known } = from;
    const id = ids.idOf({ base, values, ...yes });
    // A draft is sent again without the yes that was said to a question.
    const kept = keep(values, yes.confirm ? null : id, from);
    put({ ...from, values, kept, phase: { is: 'sending' } });
    try {
      const saved = await send({ id, base, values, before: known, ...yes });
      dropDraft(of);
      void client.invalidateQueries({ queryKey: ['api'] });
      onSaved((saved as Partial<SavedAnswer> | null)?.proposed?.length ?? 0);
    } catch (problem) {
      if (problem instanceof Refused && problem.status === 401)
        void client.invalidateQueries({ queryKey: ['session'] });
      put({ ...from, kept, choices: {}, ...met(problem, known, values) });
    } finally {
      busy.current = false;
    }
  };

  const setAll = (leaves: Record<string, unknown>) => {
    const values = withLeaves(state.values, leaves);
    put({ values, kept: keep(values, null), phase: withoutFaults(state.phase, Object.keys(leaves)) });
  };

  return {
    ...state,
    changed: changedFields(state.known, state.values),
    found: foundNow(check, state.known, state.values),
    set: (path, leaf) => setAll({ [path]: leaf }),
    setAll,
    choose: (path, choice) => setState((before) => ({ ...before, choices: { ...before.choices, [path]: choice } })),
    save: (values = state.values) => save(values),
    confirm: (reason) => save(state.values, state, { confirm: true, ...(reason ? { reason } : {}) }),
    settle: async () => {
      if (state.phase.is !== 'conflict') return;
      const { conflicts, by } = state.phase;
      const values = settled(state.values, conflicts, state.choices);
      if (values === null) return;
      const known = settled(state.known, conflicts, Object.fromEntries(conflicts.map(({ path }) => [path, 'theirs'])));
      await save(values, { ...state, base: by.base ?? state.base, known: known ?? state.known });
    },
    discard: () => {
      dropDraft(of);
      setState(begun(of, { base: opened.base, values: opened.values }, ids.take));
    },
  };
}

/** A form as it is opened: with the draft kept of it where there is one, else with what the server had. */
function begun<Values extends FormValues>(
  of: DraftOf,
  opened: Opened<Values>,
  take: (id: string, saved: unknown) => void,
): State<Values> {
  const draft = draftOf(of) as (Draft & { known: Values; values: Values }) | null;
  const { base, known, values } = draft ?? { base: opened.base, known: opened.values, values: opened.values };
  if (draft?.submission) take(draft.submission, { base, values });
  return { base, known, values, restoredAt: draft?.at ?? null, kept: true, phase: { is: 'editing' }, choices: {} };
}

/** What a save that failed leaves the form in. */
function met<Values extends FormValues>(
  problem: unknown,
  known: Values,
  values: Values,
): { phase: Phase; values: Values; known: Values } {
  const stays = { values, known };
  if (problem instanceof Unreachable) return { ...stays, phase: { is: 'away' } };
  if (!(problem instanceof Refused)) throw problem;
  const by = problem.problem as SaveProblem;
  if (problem.status === 401) return { ...stays, phase: { is: 'signed-out' } };
  if (problem.status === 409 && by.theirs) {
    const theirs = withLeaves(known, by.theirs);
    const { merged, conflicts, taken } = meet(known, values, theirs);
    const now = taken.reduce((one, path) => withLeaf(one, path, leafOf(theirs, path)), known);
    return { values: merged, known: now, phase: { is: 'conflict', conflicts, taken, by } };
  }
  const faults = by.faults ?? [];
  return {
    ...stays,
    phase: {
      is: 'refused',
      sentence: problem.detail,
      faults: Object.fromEntries(faults.map(({ field, text }) => [field, text])),
      confirmable: faults.length > 0 && faults.every(({ confirmable }) => confirmable),
      reasoned: faults.some(({ reasoned }) => reasoned),
    },
  };
}

/** What is typed anew is no longer wrong until the server says so again. */
function withoutFaults(phase: Phase, paths: string[]): Phase {
  if (phase.is === 'away') return { is: 'editing' };
  if (phase.is !== 'refused') return phase;
  return {
    ...phase,
    faults: Object.fromEntries(Object.entries(phase.faults).filter(([path]) => !paths.includes(path))),
  };
}
