import { useEffect, useRef, useState } from 'react';
import type { StepAnswer } from '../../server/meeting/answer.ts';
import { send } from '../api.ts';
import { newSubmissionId } from '../form/submission-id.ts';
import { accountWords } from '../message/account-words.ts';
import { meetingWords } from '../message/meeting-words.ts';
import { faultText } from '../sign-in/signing.ts';
import { fill, type Lang } from '../ui/format.ts';

/** How long nothing is typed before it is kept, in milliseconds. */
const restMs = 900;

/** 会上意见 — kept by itself a moment after the last letter, and when one goes on. */
export function NoteField({ meeting, step, lang }: { meeting: string; step: StepAnswer; lang: Lang }) {
  const words = meetingWords(lang);
  const [text, setText] = useState(step.note);
  const [fault, setFault] = useState<string | null>(null);
  const kept = useRef(step.note);
  const latest = useRef(text);
  latest.current = text;
  const item = step.item.id;
  const keep = useRef(async () => undefined as undefined);
  keep.current = async () => {
    const note = latest.current;
    if (note === kept.current) return;
    try {
      await send('POST', `/api/meetings/${meeting}/note`, { id: newSubmissionId(), item, note });
      kept.current = note;
      setFault(null);
    } catch (problem) {
      setFault(fill(words.lost, { why: faultText(problem as Error, accountWords(lang)) ?? '' }));
    }
  };
  useEffect(() => {
    if (text === kept.current) return;
    const timer = setTimeout(() => void keep.current(), restMs);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => () => void keep.current(), []);
  return (
    <label className="meeting-note">
      {words.note}
      <textarea
        rows={3}
        maxLength={4000}
        placeholder={words.notePlaceholder}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {fault && <span className="fault">{fault}</span>}
    </label>
  );
}
