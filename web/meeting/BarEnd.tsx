import { useState } from 'react';
import { meetingWords } from '../message/meeting/meeting-words.ts';
import { stageWords } from '../message/stage/stage-words.ts';
import type { Lang } from '../ui/format.ts';

interface EndProps {
  lang: Lang;
  /** The last notice; null when there is none. */
  said: string | null;
  /** Null where the user may not. */
  onPresenter: (() => void) | null;
  onEnd: (() => void) | null;
  onHelp(): void;
  onLeave(): void;
}

/** The right end of the bar under a stage: the notice, and the ways out. */
export function BarEnd({ lang, said, onPresenter, onEnd, onHelp, onLeave }: EndProps) {
  const words = meetingWords(lang);
  const own = stageWords(lang);
  const [ending, setEnding] = useState(false);
  if (ending && onEnd)
    return (
      <span
        key="ending"
        className="row end"
        role="alertdialog"
        aria-label={words.end}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          setEnding(false);
        }}
      >
        <span>{words.endAsked}</span>
        {/* biome-ignore lint/a11y/noAutofocus: Enter and Esc answer what was just asked */}
        <button type="button" className="primary" autoFocus onClick={onEnd} data-part="meeting-end-sure">
          {words.end}
        </button>
        <button type="button" onClick={() => setEnding(false)}>
          {words.cancel}
        </button>
      </span>
    );
  return (
    <>
      {said && (
        <p className="meeting-said" role="status" data-part="meeting-said">
          {said}
        </p>
      )}
      <span className="row end">
        {onPresenter && (
          <button type="button" onClick={onPresenter}>
            {own.presenter}
          </button>
        )}
        <button type="button" title={own.helpTitle} onClick={onHelp}>
          {own.help}
        </button>
        {onEnd && (
          <button type="button" onClick={() => setEnding(true)} data-part="meeting-end">
            {words.end}
          </button>
        )}
        <button type="button" onClick={onLeave}>
          {words.exit}
        </button>
      </span>
    </>
  );
}
