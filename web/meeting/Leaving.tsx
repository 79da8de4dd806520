import { useEffect, useRef } from 'react';
import { stageWords } from '../message/stage/stage-words.ts';
import type { Lang } from '../ui/format.ts';

/** 离开会议 — asked when Esc is pressed with nothing open; whatever key of a clicker comes next, one stays. */
export function Leaving({ lang, onStay, onLeave }: { lang: Lang; onStay(): void; onLeave(): void }) {
  const words = stageWords(lang);
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => stay.current?.focus(), []);
  return (
    <section className="keys-help" role="alertdialog" aria-label={words.leaveAsked} data-part="meeting-leaving">
      <p>{words.leaveAsked}</p>
      <p className="row">
        <button type="button" ref={stay} className="primary" onClick={onStay}>
          {words.stay}
        </button>
        <button type="button" onClick={onLeave} data-part="meeting-leave-sure">
          {words.leave}
        </button>
      </p>
    </section>
  );
}
