import { useRef, useState } from 'react';
import type { FormFaulty } from '../../../server/form/form-answers.ts';
import { Refused } from '../../api.ts';
import { type DraftOf, draftOf, dropDraft, keepDraft } from '../../form/drafts.ts';
import { newSubmissionId } from '../../form/submission-id.ts';
import { accountWords } from '../../message/account/account-words.ts';
import { meetingWords } from '../../message/meeting/meeting-words.ts';
import { faultText } from '../../signing.ts';
import { fill, type Lang } from '../../ui/format.ts';

/** What a decision is kept under in this browser until the server has it. */
export function decisionOf(owner: string, meeting: string, item: string, kind: string): DraftOf {
  return { owner, place: `${meeting}/${item}`, form: `decide-${kind}` };
}

interface Ids {
  id: string;
  task: string;
}

/** What is wrong field by field, as the server says it: a stage has no field to mark. */
function fieldsText(problem: unknown): string | null {
  if (!(problem instanceof Refused)) return null;
  const { faults = [] } = problem.problem as Partial<FormFaulty>;
  return faults.length > 0 ? faults.map(({ text }) => text).join(' ') : null;
}

/**
 * 决定 — the fields of one decision, kept in this browser at every key, with the ids it is sent under: sent again after a crash it is still one.
 * `given` is what it begins with.
 */
export function useDecision<Fields extends object>(
  of: DraftOf,
  given: Fields,
  lang: Lang,
  onDone: (seq: number) => void,
) {
  const [kept] = useState(() => draftOf(of)?.values as (Fields & Ids) | undefined);
  const ids = useRef<Ids>({ id: kept?.id ?? newSubmissionId(), task: kept?.task ?? newSubmissionId() });
  const [fields, setFields] = useState<Fields>(() => ({ ...given, ...kept }));
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const keep = (now: Fields) =>
    keepDraft(of, {
      ...{ base: '', known: given, values: { ...now, ...ids.current } },
      ...{ submission: ids.current.id, at: new Date().toISOString() },
    });
  return {
    fields,
    fault,
    busy,
    task: ids.current.task,
    put: (change: Partial<Fields>) => {
      const next = { ...fields, ...change };
      // What was perhaps stored already is another decision than this one.
      ids.current = { ...ids.current, id: newSubmissionId() };
      setFields(next);
      keep(next);
    },
    /** Sends it under its id; kept here until the server has taken it. */
    save: async (sent: (id: string) => Promise<{ seq: number }>) => {
      setBusy(true);
      setFault(null);
      keep(fields);
      try {
        const { seq } = await sent(ids.current.id);
        dropDraft(of);
        onDone(seq);
      } catch (problem) {
        const why = fieldsText(problem) ?? faultText(problem as Error, accountWords(lang)) ?? '';
        setFault(fill(meetingWords(lang).lost, { why }));
        setBusy(false);
      }
    },
    /** Says what keeps it from being sent. */
    say: setFault,
    cancel: () => dropDraft(of),
  };
}
