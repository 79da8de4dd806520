import type { ReactNode } from 'react';
import type { Lang } from '../ui/format.ts';
import { PaperState } from './PaperState.tsx';
import { type PaperAsked, usePaper } from './use-paper.ts';

interface ButtonProps extends PaperAsked {
  title: string;
  lang: Lang;
  /** What may be chosen of it. */
  children?: ReactNode;
}

/** A button that has one paper made and shows beside it how it stands. */
export function PaperButton({ title, lang, children, ...asked }: ButtonProps) {
  const job = usePaper(lang);
  return (
    <span className="paper-button">
      <button type="button" data-part={`paper-${asked.kind}`} disabled={job.busy} onClick={() => void job.begin(asked)}>
        {title}
      </button>
      {children}
      <PaperState job={job} lang={lang} />
    </span>
  );
}
