import { useEffect, useMemo, useRef, useState } from 'react';
import type { StepAnswer } from '../../../server/meeting/answer.ts';
import { Refused, send } from '../../api.ts';
import { draftOf, dropDraft, keepDraft } from '../../form/drafts.ts';
import { sendAsOne, submissionIds } from '../../form/submission-id.ts';
import { meetingWords } from '../../message/meeting/meeting-words.ts';
import { stageWords } from '../../message/stage/stage-words.ts';
import type { Lang } from '../../ui/format.ts';

/** How long nothing is typed before it is kept, and before it is tried again. Milliseconds. */
const restMs = 900;
const againMs = 4000;

interface NoteProps {
  owner: string;
  meeting: string;
  step: Pick<StepAnswer, 'item' | 'note'>;
  lang: Lang;
  /** Takes the keyboard as soon as it is there. */
  focused?: boolean;
}

/** 会上意见 — kept in this browser at every key, on the server a moment after the last one; until then it says so. */
export function NoteField({ owner, meeting, step, lang, focused = false }: NoteProps) {
  const words = meetingWords(lang);
  const item = step.item.id;
  const of = { owner, place: `${meeting}/${item}`, form: 'note' };
  const [text, setText] = useState(() => noteIn(draftOf(of)?.values) ?? step.note);
  const [kept, setKept] = useState(step.note);
  // What another window kept is taken over while nothing is typed here.
  const [said, setSaid] = useState(step.note);
  if (said !== step.note) {
    setSaid(step.note);
    setKept(step.note);
    if (text === kept) setText(step.note);
  }
  const [refused, setRefused] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const ids = useMemo(submissionIds, []);
  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  const keep = useRef(async (_note: string) => undefined as undefined);
  keep.current = async (note) => {
    await sendAsOne(ids, [item, note], (id) =>
      send('POST', '/meetings/{meeting}/note', { meeting }, { id, item, note }),
    );
    setKept(note);
    if (noteIn(draftOf(of)?.values) === note) dropDraft(of);
  };
  useEffect(() => {
    if (text === kept) return;
    let timer = setTimeout(function again() {
      keep.current(text).catch((problem: Error) => {
        // What the server refuses it refuses again; what is typed on is tried anew.
        if (problem instanceof Refused && problem.status < 500) setRefused(problem.detail);
        else timer = setTimeout(again, againMs);
      });
    }, restMs);
    setRefused(null);
    return () => clearTimeout(timer);
  }, [text, kept]);
  const left = useRef({ text, kept });
  left.current = { text, kept };
  useEffect(
    () => () => {
      if (left.current.text !== left.current.kept) keep.current(left.current.text).catch(() => undefined);
    },
    [],
  );
  return (
    <label className="meeting-note" data-part="meeting-note">
      <span>
        {words.note}{' '}
        <span className="sub">{text === kept ? stageWords(lang).noteSaved : stageWords(lang).notePending}</span>
      </span>
      {refused !== null && (
        <span className="fault" role="alert">
          {refused}
        </span>
      )}
      <textarea
        ref={field}
        rows={3}
        maxLength={4000}
        placeholder={words.notePlaceholder}
        value={text}
        onChange={({ target: { value } }) => {
          setText(value);
          const at = new Date().toISOString();
          keepDraft(of, { base: '', known: {}, values: { note: value }, submission: null, at });
        }}
      />
    </label>
  );
}

const noteIn = (values: object | undefined): string | null =>
  values && 'note' in values && typeof values.note === 'string' ? values.note : null;
