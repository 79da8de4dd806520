import { useEffect, useRef } from 'react';
import { shareText } from '../../server/words/share/rules.ts';
import { paperWords } from '../message/paper/paper-words.ts';
import { fill, type Lang } from '../ui/format.ts';
import type { usePaper } from './use-paper.ts';
import './paper.css';

/** How a paper stands: a bar with a way out while it is made, the file once it is, that it was given up, or why there is none. The file comes by itself once. */
export function PaperState({ job, lang }: { job: ReturnType<typeof usePaper>; lang: Lang }) {
  const words = paperWords(lang);
  const { paper, fault, busy, address } = job;
  const link = useRef<HTMLAnchorElement>(null);
  const state = paper?.state;
  const made = state === 'done' ? paper?.id : undefined;
  useEffect(() => {
    if (made !== undefined) link.current?.click();
  }, [made]);
  if (fault !== null)
    return (
      <p className="paper-state fault" role="alert">
        <b>{words.failed}</b>
        <span>{fault}</span>
      </p>
    );
  if (job.givenUp)
    return (
      <p className="paper-state" data-state="given-up" role="status">
        {words.givenUp}
      </p>
    );
  if (paper === null) return null;
  const part = paper.of === 0 ? null : paper.done / paper.of;
  const said =
    state === 'waiting'
      ? fill(words.waiting, { before: paper.before })
      : state === 'done'
        ? words.done
        : part === null
          ? words.running
          : fill(words.runningAt, { share: shareText(part, 0) });
  return (
    <div className="paper-state" data-state={state}>
      <span role="status">{said}</span>
      {busy && (
        <>
          <progress max={1} value={part ?? undefined} aria-label={paper.title} />
          <button type="button" onClick={() => void job.cancel()}>
            {words.cancel}
          </button>
        </>
      )}
      {state === 'done' && address !== null && (
        <a ref={link} href={address} download={paper.title} title={paper.title}>
          {words.download}
        </a>
      )}
    </div>
  );
}
